package org.comparto.crs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;

/**
 * A coordinate reference system of the open interfaces. PostGIS always computes with the easting or longitude first; where the
 * authority says northing or latitude first, coordinates are turned round on their way in and out, here and nowhere else.
 *
 * @param uri as OGC API names it
 * @param srid the PostGIS number
 * @param northFirst the authority's first axis is latitude or northing (EPSG registry)
 * @param decimals of a coordinate in answers: about a centimetre
 */
public record Crs(String uri, int srid, boolean northFirst, int decimals) {

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final int METRIC_DECIMALS = 2;
  private static final Pattern NUMBER = Pattern.compile("(?:EPSG:{1,2})?(\\d{4,6})", Pattern.CASE_INSENSITIVE);
  private static final Pattern CRS84_NAMES = Pattern.compile("(?:urn:ogc:def:crs:OGC:[\\d.]*:|OGC:)?CRS84", Pattern.CASE_INSENSITIVE);

  /** WGS 84, longitude first: what everything is kept in, and what is meant where nobody says anything else. */
  public static final Crs CRS84 = new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false, 7);

  private static final List<Crs> ALL = List.of(CRS84,
      new Crs(EPSG + 4326, 4326, true, 7), new Crs(EPSG + 3857, 3857, false, METRIC_DECIMALS),
      new Crs(EPSG + 3035, 3035, true, METRIC_DECIMALS),
      new Crs(EPSG + 25832, 25832, false, METRIC_DECIMALS), new Crs(EPSG + 25833, 25833, false, METRIC_DECIMALS),
      new Crs(EPSG + 32632, 32632, false, METRIC_DECIMALS), new Crs(EPSG + 32633, 32633, false, METRIC_DECIMALS),
      new Crs(EPSG + 6706, 6706, true, 7),
      new Crs(EPSG + 7791, 7791, false, METRIC_DECIMALS), new Crs(EPSG + 7792, 7792, false, METRIC_DECIMALS),
      new Crs(EPSG + 7793, 7793, false, METRIC_DECIMALS), new Crs(EPSG + 7794, 7794, false, METRIC_DECIMALS),
      new Crs(EPSG + 7795, 7795, false, METRIC_DECIMALS));

  /** Its coordinates are longitude and latitude in degrees. */
  public boolean isGeographic() {
    return decimals != METRIC_DECIMALS;
  }

  /** All that can be asked for, the one that is meant by default first. */
  public static List<Crs> all() {
    return ALL;
  }

  public static Optional<Crs> find(String uri) {
    return ALL.stream().filter(crs -> crs.uri().equals(uri)).findFirst();
  }

  /**
   * Finds one as people write it: URI, URN, {@code EPSG:32632}, {@code [EPSG:32632]}, {@code 32632}, {@code CRS84}, in whatever case. A short name of EPSG 4326 means
   * longitude first, as programs read files; only its URI and URN mean the order of the authority.
   */
  public static Optional<Crs> findNamed(String name) {
    String plain = name.strip().replaceFirst("^\\[(.*)]$", "$1").replaceFirst("(?i)^https?://www\\.opengis\\.net/", "http://www.opengis.net/")
        .replaceFirst("(?i)^urn:(?:ogc|x-ogc):def:crs:EPSG:[\\d.]*:(\\d+)$", EPSG + "$1");
    Matcher number = NUMBER.matcher(plain);
    if (number.matches()) {
      return ALL.stream().filter(crs -> String.valueOf(crs.srid()).equals(number.group(1))).findFirst();
    }
    return CRS84_NAMES.matcher(plain).matches() ? Optional.of(CRS84) : find(plain);
  }

  /**
   * Reads the URI of a coordinate reference system.
   *
   * @throws InvalidInputException naming the parameter and what there is
   */
  public static Crs parse(String uri, String parameter) {
    return find(uri).orElseThrow(() -> new InvalidInputException(parameter, "\"" + uri + "\" is not offered; there are "
        + ALL.stream().map(Crs::uri).collect(Collectors.joining(", "))));
  }
}
