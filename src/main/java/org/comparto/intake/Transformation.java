package org.comparto.intake;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one operation by which a layer's coordinates become WGS 84, longitude first.
 *
 * @param sourceEpsg what they are
 * @param name what the operation is called, for people
 * @param pipeline for PROJ, in the authorities' axis orders on both sides; null where coordinates are WGS 84 degrees already
 * @param accuracyM as stated by whoever published its parameters; 0: exact
 * @param warning a code and a sentence; null if there is nothing to say
 */
record Transformation(int sourceEpsg, String name, @Nullable String pipeline, double accuracyM, @Nullable String warning) {

  /** IGM's grid, which gives decimetres instead of metres; not ours to ship, an installation may put it beside PROJ's own. */
  static final String IGM_GRID = "35160622_47161840_R40_F00.gsb";

  private static final String TO_DEGREES = " +step +proj=unitconvert +xy_in=rad +xy_out=deg";
  private static final String FIRST_AXES_EXCHANGED = " +step +proj=axisswap +order=2,1";

  /** Parameters of EPSG for a part of Italy. */
  private enum Area {
    MAINLAND("Monte Mario to WGS 84 (4), EPSG:1660, mainland", "+x=-104.1 +y=-49.1 +z=-9.9 +rx=0.971 +ry=-2.917 +rz=0.714 +s=-11.68"),
    SARDINIA("Monte Mario to WGS 84 (2), EPSG:1662, Sardinia", "+x=-168.6 +y=-34 +z=38.6 +rx=-0.374 +ry=-0.679 +rz=-1.379 +s=-9.48"),
    SICILY("Monte Mario to WGS 84 (3), EPSG:1664, Sicily", "+x=-50.2 +y=-50.4 +z=84.8 +rx=-0.69 +ry=-2.012 +rz=0.459 +s=-28.08");

    final String title;
    final String parameters;

    Area(String title, String parameters) {
      this.title = title;
      this.parameters = parameters;
    }

    /** By the longitude and latitude of a layer's middle, to a kilometre or so, which tells islands from each other. */
    static Area at(double lon, double lat) {
      if (lon > 7.8 && lon < 10 && lat > 38.7 && lat < 41.35) {
        return SARDINIA;
      }
      // the strait of Messina parts Sicily from the mainland at its east, the sea at its north
      boolean west = lon < 15.3 && lat < 38.9 || lon < 15.6 && lat < 38.35 || lon < 15.66 && lat < 38;
      return lon > 11.8 && lat > 35.4 && west ? SICILY : MAINLAND;
    }
  }

  /** @param extent west, south, east, north in the source's coordinates; null if not known */
  static Transformation of(SupportedCrs crs, double @Nullable [] extent) {
    return switch (crs.datum()) {
      case WGS84 -> crs.toGeographic().isEmpty() ? new Transformation(crs.epsg(), "none: WGS 84 already", null, 0, null)
          : new Transformation(crs.epsg(), "inverse projection", pipeline(crs, crs.toGeographic() + TO_DEGREES), 0, null);
      case ETRS89 -> new Transformation(crs.epsg(), "ETRS89 to WGS 84 (1), EPSG:1149, null transformation",
          pipeline(crs, crs.toGeographic().isEmpty() ? "" : crs.toGeographic() + TO_DEGREES), 1, null);
      case ED50 -> new Transformation(crs.epsg(), "ED50 to WGS 84 (1), EPSG:1133, mean of western Europe",
          pipeline(crs, crs.toGeographic() + helmert("+x=-87 +y=-98 +z=-121") + TO_DEGREES), 10,
          "ed50-mean: ED50 coordinates are exact to 10 m only");
      case MONTE_MARIO -> igmGrid().isPresent()
          ? new Transformation(crs.epsg(), "Monte Mario to RDN2008 (5), EPSG:9734, IGM grid",
              pipeline(crs, crs.toGeographic() + " +step +proj=hgridshift +grids=" + IGM_GRID + TO_DEGREES), 0.1, null)
          : monteMario(crs, extent);
    };
  }

  private static Transformation monteMario(SupportedCrs crs, double @Nullable [] extent) {
    double lon0 = crs.epsg() == 3003 ? 9 : 15;
    double falseEasting = crs.epsg() == 3003 ? 1_500_000 : 2_520_000;
    Area area = Area.MAINLAND;
    if (extent != null) {
      // the first two terms of the meridian's length
      double arc = (extent[1] + extent[3]) / 2 / 0.9996;
      double lat = (arc + 16_038 * Math.sin(Math.toRadians(2 * arc / 111_133))) / 111_133;
      double lon = lon0 + ((extent[0] + extent[2]) / 2 - falseEasting) / (111_400 * Math.cos(Math.toRadians(lat)));
      area = Area.at(lon, lat);
    }
    return new Transformation(crs.epsg(), area.title,
        pipeline(crs, crs.toGeographic() + helmert(area.parameters + " +convention=position_vector") + TO_DEGREES), 4,
        "monte-mario-without-grid: coordinates are exact to 4 m; with IGM's grid (" + IGM_GRID + ") in PROJ's data folder it is 0.1 m");
  }

  private static String helmert(String parameters) {
    return " +step +proj=push +v_3 +step +proj=cart +ellps=intl +step +proj=helmert " + parameters
        + " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3";
  }

  /** From and to the orders of axes that the authorities give; WGS 84's is latitude first. */
  private static String pipeline(SupportedCrs crs, String steps) {
    return "+proj=pipeline" + (crs.northFirst() ? FIRST_AXES_EXCHANGED : "") + (steps.startsWith(" ") || steps.isEmpty() ? "" : " ") + steps
        + FIRST_AXES_EXCHANGED;
  }

  private static Optional<Path> igmGrid() {
    return Stream.of(System.getenv("PROJ_DATA"), System.getenv("PROJ_LIB"), "/usr/share/proj", "/usr/local/share/proj")
        .filter(folder -> folder != null && !folder.isBlank()).flatMap(folders -> Stream.of(folders.split(File.pathSeparator)))
        .map(folder -> Path.of(folder, IGM_GRID)).filter(Files::isReadable).findFirst();
  }

  /** What ogr2ogr is told. */
  List<String> arguments() {
    if (pipeline == null) {
      return List.of("-a_srs", "EPSG:4326");
    }
    return new ArrayList<>(List.of("-s_srs", "EPSG:" + sourceEpsg, "-t_srs", "EPSG:4326", "-ct", pipeline));
  }

  /** For the record. */
  String description() {
    return pipeline == null ? name : name + ": " + pipeline;
  }
}
