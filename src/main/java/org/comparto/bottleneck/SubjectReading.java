package org.comparto.bottleneck;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.bottleneck.Subjects.Gateway;
import org.comparto.bottleneck.Subjects.Subject;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.layer.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whose access is looked at, and to where; what was read is kept until its layer changes. */
@Component
class SubjectReading {

  static final List<String> LAYERS = List.of("plot", "industrial_zone", "company");
  private static final Sql SUBJECTS = Sql.load("bottleneck/subjects.sql");
  private static final String GATEWAYS = Sql.load("bottleneck/gateways.sql").text();

  private record Kept<T>(long revision, T content) {}

  private final JdbcClient db;
  private final Layers layers;
  private final Revisions revisions;
  private final ReadingPlaces places;
  private final Map<String, Kept<Subjects>> kept = new ConcurrentHashMap<>();
  private volatile @Nullable Kept<List<Gateway>> gateways;

  SubjectReading(JdbcClient db, Layers layers, Revisions revisions, ReadingPlaces places) {
    this.db = db;
    this.layers = layers;
    this.revisions = revisions;
    this.places = places;
  }

  /** Another text whenever any of it has changed. */
  String revision() {
    return revisions.current("gateway") + "/" + LAYERS.stream().map(layer -> String.valueOf(revisions.current(layer))).toList();
  }

  Subjects of(String layer) {
    long revision = revisions.current(layer);
    Kept<Subjects> known = kept.get(layer);
    if (known == null || known.revision() != revision) {
      known = new Kept<>(revision, read(layers.getLayer(layer, "layers")));
      kept.put(layer, known);
    }
    return known.content();
  }

  List<Gateway> gateways() {
    long revision = revisions.current("gateway");
    Kept<List<Gateway>> known = gateways;
    if (known == null || known.revision() != revision) {
      known = new Kept<>(revision, places.read(() -> db.sql(GATEWAYS).query(Gateway.class).list()));
      gateways = known;
    }
    return known.content();
  }

  private Subjects read(Layer layer) {
    PublicReading reading = new PublicReading(layer);
    String jobs = layer.findAttribute("employees").map(reading::value).orElse("NULL");
    String sql = SUBJECTS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "jobs", jobs,
        "name", reading.value(layer.findAttribute("name").orElseThrow())));
    return new Subjects(layer.id(), places.read(() -> db.sql(sql).query(Subject.class).list()));
  }
}
