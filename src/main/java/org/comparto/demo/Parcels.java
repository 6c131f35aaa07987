package org.comparto.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Invented cadastral parcels that agree with the references of the plots: a plot's ground, cut into as many strips as it names
 * parcels. Only under zones drawn by hand, so that no scale has more of them.
 */
final class Parcels {

  /** A parcel number of a plot, with the ground it gets. */
  private record Ground(String number, Polygon area) {}

  private final Map<String, Integer> taken = new HashMap<>();
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

  /** @param facts the plot's record */
  void under(Plot plot, Polygon metres, Map<String, @Nullable Object> facts) {
    Object code = facts.get("cadastral_code");
    Object sheet = facts.get("cadastral_sheet");
    if (code == null || sheet == null || !(facts.get("cadastral_parcels") instanceof List<?> numbers)) {
      return;
    }
    for (Ground ground : divide(metres, numbers.stream().map(String::valueOf).toList())) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("cadastral_code", code);
      properties.put("sheet", sheet);
      properties.put("parcel", ground.number());
      // two plots may have drawn the same number: both stay, under codes of their own
      String reference = code + "_" + sheet + "." + ground.number();
      int before = taken.merge(reference, 1, Integer::sum) - 1;
      rows.add(SeedLayers.thematic(0, before == 0 ? reference : reference + "-" + (before + 1),
          "Foglio " + sheet + ", particella " + ground.number() + " (dimostrativa)", plot.zone().territory().code(), plot.zone().municipality(),
          properties, plot.zone().frame().toDegrees(ground.area())));
    }
  }

  void write(LongSupplier ids, RowSink sink) {
    sink.thematicLayer("cadastral_parcel");
    for (Map<String, @Nullable Object> row : rows) {
      row.put("id", ids.getAsLong());
      sink.row("thematic_cadastral_parcel", row);
    }
  }

  /** Across its length; the last parcel keeps what a cut has left in pieces. */
  private static List<Ground> divide(Polygon area, List<String> numbers) {
    List<Ground> grounds = new ArrayList<>();
    Polygon rest = area;
    Coordinate[] across = new MinimumDiameter(area).getDiameter().getCoordinates();
    double angle = Math.toDegrees(Math.atan2(across[1].y - across[0].y, across[1].x - across[0].x));
    for (int i = 0; i + 1 < numbers.size(); i++) {
      Polygon next = rest;
      Coordinate at = along(next, angle, 1.0 / (numbers.size() - i));
      List<List<Polygon>> sides = new Cut(at.x, at.y, angle, 0).sides(next);
      if (sides.get(0).size() != 1 || sides.get(1).size() != 1) {
        break;
      }
      grounds.add(new Ground(numbers.get(i), sides.get(1).get(0)));
      rest = sides.get(0).get(0);
    }
    grounds.add(new Ground(numbers.get(grounds.size()), rest));
    return grounds;
  }

  /** A point on the cut that leaves a share of the polygon's length on the right of the angle. */
  private static Coordinate along(Polygon area, double degrees, double share) {
    double nx = -Math.sin(Math.toRadians(degrees));
    double ny = Math.cos(Math.toRadians(degrees));
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Coordinate c : area.getCoordinates()) {
      double distance = c.x * nx + c.y * ny;
      least = Math.min(least, distance);
      most = Math.max(most, distance);
    }
    double distance = least + share * (most - least);
    return new Coordinate(nx * distance, ny * distance);
  }
}
