package org.comparto.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.editing.Checked;
import org.comparto.editing.Checks;
import org.comparto.editing.Fault;
import org.comparto.feature.Whereabouts;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Weighed.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what is proposed against its layer: what it would be once published, what is wrong with it and what is missing. */
@Component
class Weighing {

  /** Somebody outside gives their features the code; elsewhere one is given here where none is chosen. */
  private static final Set<String> CODED_ELSEWHERE = Set.of("territory", "municipality", "primary_substation_area");
  private static final String CODE = "code";
  private static final String PLACE = Sql.load("proposal/place.sql")
      .with(Map.of("territory", Whereabouts.territory("place.point"), "municipality", Whereabouts.municipality("place.point")));

  private final Checks checks;
  private final JdbcClient db;

  Weighing(Checks checks, JdbcClient db) {
    this.checks = checks;
    this.db = db;
  }

  /**
   * Makes of what was sent what is kept.
   *
   * @param base the version that the sender changed; null of a new feature
   * @param hidden what of an earlier version the sender can not see, and therefore keeps
   * @param seen the attributes that the sender sees, and may therefore write
   * @throws RefusedException 422 if anything is wrong with it; what is missing may be missing still
   */
  Weighed weigh(Layer layer, Kind kind, @Nullable Long feature, @Nullable Snapshot base, Content content, ObjectNode hidden, Predicate<String> seen) {
    if (kind == Kind.RETIRE) {
      return Weighed.retiring(base);
    }
    List<Fault> faults = unseen(layer, content.properties(), seen);
    ObjectNode wanted = base == null ? content.properties().deepCopy() : different(content.properties(), base);
    wanted.setAll(hidden);
    boolean isMoved = base == null || base.geometry() == null || !Json.same(base.geometry(), content.geometry());
    Checked checked = check(layer, feature, wanted, isMoved ? content.geometry() : null);
    refuseWrong(faults, checked.faults());
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    wanted.propertyNames().forEach(name -> {
      // a code that was left empty is not yet the one it was held against the rules with
      boolean isLeftEmpty = name.equals(CODE) && wanted.path(CODE).asString("").isBlank();
      JsonNode value = isLeftEmpty ? NullNode.instance : checked.values().getOrDefault(name, NullNode.instance);
      if (base == null ? !value.isNull() : !Json.same(value, base.value(name))) {
        kept.set(name, value);
      }
    });
    String shape = checked.shape() != null && base != null && isShape(base.geometry(), checked.shape()) ? null : checked.shape();
    Place drawn = shape == null ? null : db.sql(PLACE).param("shape", shape).query(Place.class).single();
    return new Weighed(kept, shape, checked.territory(), checked.municipality(), title(kept, base), drawn, checked);
  }

  /** The same for what was kept before, which others may have made impossible meanwhile. @param properties with the code, if it has one by now */
  Checked check(Layer layer, @Nullable Long feature, ObjectNode properties, @Nullable JsonNode geometry) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "Feature");
    ObjectNode given = properties.deepCopy();
    if (feature == null && isCodedHere(layer) && given.path(CODE).asString("").isBlank()) {
      given.put(CODE, code(0)); // it will have one
    }
    body.set("properties", given);
    if (feature == null || geometry != null && !geometry.isNull()) {
      body.set("geometry", geometry == null ? NullNode.instance : geometry);
    }
    return checks.check(layer, body, Crs.CRS84, feature);
  }

  static boolean isCodedHere(Layer layer) {
    return !CODED_ELSEWHERE.contains(layer.id());
  }

  /** The code of a new feature whose author has chosen none. */
  static String code(long proposal) {
    return String.format(Locale.ROOT, "P-%06d", proposal);
  }

  static @Nullable String title(ObjectNode properties, @Nullable Snapshot base) {
    for (String name : List.of("name", CODE)) {
      JsonNode value = properties.has(name) || base == null ? properties.path(name) : base.value(name);
      if (value.isString()) {
        return value.asString();
      }
    }
    return null;
  }

  /** Answers round coordinates: what comes back rounded was not moved. */
  private boolean isShape(@Nullable JsonNode shown, String shape) {
    return shown != null && Json.same(shown, Json.MAPPER.readTree(db.sql("SELECT ST_AsGeoJSON(CAST(:shape AS geometry), 7, 0)")
        .param("shape", shape).query(String.class).single()));
  }

  /** A page sends all that it shows; what nobody touched is not held against rules that came later. */
  private static ObjectNode different(ObjectNode properties, Snapshot base) {
    return Snapshot.only(properties, name -> !base.properties().has(name) || !Json.same(properties.path(name), base.value(name)));
  }

  boolean isSameShape(long proposal, @Nullable String shape) {
    return db.sql("SELECT geom IS NOT DISTINCT FROM CAST(:shape AS geometry) FROM proposal WHERE id = :id").param("id", proposal).param("shape", shape)
        .query(Boolean.class).single();
  }

  /** Who does not see a value can not mean to replace it. */
  private static List<Fault> unseen(Layer layer, ObjectNode properties, Predicate<String> seen) {
    return layer.attributes().stream().map(Attribute::name).filter(name -> properties.has(name) && !seen.test(name))
        .map(name -> new Fault("attribute-not-writable", name, name + " can not be set here", null, Fault.Kind.WRONG)).toList();
  }

  private static void refuseWrong(List<Fault> own, List<Fault> found) {
    List<Fault> wrong = new ArrayList<>(own);
    found.stream().filter(fault -> fault.kind() == Fault.Kind.WRONG).forEach(wrong::add);
    if (!wrong.isEmpty()) {
      throw refusal("invalid-feature", wrong);
    }
  }

  /** @throws RefusedException 422 with all that is wrong or missing, if anything is */
  static void requireComplete(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw refusal(faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.WRONG) ? "invalid-feature" : "incomplete", faults);
    }
  }

  private static RefusedException refusal(String type, List<Fault> faults) {
    Fault first = faults.get(0);
    return RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, type, faults.stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".",
        first.attribute() == null ? "geometry" : first.attribute(), Map.of("faults", faults));
  }
}
