package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;

/** A small grid of streets around every town's seat; in larger towns every second one is one-way and trucks come only to deliver. */
final class TownStreets {

  private static final double BLOCK_M = 110;
  private static final int STREETS = 5;
  private static final int LARGE = 8;
  private static final List<String> NAMES = List.of("via Roma", "via Garibaldi", "via Mazzini", "via Verdi", "via Cavour", "via Dante",
      "via Manzoni", "via Matteotti", "via Marconi", "via della Repubblica", "via XXV Aprile", "via Gramsci", "via Leopardi",
      "via Petrarca", "via Volta", "via Galilei", "via Rossini", "via Puccini", "via dei Mille", "via della Stazione");

  private TownStreets() {}

  /** @param free whether a street may lie on the stretch between two points in degrees */
  static List<RoadLine> lines(Municipalities municipalities, Predicate<List<Coordinate>> free) {
    Map<?, ?> sizes = (Map<?, ?>) SeedFile.document("roads.yaml").get("towns");
    List<RoadLine> lines = new ArrayList<>();
    for (Seed town : municipalities.all()) {
      int streets = sizes.get(town.text("name")) instanceof Number number ? number.intValue() : STREETS;
      Coordinate seat = municipalities.seat(town.code());
      Draw draw = Draw.of("streets " + town.code());
      LocalFrame frame = new LocalFrame(seat.x, seat.y, draw.between(-40, 40));
      int first = draw.whole(0, NAMES.size() - 1);
      for (int i = 0; i < streets; i++) {
        for (boolean lengthwise : new boolean[] {true, false}) {
          String name = NAMES.get((first + 2 * i + (lengthwise ? 0 : 1)) % NAMES.size());
          Map<String, String> tags = RoadTags.of("residential", name);
          if (streets >= LARGE && i % 2 == 1) {
            tags.put("oneway", "yes");
          }
          if (streets >= LARGE) {
            tags.put("hgv", "destination");
          }
          lines.addAll(street(town.code() + " " + name, tags, points(frame, streets, i, lengthwise), free));
        }
      }
    }
    return lines;
  }

  /** Every fourth street runs the other way, so that one-way streets come in pairs. */
  private static List<Coordinate> points(LocalFrame frame, int streets, int number, boolean lengthwise) {
    List<Coordinate> points = new ArrayList<>();
    for (int j = 0; j < streets; j++) {
      double along = ((number % 4 == 3 ? streets - 1 - j : j) - (streets - 1) / 2.0) * BLOCK_M;
      double across = (number - (streets - 1) / 2.0) * BLOCK_M;
      points.add(lengthwise ? frame.toDegrees(along, across) : frame.toDegrees(across, along));
    }
    return points;
  }

  /** The stretches of a street that may be there. */
  static List<RoadLine> street(String code, Map<String, String> tags, List<Coordinate> points, Predicate<List<Coordinate>> free) {
    List<RoadLine> lines = new ArrayList<>();
    List<Coordinate> run = new ArrayList<>(List.of(points.get(0)));
    for (int i = 1; i < points.size(); i++) {
      if (!free.test(points.subList(i - 1, i + 1))) {
        if (run.size() > 1) {
          lines.add(new RoadLine(code, run, tags));
        }
        run.clear();
      }
      run.add(points.get(i));
    }
    if (run.size() > 1) {
      lines.add(new RoadLine(code, run, tags));
    }
    return lines;
  }
}
