package org.comparto.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands what {@code ogrinfo -so -al} prints; GDAL 3.6 has no other form of it. */
final class OgrInfo {

  private static final Pattern FIELD = Pattern.compile(
      "^(.+): (Integer|Integer64|Real|String|Date|Time|DateTime|Binary|IntegerList|Integer64List|RealList|StringList)"
          + "(?:\\([A-Za-z0-9]+\\))? \\(\\d+\\.\\d+\\).*$");
  private static final Pattern EXTENT = Pattern.compile("^Extent: \\((\\S+), (\\S+)\\) - \\((\\S+), (\\S+)\\)$");
  private static final Pattern GEOMETRY = Pattern.compile("^Geometry(?: \\(.*\\))?: (.+)$");
  private static final Pattern CODE = Pattern.compile("ID\\[\"(EPSG|OGC)\",\"?(\\w+)\"?]]\\s*\\z");
  private static final Pattern NAME = Pattern.compile("^\\s*\\w+\\[\"([^\"]*)\"");

  private OgrInfo() {}

  /**
   * A layer as GDAL sees it.
   *
   * @param wkt its coordinate reference system; null if it has none
   * @param extent west, south, east, north in its own coordinates; null if it has none
   */
  record Described(String name, long features, String geometryType, List<SourceField> fields, @Nullable String wkt, double @Nullable [] extent) {

    /** The code that the description itself ends with; null if there is none. */
    @Nullable Integer epsg() {
      if (wkt == null) {
        return null;
      }
      Matcher code = CODE.matcher(wkt);
      if (!code.find()) {
        return null;
      }
      if (code.group(1).equals("OGC")) {
        return code.group(2).equals("CRS84") ? 4326 : null;
      }
      return code.group(2).matches("\\d{1,6}") ? Integer.valueOf(code.group(2)) : null;
    }

    /** Null where counting them would mean reading everything. */
    @Nullable Long countedFeatures() {
      return features < 0 ? null : features;
    }

    @Nullable String crsName() {
      if (wkt == null) {
        return null;
      }
      Matcher name = NAME.matcher(wkt);
      return name.find() ? name.group(1) : null;
    }
  }

  static List<Described> layers(String printed) {
    List<Described> layers = new ArrayList<>();
    // the first part tells of the file
    String[] parts = printed.split("(?m)^Layer name: ");
    for (int i = 1; i < parts.length; i++) {
      layers.add(layer(parts[i]));
    }
    return layers;
  }

  private static Described layer(String part) {
    String[] lines = part.split("\n");
    String geometry = "None";
    long features = 0;
    double[] extent = null;
    StringBuilder wkt = null;
    boolean inWkt = false;
    List<SourceField> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("Layer SRS WKT:") || line.startsWith("SRS WKT (")) {
        inWkt = wkt == null;
        wkt = wkt == null ? new StringBuilder() : wkt;
        continue;
      }
      if (inWkt) {
        if (line.startsWith("Data axis to CRS axis mapping") || line.equals("(unknown)")) {
          inWkt = false;
        } else {
          wkt.append(line).append('\n');
        }
        continue;
      }
      Matcher found = GEOMETRY.matcher(line);
      if (found.matches() && geometry.equals("None")) {
        geometry = shortName(found.group(1));
      } else if (line.startsWith("Feature Count: ")) {
        features = Long.parseLong(line.substring("Feature Count: ".length()).strip());
      } else if ((found = EXTENT.matcher(line)).matches()) {
        extent = new double[] {number(found.group(1)), number(found.group(2)), number(found.group(3)), number(found.group(4))};
      } else if ((found = FIELD.matcher(line)).matches()) {
        fields.add(new SourceField(found.group(1), found.group(2)));
      }
    }
    String text = wkt == null || wkt.toString().isBlank() ? null : wkt.toString().strip();
    return new Described(lines[0].strip(), features, geometry, List.copyOf(fields), text, extent);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** "3D Multi Polygon" is "MultiPolygon Z", "Unknown (any)" is "Unknown". */
  private static String shortName(String name) {
    boolean z = name.startsWith("3D ");
    boolean m = name.contains("Measured ");
    String base = name.replace("3D ", "").replace("Measured ", "").replace(" (any)", "").replace(" ", "");
    return base + (z || m ? " " : "") + (z ? "Z" : "") + (m ? "M" : "");
  }
}
