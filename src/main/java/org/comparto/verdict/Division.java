package org.comparto.verdict;

import java.sql.Array;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.PublicReading;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostGIS divide an area by the boundaries of shapes, in the compute CRS: buffers of {@value #QUADRANT_SEGMENTS} segments to a quarter
 * circle, one arrangement of lines on a grid of {@value #GRID} m, and for every face the shapes in which it lies.
 */
@Component
class Division {

  static final int QUADRANT_SEGMENTS = 32;
  /** Metres. Borders that were meant to be the same differ by less once they are transformed; the grid makes them the same again. */
  private static final double GRID = 0.001;
  private static final Sql DIVIDE = Sql.load("verdict/divide.sql");
  private static final Sql FEATURES = Sql.load("verdict/features.sql");

  /** A face: the shapes in which it lies, its m², itself in the compute CRS, and the same positions in longitude and latitude. */
  record Piece(BitSet shapes, double m2, Geometry metric, Geometry lonLat) {}

  private final JdbcClient db;

  Division(JdbcClient db) {
    this.db = db;
  }

  /** The faces in an order that is the same every time. */
  List<Piece> divide(Window window, Surroundings around, Shapes shapes) {
    Shapes.Members members = shapes.members();
    List<Piece> pieces = new ArrayList<>();
    Map<Integer, Integer[]> covered = new TreeMap<>();
    db.sql(DIVIDE.with(Map.of("features", features(around, Set.copyOf(Arrays.asList(members.features())))))).param("area", window.wkb()).param("srid", around.srid())
        .param("grid", GRID).param("segments", "quad_segs=" + QUADRANT_SEGMENTS)
        .param("shapes", members.shapes()).param("members", members.features()).param("metres", members.metres())
        .query((ResultSet row) -> {
          Array faces = row.getArray("faces");
          if (faces == null) {
            pieces.add(new Piece(new BitSet(), row.getDouble("m2"), geometry(row.getBytes("metric")), geometry(row.getBytes("lon_lat"))));
          } else {
            covered.put(row.getInt("number"), (Integer[]) faces.getArray());
          }
        });
    covered.forEach((shape, faces) -> {
      for (int face : faces) {
        pieces.get(face - 1).shapes().set(shape);
      }
    });
    return Collections.unmodifiableList(pieces);
  }

  /** One query for every relation that has some of the features. */
  private static String features(Surroundings around, Set<Long> wanted) {
    Map<String, Set<Long>> byRelation = new TreeMap<>();
    around.features().forEach((source, features) -> features.stream().map(Surroundings.Feature::id).filter(wanted::contains).forEach(id ->
        byRelation.computeIfAbsent(new PublicReading(around.layers().get(source.layer()).layer()).relation(), r -> new HashSet<>()).add(id)));
    around.territories().stream().map(Surroundings.Place::id).filter(wanted::contains).forEach(id ->
        byRelation.computeIfAbsent("territory", r -> new HashSet<>()).add(id));
    return byRelation.isEmpty() ? FEATURES.with(Map.of("relation", "territory", "ids", "NULL"))
        : byRelation.entrySet().stream().map(entry -> FEATURES.with(Map.of("relation", entry.getKey(),
            "ids", entry.getValue().stream().sorted().map(String::valueOf).collect(Collectors.joining(","))))).collect(Collectors.joining("\nUNION ALL\n"));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote a geometry that JTS can not read", e);
    }
  }
}
