package org.comparto.energy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.account.CurrentAccount;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.intake.StagedRows;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the perimeters of primary substations since a moment or by a load, or would by one that is not applied yet, and whom it touches. */
@Component
class PerimeterChanges {

  /**
   * One area that differs.
   *
   * @param kinds added, removed, reshaped, distributor, renamed
   * @param gainedM2 ground that it has and had not
   * @param lostM2 ground that it had and has not
   */
  record Perimeter(String code, List<String> kinds, @Nullable String nameBefore, @Nullable String nameAfter, @Nullable String distributorBefore,
      @Nullable String distributorAfter, double gainedM2, double lostM2) {}

  /** What of one kind is touched: how many, and the first of them. */
  record Touched(String kind, long total, List<Affected> items) {}

  /** @param preview whether it would be so once the load is applied */
  record Answer(boolean preview, List<Perimeter> perimeters, List<Touched> affected) {}

  /** Two states as SQL, the changes that they hold, and the values these name. */
  private record States(boolean preview, String before, String after, Map<String, Object> values) {}

  static final int MOST = 1_000;
  private static final String LAYER = "primary_substation_area";
  private static final List<String> TOUCHED = List.of("plot", "energy_area", "company", "industrial_zone");
  private static final Sql STATE = Sql.load("energy/state-after.sql");
  private static final Sql STAGED = Sql.load("energy/staged.sql");
  private static final Sql COMPARED = Sql.load("energy/compared.sql");
  private static final Sql PERIMETERS = Sql.load("energy/perimeters.sql");
  private static final Sql AFFECTED = Sql.load("energy/affected.sql");
  private static final String CHANGE_AT = Sql.load("energy/change-at.sql").text();

  private final JdbcClient db;
  private final ReadingPlaces places;
  private final Layers layers;
  private final StagedRows loads;
  private final List<AffectedByPerimeters> others;

  PerimeterChanges(JdbcClient db, ReadingPlaces places, Layers layers, StagedRows loads, List<AffectedByPerimeters> others) {
    this.db = db;
    this.places = places;
    this.layers = layers;
    this.loads = loads;
    this.others = others;
  }

  Answer since(Instant moment, CurrentAccount caller, int most) {
    long change = db.sql(CHANGE_AT).param("at", java.sql.Timestamp.from(moment)).query(Long.class).single();
    return answer(between(change, Long.MAX_VALUE), caller, most);
  }

  /** By a load that is applied, or, as a preview, by one that is checked. */
  Answer of(long load, CurrentAccount caller, int most) {
    StagedRows.About about = loads.about(load, caller);
    if (!LAYER.equals(about.layer())) {
      throw new InvalidInputException("load", "load " + load + " is not one of primary-substation areas");
    }
    if (about.change() != null) {
      return answer(between(about.change() - 1, about.change()), caller, most);
    }
    if (about.tables() == null) {
      throw new InvalidInputException("load", "load " + load + " has changed nothing, and there is nothing checked that it could change");
    }
    String after = STAGED.with(Map.of("target", about.tables().target(), "match", about.tables().match(), "accepted", about.tables().accepted()));
    return answer(new States(true, STATE.with(Map.of("change", "before_change")), after, Map.of("before_change", Long.MAX_VALUE)), caller, most);
  }

  private static States between(long before, long after) {
    return new States(false, STATE.with(Map.of("change", "before_change")), STATE.with(Map.of("change", "after_change")),
        Map.of("before_change", before, "after_change", after));
  }

  private Answer answer(States states, CurrentAccount caller, int most) {
    String compared = COMPARED.with(Map.of("before", states.before(), "after", states.after()));
    try (ReadingPlaces.Place place = places.takeForAll()) {
      List<Perimeter> perimeters = db.sql(PERIMETERS.with(Map.of("compared", compared))).params(states.values()).query((row, n) -> new Perimeter(
          row.getString("code"), List.of((String[]) row.getArray("kinds").getArray()), row.getString("name_before"), row.getString("name_after"),
          row.getString("distributor_before"), row.getString("distributor_after"), row.getDouble("gained_m2"), row.getDouble("lost_m2"))).list();
      if (perimeters.isEmpty()) {
        return new Answer(states.preview(), List.of(), List.of());
      }
      List<Touched> touched = new ArrayList<>();
      for (String id : TOUCHED) {
        touched.add(touched(layers.getLayer(id, "layer"), states, compared, most));
      }
      Set<String> codes = new TreeSet<>(perimeters.stream().map(Perimeter::code).toList());
      for (AffectedByPerimeters other : others) {
        List<Affected> items = other.affected(codes, caller);
        touched.add(new Touched(other.kind(), items.size(), items.subList(0, Math.min(most, items.size()))));
      }
      return new Answer(states.preview(), perimeters, touched);
    }
  }

  private Touched touched(Layer layer, States states, String compared, int most) {
    PublicReading reading = new PublicReading(layer);
    long[] total = {0};
    List<Affected> items = db.sql(AFFECTED.with(Map.of("compared", compared, "before", states.before(), "after", states.after(),
            "relation", reading.relation(), "public", reading.condition())))
        .params(states.values()).param("most", most).query((row, n) -> {
          total[0] = row.getLong("total");
          return new Affected(row.getString("id"), row.getString("code"), row.getString("name"), row.getString("before"), row.getString("after"), row.getString("reason"));
        }).list();
    return new Touched(layer.id(), total[0], items);
  }
}
