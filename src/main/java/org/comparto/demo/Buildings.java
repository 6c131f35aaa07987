package org.comparto.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Buildings: invented footprints, one on each occupied plot of the zones drawn by hand, the shape of the plot made smaller. */
final class Buildings {

  private static final double LEAST_M2 = 200;

  private Buildings() {}

  static void write(Map<Zone, List<Plot>> occupied, LongSupplier ids, RowSink sink) {
    sink.thematicLayer("building");
    occupied.values().forEach(plots -> plots.forEach(plot -> {
      Geometry footprint = footprint(plot);
      if (footprint.isValid() && plot.area().contains(footprint)) {
        sink.row("thematic_building", row(plot, ids.getAsLong(), footprint));
      }
    }));
  }

  private static Map<String, @Nullable Object> row(Plot plot, long id, Geometry footprint) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("building_use", "industrial");
    return SeedLayers.thematic(id, "ED-" + plot.code(), "Edificio dimostrativo " + plot.code(), plot.zone().territory().code(),
        plot.zone().municipality(), properties, footprint);
  }

  private static Geometry footprint(Plot plot) {
    double share = plot.areaM2() < LEAST_M2 ? 0.5 : Draw.of("building " + plot.code()).between(0.5, 0.72);
    Coordinate middle = plot.inside();
    Geometry smaller = AffineTransformation.scaleInstance(share, share, middle.x, middle.y).transform(plot.area());
    smaller.apply((CoordinateFilter) corner -> {
      corner.x = LocalFrame.round(corner.x);
      corner.y = LocalFrame.round(corner.y);
    });
    smaller.geometryChanged();
    return LocalFrame.DEGREES.createGeometry(smaller);
  }
}
