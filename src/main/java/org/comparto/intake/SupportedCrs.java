package org.comparto.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate reference systems that are read, and how each becomes WGS 84. The operation is ours and not the library's
 * choice, so that it can be recorded and is the same everywhere: which one PROJ takes depends on the grids a machine has.
 *
 * @param northFirst the authority's axes are northing or latitude first, as a PROJ pipeline for it expects
 * @param toGeographic the pipeline's steps to geographic coordinates in degrees, longitude first; empty if they are that already
 */
record SupportedCrs(int epsg, String name, boolean northFirst, String toGeographic, Datum datum) {

  /** How a datum goes to WGS 84: exactly, by the null transformation of ETRS89, or by parameters of limited accuracy. */
  enum Datum { WGS84, ETRS89, ED50, MONTE_MARIO }

  private static final TreeMap<Integer, SupportedCrs> ALL = new TreeMap<>(Arrays.stream(new SupportedCrs[] {
      new SupportedCrs(4326, "WGS 84", true, "", Datum.WGS84),
      new SupportedCrs(3857, "WGS 84 / Pseudo-Mercator", false, "+step +inv +proj=webmerc +ellps=WGS84", Datum.WGS84),
      new SupportedCrs(32632, "WGS 84 / UTM zone 32N", false, "+step +inv +proj=utm +zone=32 +ellps=WGS84", Datum.WGS84),
      new SupportedCrs(32633, "WGS 84 / UTM zone 33N", false, "+step +inv +proj=utm +zone=33 +ellps=WGS84", Datum.WGS84),
      new SupportedCrs(6706, "RDN2008", true, "", Datum.ETRS89),
      new SupportedCrs(6707, "RDN2008 / UTM zone 32N (N-E)", true, "+step +inv +proj=utm +zone=32 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(6708, "RDN2008 / UTM zone 33N (N-E)", true, "+step +inv +proj=utm +zone=33 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(7791, "RDN2008 / UTM zone 32N", false, "+step +inv +proj=utm +zone=32 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(7792, "RDN2008 / UTM zone 33N", false, "+step +inv +proj=utm +zone=33 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(7793, "RDN2008 / UTM zone 34N", false, "+step +inv +proj=utm +zone=34 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(7794, "RDN2008 / Italy zone (E-N)", false,
          "+step +inv +proj=tmerc +lat_0=0 +lon_0=12 +k=0.9985 +x_0=7000000 +y_0=0 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(7795, "RDN2008 / Zone 12 (E-N)", false,
          "+step +inv +proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=3000000 +y_0=0 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(25832, "ETRS89 / UTM zone 32N", false, "+step +inv +proj=utm +zone=32 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(25833, "ETRS89 / UTM zone 33N", false, "+step +inv +proj=utm +zone=33 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(3035, "ETRS89-extended / LAEA Europe", true,
          "+step +inv +proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80", Datum.ETRS89),
      new SupportedCrs(23032, "ED50 / UTM zone 32N", false, "+step +inv +proj=utm +zone=32 +ellps=intl", Datum.ED50),
      new SupportedCrs(23033, "ED50 / UTM zone 33N", false, "+step +inv +proj=utm +zone=33 +ellps=intl", Datum.ED50),
      new SupportedCrs(3003, "Monte Mario / Italy zone 1", false,
          "+step +inv +proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 +ellps=intl", Datum.MONTE_MARIO),
      new SupportedCrs(3004, "Monte Mario / Italy zone 2", false,
          "+step +inv +proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=2520000 +y_0=0 +ellps=intl", Datum.MONTE_MARIO),
  }).collect(Collectors.toMap(SupportedCrs::epsg, crs -> crs)));

  static Optional<SupportedCrs> find(int epsg) {
    return Optional.ofNullable(ALL.get(epsg));
  }

  static @Nullable String nameOf(int epsg) {
    return find(epsg).map(SupportedCrs::name).orElse(null);
  }

  /** The codes, for a message. */
  static String codes() {
    return ALL.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Two codes that differ in nothing but the order of their axes get the same one of both. */
  static int ignoringAxisOrder(int epsg) {
    return switch (epsg) {
      case 6707 -> 7791;
      case 6708 -> 7792;
      case 6709 -> 7793;
      case 6875 -> 7794;
      case 6876 -> 7795;
      default -> epsg;
    };
  }
}
