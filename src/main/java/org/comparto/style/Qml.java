package org.comparto.style;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comparto.layer.Layer.GeometryType;

/** Signs as QGIS 3 keeps a layer's symbology: categories by one attribute, or one symbol. Pixels of the map page become millimetres. */
final class Qml {

  /** CSS: 96 pixels are 25.4 mm. */
  private static final double MM = 25.4 / 96;
  private static final String HEAD = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";

  private final Signs signs;
  private final XmlText xml = new XmlText(HEAD);

  private Qml(Signs signs) {
    this.signs = signs;
  }

  static String write(Signs signs) {
    return new Qml(signs).document();
  }

  private String document() {
    xml.begin("qgis", "version", "3.22.0", "styleCategories", "Symbology");
    if (signs.column() == null) {
      xml.begin("renderer-v2", "type", "singleSymbol", "enableorderby", "0", "forceraster", "0", "symbollevels", "0");
    } else {
      xml.begin("renderer-v2", "type", "categorizedSymbol", "attr", signs.column(), "enableorderby", "0", "forceraster", "0", "symbollevels", "0");
      xml.begin("categories");
      for (int i = 0; i < signs.all().size(); i++) {
        Sign sign = signs.all().get(i); // an empty value stands for all others
        xml.empty("category", "value", sign.value() == null ? "" : sign.value(), "symbol", String.valueOf(i), "label", sign.label(), "render", "true", "type", "string");
      }
      xml.end();
    }
    xml.begin("symbols");
    List<Sign> drawn = signs.column() == null ? signs.all().subList(signs.all().size() - 1, signs.all().size()) : signs.all();
    for (int i = 0; i < drawn.size(); i++) {
      symbol(String.valueOf(i), drawn.get(i));
    }
    return xml.end().end().element("layerGeometryType", signs.geometry() == GeometryType.POINT ? "0" : signs.geometry() == GeometryType.LINE ? "1" : "2").finish();
  }

  private void symbol(String name, Sign sign) {
    String type = signs.geometry() == GeometryType.POINT ? "marker" : signs.geometry() == GeometryType.LINE ? "line" : "fill";
    beginSymbol(name, type);
    if (type.equals("marker")) {
      marker(sign.shape(), sign.fill(), sign.stroke(), 2 * sign.radius());
    } else {
      if (type.equals("fill")) {
        fill(name, sign);
      }
      line(sign);
    }
    xml.end();
  }

  private void fill(String name, Sign sign) {
    layer("SimpleFill", "color", colour(sign.fill(), sign.fillOpacity()), "style", "solid", "outline_style", "no").end();
    if (sign.pattern().equals("hatch")) {
      layer("LinePatternFill", "angle", "45", "distance", mm(7), "distance_unit", "MM", "color", colour(sign.stroke(), 1), "line_width", mm(1), "line_width_unit", "MM");
      beginSymbol("@" + name + "@1", "line");
      layer("SimpleLine", "line_color", colour(sign.stroke(), 1), "line_width", mm(1), "line_width_unit", "MM", "line_style", "solid").end();
      xml.end().end();
    } else if (sign.pattern().equals("dots")) {
      layer("PointPatternFill", "distance_x", mm(7), "distance_x_unit", "MM", "distance_y", mm(7), "distance_y_unit", "MM");
      beginSymbol("@" + name + "@1", "marker");
      marker("circle", sign.stroke(), sign.stroke(), 2.4);
      xml.end().end();
    }
  }

  private void line(Sign sign) {
    String dash = sign.dash().stream().map(Qml::mm).collect(Collectors.joining(";"));
    layer("SimpleLine", "line_color", colour(sign.stroke(), 1), "line_width", mm(sign.strokeWidth()), "line_width_unit", "MM", "line_style", "solid",
        "joinstyle", "round", "use_custom_dash", dash.isEmpty() ? "0" : "1", "customdash", dash.isEmpty() ? "5;2" : dash, "customdash_unit", "MM").end();
  }

  private void marker(String shape, String fill, String stroke, double pixels) {
    layer("SimpleMarker", "name", shape, "color", colour(fill, 1), "outline_color", colour(stroke, 1), "outline_width", mm(1), "outline_width_unit", "MM",
        "size", mm(pixels), "size_unit", "MM").end();
  }

  private void beginSymbol(String name, String type) {
    xml.begin("symbol", "name", name, "type", type, "alpha", "1", "clip_to_extent", "1", "force_rhr", "0");
  }

  /** Begins a layer of a symbol; a symbol within it may follow. @param options name, value, name, value … */
  private XmlText layer(String kind, String... options) {
    xml.begin("layer", "class", kind, "enabled", "1", "locked", "0", "pass", "0").begin("Option", "type", "Map");
    for (int i = 0; i < options.length; i += 2) {
      xml.empty("Option", "name", options[i], "type", "QString", "value", options[i + 1]);
    }
    return xml.end();
  }

  /** Red, green, blue and opacity from 0 to 255. @param hex #rrggbb */
  private static String colour(String hex, double opacity) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + "," + Math.round(opacity * 255);
  }

  private static String mm(double pixels) {
    return String.format(Locale.ROOT, "%.3f", pixels * MM);
  }
}
