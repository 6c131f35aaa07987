package org.comparto.ranking;

import java.sql.Array;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which production chains industrial zones look for (their attribute desired_vocation). */
@Component
class ZoneVocations {

  /** @param chains null where nobody knows */
  record Zone(long id, String name, @Nullable List<String> chains) {

    /** Null where nobody knows, or nobody asks. */
    @Nullable Boolean wants(@Nullable String chain) {
      return chain == null || chains == null ? null : (Boolean) chains.contains(chain);
    }
  }

  private static final Sql ZONES = Sql.load("ranking/zones.sql");

  private final Layers layers;
  private final ReadingPlaces places;
  private final JdbcClient db;

  ZoneVocations(Layers layers, ReadingPlaces places, JdbcClient db) {
    this.layers = layers;
    this.places = places;
    this.db = db;
  }

  /** The codes of the chains there are. */
  List<String> chains() {
    Layer layer = zones();
    return layer.findAttribute("desired_vocation").map(attribute -> layer.codes().get(attribute.codes())).orElseThrow().stream()
        .map(Layer.Code::value).toList();
  }

  private Layer zones() {
    return layers.getLayer("industrial_zone", "layer");
  }

  /** All public zones by id. */
  Map<Long, Zone> read() {
    PublicReading reading = new PublicReading(zones());
    Map<Long, Zone> zones = new LinkedHashMap<>();
    places.run(() -> db.sql(ZONES.with(Map.of("relation", reading.relation(), "public", reading.condition())))
        .query((row, n) -> new Zone(row.getLong("id"), row.getString("name"), list(row.getArray("desired_vocation"))))
        .list().forEach(zone -> zones.put(zone.id(), zone)));
    return zones;
  }

  private static @Nullable List<String> list(@Nullable Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }
}
