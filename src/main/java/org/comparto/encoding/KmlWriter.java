package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comparto.layer.Attribute;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes the elements of a KML document one after the other. */
final class KmlWriter {

  private static final String KML = "http://www.opengis.net/kml/2.2";
  private static final String STYLE = "feature";

  private final XMLStreamWriter xml;
  private final String schema;
  private final Shapes shapes;

  KmlWriter(OutputStream out, String schema, int decimals) throws XMLStreamException {
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    this.schema = schema;
    this.shapes = new Shapes(decimals);
  }

  /** What the XML library wraps is told as what it was: above all that the client went away. */
  static RuntimeException broken(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? new UncheckedIOException(cause) : new IllegalStateException(e);
  }

  void begin(String title, String about, List<Attribute> attributes, String language) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace(KML);
    xml.writeStartElement("Document");
    text("name", title);
    text("description", about);
    style();
    xml.writeStartElement("Schema");
    xml.writeAttribute("name", schema);
    xml.writeAttribute("id", schema);
    field("id", "double", "id");
    for (Attribute attribute : attributes) {
      String unit = attribute.unit() == null ? "" : " [" + attribute.unit() + "]";
      field(attribute.name(), type(attribute), attribute.title().in(language) + unit);
    }
    xml.writeEndElement();
  }

  void beginPlacemark(long id, String name) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    xml.writeAttribute("id", schema + "." + id);
    text("name", name);
  }

  /** The balloon, in its place: after the name, before the values. */
  void description(String html) throws XMLStreamException {
    if (!html.isEmpty()) {
      text("description", html);
    }
    text("styleUrl", "#" + STYLE);
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#" + schema);
  }

  void value(String name, String value) throws XMLStreamException {
    xml.writeStartElement("SimpleData");
    xml.writeAttribute("name", name);
    xml.writeCharacters(possible(value));
    xml.writeEndElement();
  }

  void endPlacemark(Geometry shape) throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndElement();
    shape(shape);
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }

  private void style() throws XMLStreamException {
    xml.writeStartElement("Style");
    xml.writeAttribute("id", STYLE);
    xml.writeStartElement("LineStyle");
    text("color", "ff55331a"); // alpha, blue, green, red
    text("width", "1.5");
    xml.writeEndElement();
    xml.writeStartElement("PolyStyle");
    text("color", "66cc8844");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void field(String name, String type, String title) throws XMLStreamException {
    xml.writeStartElement("SimpleField");
    xml.writeAttribute("name", name);
    xml.writeAttribute("type", type);
    text("displayName", title);
    xml.writeEndElement();
  }

  /** KML's int has 32 bits, so that whole numbers, too, are of its double; dates are texts to it. */
  private static String type(Attribute attribute) {
    return switch (attribute.type()) {
      case INTEGER, NUMBER -> "double";
      case BOOLEAN -> "bool";
      default -> "string";
    };
  }

  private void shape(Geometry shape) throws XMLStreamException {
    if (shape instanceof GeometryCollection parts) {
      xml.writeStartElement("MultiGeometry");
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        shape(parts.getGeometryN(i));
      }
      xml.writeEndElement();
    } else if (shape instanceof Polygon polygon) {
      xml.writeStartElement("Polygon");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      xml.writeEndElement();
    } else if (shape instanceof LineString || shape instanceof Point) {
      xml.writeStartElement(shape instanceof Point ? "Point" : "LineString");
      coordinates(shape);
      xml.writeEndElement();
    }
  }

  private void ring(String role, LineString ring) throws XMLStreamException {
    xml.writeStartElement(role);
    xml.writeStartElement("LinearRing");
    coordinates(ring);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void coordinates(Geometry line) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (Coordinate c : line.getCoordinates()) {
      text.append(text.isEmpty() ? "" : " ").append(shapes.coordinate(c.x)).append(',').append(shapes.coordinate(c.y));
    }
    text("coordinates", text.toString());
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(possible(text));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for most control characters. */
  private static String possible(String text) {
    return text.chars().allMatch(KmlWriter::isPossible) ? text
        : text.codePoints().filter(KmlWriter::isPossible).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static boolean isPossible(int c) {
    return c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r';
  }
}
