package org.comparto.feature;

import java.util.Map;
import org.comparto.filter.Condition;

/** Conditions on where features lie, as both filters and parameters need them. */
public final class Conditions {

  private Conditions() {}

  /** The shape and the box have a point in common. What lies inside the box by its own box needs no closer look. */
  public static Condition inBox(BoundingBox box) {
    Map<String, Object> edges = Map.of("west", box.west(), "south", box.south(), "east", box.east(), "north", box.north());
    return new Condition(box.crossesAntimeridian()
        ? meets("ST_MakeEnvelope(:west, :south, 180, :north, 4326)") + " OR " + meets("ST_MakeEnvelope(-180, :south, :east, :north, 4326)")
        : meets("ST_MakeEnvelope(:west, :south, :east, :north, 4326)"), edges);
  }

  private static String meets(String envelope) {
    return "geom && " + envelope + " AND (geom @ " + envelope + " OR ST_Intersects(geom, " + envelope + "))";
  }
}
