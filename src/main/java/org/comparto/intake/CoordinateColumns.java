package org.comparto.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows by their names, Italian and English, the columns of a table that hold a point's coordinates; and reads the numbers in them. */
final class CoordinateColumns {

  private static final Pattern LONGITUDE = Pattern.compile("(coord|geo|gps)?(x)?(lon|lng|long|longitud|longitude|longitudine)(x)?(deg|gradi|wgs84|4326|dd)?");
  private static final Pattern LATITUDE = Pattern.compile("(coord|geo|gps)?(y)?(lat|latitud|latitude|latitudine)(y)?(deg|gradi|wgs84|4326|dd)?");
  private static final String SYSTEM = "(utm|utm32|utm33|gb|gaussboaga|wgs84|etrs89|rdn2008|ed50|\\d{4,5})?";
  private static final Pattern X = Pattern.compile("(coord|coordinata|coordinate|geo|point|pos|utm|gb)?(x|est|east|easting)(coord|coordinate|m)?" + SYSTEM);
  private static final Pattern Y = Pattern.compile("(coord|coordinata|coordinate|geo|point|pos|utm|gb)?(y|nord|north|northing)(coord|coordinate|m)?" + SYSTEM);

  private CoordinateColumns() {}

  /**
   * A pair of columns by their places.
   *
   * @param geographic their names say longitude and latitude
   */
  record Pair(int x, int y, boolean geographic) {}

  /** What a header holds: one pair, none, or several of a kind, of which none is taken. */
  record Choice(@Nullable Pair pair, @Nullable String doubt) {}

  static Choice choose(List<String> header) {
    List<Integer> longitudes = matching(header, LONGITUDE);
    List<Integer> latitudes = matching(header, LATITUDE);
    if (longitudes.size() == 1 && latitudes.size() == 1) {
      return new Choice(new Pair(longitudes.get(0), latitudes.get(0), true), null);
    }
    List<Integer> xs = matching(header, X);
    List<Integer> ys = matching(header, Y);
    if (xs.size() == 1 && ys.size() == 1) {
      return new Choice(new Pair(xs.get(0), ys.get(0), false), null);
    }
    boolean several = longitudes.size() + xs.size() > 1 && latitudes.size() + ys.size() > 1;
    return new Choice(null, several ? "several columns may hold coordinates; none was taken. Leave one pair, named lon and lat or x and y." : null);
  }

  private static List<Integer> matching(List<String> header, Pattern names) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (names.matcher(plain(header.get(i))).matches()) {
        found.add(i);
      }
    }
    return found;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** 4997916.986, 4997916,986, 4.997.916,986 and 4,997,916.986 are all the same; empty if it is no number. */
  static Optional<Double> number(String text) {
    String digits = text.strip().replace(" ", "").replace("'", "").replace("\u00A0", "");
    int comma = digits.lastIndexOf(',');
    int dot = digits.lastIndexOf('.');
    if (comma >= 0 && dot >= 0) {
      digits = comma > dot ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    } else if (comma >= 0) {
      digits = digits.indexOf(',') == comma ? digits.replace(',', '.') : digits.replace(",", "");
    } else if (dot >= 0 && digits.indexOf('.') != dot) {
      digits = digits.replace(".", "");
    }
    if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(digits));
  }
}
