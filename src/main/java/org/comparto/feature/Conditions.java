package org.comparto.feature;

import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.filter.Condition;

/** Conditions on where features lie and when they hold, as parameters ask for them. */
public final class Conditions {

  /** So many straight pieces stand for each edge of a box that is bent in degrees; the bound is then taken a little wider. */
  private static final int PIECES = 32;

  private Conditions() {}

  /**
   * The condition of a bbox parameter.
   *
   * @param crs its reference system; the axes come in the authority's order
   */
  public static Condition inBox(String bbox, Crs crs) {
    double[] given = BoundingBox.corners(bbox);
    double[] box = crs.northFirst() ? new double[] {given[1], given[0], given[3], given[2]} : given;
    return crs.srid() == Crs.CRS84.srid() ? inBox(new BoundingBox(box[0], box[1], box[2], box[3]))
        : inBox(new PlaneBox(box[0], box[1], box[2], box[3], crs));
  }

  /** The shape and the box have a point in common. What lies inside the box by its own box needs no closer look. */
  public static Condition inBox(BoundingBox box) {
    Map<String, Object> edges = Map.of("west", box.west(), "south", box.south(), "east", box.east(), "north", box.north());
    return new Condition(box.crossesAntimeridian()
        ? meets("ST_MakeEnvelope(:west, :south, 180, :north, 4326)") + " OR " + meets("ST_MakeEnvelope(-180, :south, :east, :north, 4326)")
        : meets("ST_MakeEnvelope(:west, :south, :east, :north, 4326)"), edges);
  }

  /** The same in the box's own reference system, where its edges are straight; the index is asked by the box around it in degrees. */
  private static Condition inBox(PlaneBox box) {
    String envelope = "ST_MakeEnvelope(:min_x, :min_y, :max_x, :max_y, " + box.crs().srid() + ")";
    String around = "ST_Expand(ST_Envelope(ST_Transform(ST_Segmentize(" + envelope + ", :piece), 4326)), :margin)";
    double longest = Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
    boolean degrees = box.crs().decimals() > 2;
    return new Condition("geom && " + around + " AND ST_Intersects(ST_Transform(geom, " + box.crs().srid() + "), " + envelope + ")",
        Map.of("min_x", box.minX(), "min_y", box.minY(), "max_x", box.maxX(), "max_y", box.maxY(),
            "piece", Math.max(longest / PIECES, 1e-9), "margin", (degrees ? longest : longest / 100_000) / 100 + 1e-6));
  }

  /** The feature holds on some day of the interval; a feature that does not say when it holds always does. */
  public static Condition validIn(TimeInterval interval) {
    Condition begun = interval.end() == null ? Condition.NONE
        : new Condition("valid_from IS NULL OR valid_from <= :interval_end", Map.of("interval_end", interval.end()));
    Condition notEnded = interval.begin() == null ? Condition.NONE
        : new Condition("valid_to IS NULL OR valid_to > :interval_begin", Map.of("interval_begin", interval.begin()));
    return begun.and(notEnded);
  }

  private static String meets(String envelope) {
    return "geom && " + envelope + " AND (geom @ " + envelope + " OR ST_Intersects(geom, " + envelope + "))";
  }
}
