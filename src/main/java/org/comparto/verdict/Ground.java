package org.comparto.verdict;

import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an area lies and how large it is, and the areas of stored features. */
@Component
class Ground {

  private static final double LEAST_M2 = 1;
  private static final double MOST_KM2 = 400;
  private static final Sql HOME = Sql.load("verdict/home.sql");
  private static final Sql SHAPE = Sql.load("verdict/shape.sql");

  private record Home(double m2, @Nullable String code, List<String> all) {}

  private final JdbcClient db;
  private final Layers layers;

  Ground(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /**
   * The territory by whose rules an area is assessed.
   *
   * @param asked its code; null for the one in which most of the area lies
   */
  String territory(Geometry geometry, @Nullable String asked) {
    Home home = db.sql(HOME.text()).param("area", new Window(geometry).wkb()).query((row, n) -> new Home(row.getDouble("m2"), row.getString("code"),
        List.of((String[]) row.getArray("all_codes").getArray()))).single();
    if (home.m2() < LEAST_M2) {
      throw new InvalidInputException("geometry", "geometry is smaller than a square metre");
    }
    if (home.m2() > MOST_KM2 * 1e6) {
      throw new InvalidInputException("geometry", "geometry has " + Math.round(home.m2() / 1e6) + " km²; 400 are the most at once: the layer eligible_area "
          + "has what the rules say of whole territories");
    }
    if (home.all().isEmpty()) {
      throw new InvalidInputException("geometry", "this installation has no territory yet by whose rules an area could be assessed; load them into the layer territory");
    }
    if (home.code() == null) {
      throw new InvalidInputException("geometry", "geometry lies outside of every territory of this installation; there are " + String.join(", ", home.all()));
    }
    if (asked != null && !home.all().contains(asked)) {
      throw new InvalidInputException("territory", "territory is \"" + asked + "\"; there are " + String.join(", ", home.all()));
    }
    return asked == null ? home.code() : asked;
  }

  /** The polygons of a public feature. */
  Geometry shape(VerdictQuestion.FeatureRef feature) {
    if (feature.layer() == null || feature.id() == null) {
      throw new InvalidInputException("feature", "feature must have a layer and an id");
    }
    Layer layer = layers.findLayer(feature.layer()).orElseThrow(() ->
        new InvalidInputException("feature", "There is no layer \"" + feature.layer() + "\"; /api/layers lists those there are."));
    PublicReading reading = new PublicReading(layer);
    byte[] wkb = db.sql(SHAPE.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("id", feature.id()).query(byte[].class)
        .optional().orElseThrow(() -> new NotFoundException("feature", "There is no feature " + feature.id() + " in the layer " + layer.id()));
    try {
      Geometry shape = new WKBReader().read(wkb);
      if (shape.isEmpty()) {
        throw new InvalidInputException("feature", "The feature " + feature.id() + " of " + layer.id() + " is no area.");
      }
      if (shape.getNumPoints() > GroundReader.MOST_VERTICES) {
        throw new InvalidInputException("geometry", "geometry has " + shape.getNumPoints() + " vertices; " + GroundReader.MOST_VERTICES + " are the most");
      }
      GroundReader.requireValid(shape);
      return shape.norm();
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote a geometry that JTS can not read", e);
    }
  }
}
