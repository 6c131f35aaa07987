package org.comparto.feature;

/** To whom a place belongs, as pieces of SQL: what is written and what is loaded is put into the same territory and municipality. */
public final class Whereabouts {

  private Whereabouts() {}

  /** The code of the smallest territory around a point; NULL if none. @param point an expression, EPSG:4326 */
  public static String territory(String point) {
    return "territory_at(" + point + ")";
  }

  /** The code of the municipality around a point, of those whose boundary is known; NULL if none. */
  public static String municipality(String point) {
    return "municipality_at(" + point + ")";
  }

  /**
   * A box with a margin of about 5 km around a territory, or all of them, or Italy where there are none: whether a shape belongs
   * to a territory is not for a reader to say exactly, but what lies outside of the box is mistaken.
   *
   * @param territory an expression for its code; NULL for all
   */
  public static String frame(String territory) {
    return "ST_SetSRID(ST_Expand(coalesce((SELECT ST_Extent(geom)::geometry FROM territory WHERE " + territory + " IS NULL OR code = " + territory
        + "), ST_MakeEnvelope(6.6, 35.4, 18.6, 47.1)), 0.05), 4326)";
  }
}
