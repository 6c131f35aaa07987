package org.comparto.style;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.layer.Layer.GeometryType;
import org.jspecify.annotations.Nullable;

/**
 * Signs as a Styled Layer Descriptor 1.1.0: one rule for each value, an ElseFilter for all others. The standard knows marks and no hatching,
 * so that a hatch becomes a filling of crosses, and dots one of circles.
 */
final class Sld {

  private static final double PATTERN_MARK = 5;
  private static final double DOT = 3;
  private static final Map<String, String> MARKS = Map.of("square", "square", "triangle", "triangle", "star", "star", "cross", "cross");

  private final Signs signs;
  private final XmlText xml = new XmlText("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  private Sld(Signs signs) {
    this.signs = signs;
  }

  static String write(Signs signs) {
    return new Sld(signs).document();
  }

  private String document() {
    xml.begin("StyledLayerDescriptor", "version", "1.1.0", "xmlns", "http://www.opengis.net/sld", "xmlns:se", "http://www.opengis.net/se",
        "xmlns:ogc", "http://www.opengis.net/ogc", "xmlns:xlink", "http://www.w3.org/1999/xlink", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation", "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd");
    xml.begin("NamedLayer").element("se:Name", signs.layer());
    xml.begin("UserStyle").element("se:Name", signs.layer()).begin("se:Description").element("se:Title", signs.title()).end();
    xml.begin("se:FeatureTypeStyle");
    signs.all().forEach(this::rule);
    return xml.finish();
  }

  private void rule(Sign sign) {
    xml.begin("se:Rule").element("se:Name", sign.value() == null ? "other" : sign.value())
        .begin("se:Description").element("se:Title", sign.label()).end();
    if (sign.value() != null) {
      xml.begin("ogc:Filter").begin("ogc:PropertyIsEqualTo").element("ogc:PropertyName", signs.column()).element("ogc:Literal", sign.value()).end().end();
    } else if (signs.column() != null) {
      xml.empty("se:ElseFilter");
    }
    if (signs.geometry() == GeometryType.POINT) {
      point(sign);
    } else if (signs.geometry() == GeometryType.LINE) {
      xml.begin("se:LineSymbolizer");
      stroke(sign);
      xml.end();
    } else {
      polygon(sign);
    }
    xml.end();
  }

  private void polygon(Sign sign) {
    xml.begin("se:PolygonSymbolizer").begin("se:Fill");
    parameter("fill", sign.fill());
    parameter("fill-opacity", number(sign.fillOpacity()));
    xml.end();
    if (!sign.pattern().equals("none")) {
      xml.end().begin("se:PolygonSymbolizer").begin("se:Fill").begin("se:GraphicFill").begin("se:Graphic");
      mark(sign.pattern().equals("dots") ? "circle" : "x", sign.stroke(), sign.pattern().equals("dots") ? null : sign.stroke());
      xml.element("se:Size", number(sign.pattern().equals("dots") ? DOT : PATTERN_MARK)).end().end().end();
    }
    stroke(sign);
    xml.end();
  }

  private void point(Sign sign) {
    xml.begin("se:PointSymbolizer").begin("se:Graphic");
    mark(MARKS.getOrDefault(sign.shape(), "circle"), sign.fill(), sign.stroke());
    xml.element("se:Size", number(2 * sign.radius())).end().end();
  }

  private void mark(String name, String fill, @Nullable String stroke) {
    xml.begin("se:Mark").element("se:WellKnownName", name).begin("se:Fill");
    parameter("fill", fill);
    xml.end();
    if (stroke != null) {
      xml.begin("se:Stroke");
      parameter("stroke", stroke);
      parameter("stroke-width", "1");
      xml.end();
    }
    xml.end();
  }

  private void stroke(Sign sign) {
    xml.begin("se:Stroke");
    parameter("stroke", sign.stroke());
    parameter("stroke-width", number(sign.strokeWidth()));
    List<Integer> dash = sign.dash();
    if (!dash.isEmpty()) {
      parameter("stroke-dasharray", dash.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    xml.end();
  }

  private void parameter(String name, String value) {
    xml.element("se:SvgParameter", value, "name", name);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
