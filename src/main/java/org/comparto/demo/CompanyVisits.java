package org.comparto.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The smaller print of an invented company's visits; drawn under a key of its own, so that what was drawn before it stays as it was. */
final class CompanyVisits {

  private CompanyVisits() {}

  /** @param row with visitable, visit_minutes, visit_hours and coach_parking already in it */
  static void complete(String code, String chain, Coordinate at, Map<String, @Nullable Object> row) {
    Draw draw = Draw.of("visit " + code);
    boolean open = !"never".equals(row.get("visitable"));
    Integer minutes = (Integer) row.get("visit_minutes");
    row.put("visit_groups_at_once", open ? draw.unless(0.9, 2) : null);
    row.put("visit_minutes_min", open ? draw.unless(0.3, Math.max(20, minutes - 15)) : null);
    row.put("visit_minutes_max", open ? draw.unless(0.4, minutes + draw.pickOf(15, 30, 30, 60)) : null);
    row.put("visit_setup_minutes", open ? draw.unless(0.2, draw.pickOf(0, 5, 5, 10, 15)) : null);
    row.put("visit_toilets", open ? draw.unless(0.15, draw.chance(0.85)) : null);
    row.put("visit_lunch", open ? draw.unless(0.2, draw.chance(0.12)) : null);
    row.put("visit_cost", open ? draw.unless(0.25, draw.pickOf(0, 0, 0, 0, 3, 5)) : null);
    row.put("visit_season", open && chain.equals("agri_food") ? draw.unless(0.6, draw.pickOf("Sep-Jun", "Mar-Oct")) : null);
    row.put("visit_blackout", open ? draw.unless(0.75, draw.pickOf(List.of("2026-12-24/2027-01-06"), List.of("2026-12-07", "2026-12-21/2027-01-08"),
        List.of("2027-08-01/2027-08-31"))) : null);
    row.put("visit_gate", open ? draw.unless(0.7, draw.pickOf("portineria", "ingresso visitatori, suonare agli uffici", "cancello B")) : null);
    row.put("visit_hours", open ? hours((String) row.get("visit_hours"), draw) : null);
    boolean knownPlace = draw.chance(0.6);
    Coordinate place = new LocalFrame(at.x, at.y, 0).toDegrees(draw.between(-45, 45), draw.between(-45, 45));
    boolean parking = open && knownPlace && Boolean.TRUE.equals(row.get("coach_parking"));
    row.put("visit_parking_lon", parking ? place.x : null);
    row.put("visit_parking_lat", parking ? place.y : null);
  }

  /** A few are closed on Fridays, many on public holidays. */
  private static @Nullable String hours(@Nullable String usual, Draw draw) {
    boolean holidaysOff = draw.chance(0.5);
    boolean fridaysOff = draw.chance(0.15);
    return usual == null || usual.startsWith("Fr") ? usual : usual + (fridaysOff ? "; Fr off" : "") + (holidaysOff ? "; PH off" : "");
  }
}
