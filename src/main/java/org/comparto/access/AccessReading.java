package org.comparto.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the present access of features that everybody may see. */
@Component
public class AccessReading {

  private static final Sql PUBLIC = Sql.load("access/public.sql");
  private static final Sql NAMES = Sql.load("access/names.sql");
  private static final Sql STATUS = Sql.load("access/status.sql");

  private final JdbcClient db;
  private final Layers layers;
  private final Roads roads;
  private final ReadingPlaces places;

  AccessReading(JdbcClient db, Layers layers, Roads roads, ReadingPlaces places) {
    this.db = db;
    this.layers = layers;
    this.roads = roads;
    this.places = places;
  }

  /** In words. */
  public AccessTable table(Layer layer, long id, Words t) {
    return places.read(() -> {
      Access access = AccessTimes.read(db, layer.id(), id, Instant.now());
      return new AccessWords(t, gateway(), names(access)).of(access);
    });
  }

  /** Empty if there is no such public feature. */
  Optional<AccessAnswer> answer(Layer layer, long id, Words t) {
    return places.read(() -> {
      PublicReading reading = new PublicReading(layer);
      if (!db.sql(PUBLIC.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("id", id).query(Boolean.class).single()) {
        return Optional.empty();
      }
      Access access = AccessTimes.read(db, layer.id(), id, Instant.now());
      Map<Long, String> names = names(access);
      AccessWords words = new AccessWords(t, gateway(), names);
      AccessTable table = words.of(access);
      return Optional.of(new AccessAnswer(layer.id(), id, table.state(), table.note(), access.graphs().isEmpty() ? null : access.graphs().get(0),
          access.joints().stream().map(joint -> new AccessAnswer.Travelled(joint.profile().id(), joint.snapMetres(), joint.computedAt(),
              access.ways().stream().filter(way -> way.profile() == joint.profile()).map(way -> new AccessAnswer.Nearest(way.kind(), words.title(way.kind()),
                  way.gateway(), way.gateway() == null ? null : names.get(way.gateway()), way.seconds(), way.metres())).toList())).toList()));
    });
  }

  AccessStatus status() {
    return places.read(() -> new AccessStatus(graph(roads.current().orElse(null)), db.sql(STATUS.text()).query(AccessStatus.OfLayer.class).list()));
  }

  private static Access.@Nullable Graph graph(@Nullable RoadGraph graph) {
    return graph == null ? null : new Access.Graph(graph.version(), graph.date(), graph.about().source(), graph.about().demonstration());
  }

  private Map<Long, String> names(Access access) {
    record Named(long id, String name) {}
    List<Long> ids = access.gateways();
    return ids.isEmpty() ? Map.of() : db.sql(NAMES.text()).param("ids", ids.toArray(Long[]::new)).query(Named.class).list().stream()
        .collect(Collectors.toMap(Named::id, Named::name));
  }

  private Layer gateway() {
    return layers.getLayer("gateway", "layer");
  }
}
