package org.comparto.inquiry;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plots and zones that inquiries name. Only what is public can be named; what is retired later keeps its code here. */
@Component
class Places {

  private static final List<String> LAYERS = List.of("plot", "industrial_zone", "logistics_zone");
  private static final Sql PUBLIC = Sql.load("inquiry/public-places.sql");
  private static final String ADD = Sql.load("inquiry/add-place.sql").text();
  private static final String OF_INQUIRIES = Sql.load("inquiry/places.sql").text();

  /** @param name null where it has none, or can no longer be seen */
  record Place(String layer, long id, String code, @Nullable String name, boolean isPublic) {}

  private record Found(String layer, long id, String code, @Nullable String name, String territoryCode) {}

  private record Kept(long inquiryId, String layerId, long featureId, String code) {}

  private final JdbcClient db;
  private final Layers layers;

  Places(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /** Notes the places of a new inquiry after {@link #territoriesOf} has checked them; answers which of them are plots. */
  List<Long> keep(long inquiry, List<Long> ids) {
    Map<Long, Found> found = find(ids);
    int position = 0;
    for (Long id : ids) {
      Optional<Found> place = Optional.ofNullable(found.get(id)); // it may have gone in this very moment
      if (place.isPresent()) {
        db.sql(ADD).param("id", inquiry).param("position", position++).param("layer", place.get().layer()).param("feature", id)
            .param("code", place.get().code()).update();
      }
    }
    return found.values().stream().filter(place -> place.layer().equals("plot")).map(Found::id).toList();
  }

  /** @throws InvalidInputException if one of them is not a public plot or zone */
  List<String> territoriesOf(List<Long> ids) {
    Map<Long, Found> found = find(ids);
    ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(id -> {
      throw new InvalidInputException("places", "There is no public plot or zone " + id + ".");
    });
    return found.values().stream().map(Found::territoryCode).distinct().toList();
  }

  /** By inquiry, each in the order in which they were named. */
  Map<Long, List<Place>> of(Collection<Long> inquiries) {
    if (inquiries.isEmpty()) {
      return Map.of();
    }
    List<Kept> kept = db.sql(OF_INQUIRIES).param("ids", inquiries).query(Kept.class).list();
    Map<Long, Found> found = find(kept.stream().map(Kept::featureId).distinct().toList());
    return kept.stream().collect(Collectors.groupingBy(Kept::inquiryId, LinkedHashMap::new, Collectors.mapping(place -> {
      Found now = found.get(place.featureId());
      return new Place(place.layerId(), place.featureId(), place.code(), now == null ? null : now.name(), now != null);
    }, Collectors.toList())));
  }

  private Map<Long, Found> find(Collection<Long> ids) {
    Map<Long, Found> byId = new HashMap<>();
    if (!ids.isEmpty()) {
      String everywhere = LAYERS.stream().flatMap(id -> layers.findLayer(id).stream()).map(Places::inLayer)
          .collect(Collectors.joining(" UNION ALL "));
      db.sql(everywhere).param("ids", ids).query(Found.class).list().forEach(place -> byId.put(place.id(), place));
    }
    return byId;
  }

  private static String inLayer(Layer layer) {
    PublicReading reading = new PublicReading(layer);
    return PUBLIC.with(Map.of("layer", Sql.literal(layer.id()), "relation", reading.relation(), "public", reading.condition()));
  }
}
