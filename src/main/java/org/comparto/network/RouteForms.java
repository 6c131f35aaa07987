package org.comparto.network;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;

/** A route as JSON, as GeoJSON for a GIS and as GPX 1.1 for a device. */
final class RouteForms {

  private RouteForms() {}

  static Map<String, Object> json(Route route) {
    Map<String, Object> answer = figures(route);
    answer.put("geometry", line(route));
    answer.put("instructions", route.steps());
    return answer;
  }

  /** The line with its figures, and a point for each instruction. */
  static Map<String, Object> geoJson(Route route) {
    List<Map<String, Object>> features = new ArrayList<>();
    features.add(Map.of("type", "Feature", "geometry", line(route), "properties", figures(route)));
    for (Directions.Step step : route.steps()) {
      Coordinate corner = route.corners().get(step.interval()[0]);
      features.add(Map.of("type", "Feature", "geometry", Map.of("type", "Point", "coordinates", Figures.position(corner)), "properties",
          Map.of("text", step.text(), "street", step.street(), "sign", step.sign(), "seconds", step.seconds(), "metres", step.metres())));
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private static Map<String, Object> figures(Route route) {
    Map<String, Object> figures = route.asked().answer();
    figures.put("seconds", route.seconds());
    figures.put("metres", route.metres());
    figures.put("legs", route.legs());
    figures.put("restrictions", route.restrictions());
    if (route.without() != null) {
      figures.put("detour", route.without());
    }
    figures.put("snapped", route.points().stream().map(Figures::place).toList());
    return figures;
  }

  private static Map<String, Object> line(Route route) {
    return Map.of("type", "LineString", "coordinates", route.corners().stream().map(Figures::position).toList());
  }

  /** A route of the turns and a track of the line. */
  static String gpx(Route route, String name) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("gpx");
      xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
      xml.writeAttribute("version", "1.1");
      xml.writeAttribute("creator", "Comparto");
      xml.writeStartElement("metadata");
      element(xml, "name", name);
      element(xml, "desc", description(route));
      xml.writeStartElement("copyright");
      xml.writeAttribute("author", route.asked().graph().about().source());
      xml.writeEndElement();
      element(xml, "time", route.asked().graph().date().toString());
      xml.writeEndElement();
      xml.writeStartElement("rte");
      for (Directions.Step step : route.steps()) {
        point(xml, "rtept", route.corners().get(step.interval()[0]));
        element(xml, "desc", step.text());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeStartElement("trk");
      element(xml, "name", name);
      xml.writeStartElement("trkseg");
      for (Coordinate corner : route.corners()) {
        point(xml, "trkpt", corner);
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Figures, and which roads they are from. */
  private static String description(Route route) {
    RoadGraph.About about = route.asked().graph().about();
    return String.format(Locale.ROOT, "%s, %.1f km, %.0f min; %s%s, %s", ProfileModel.of(route.asked().profile()).title().en(),
        route.metres() / 1000, route.seconds() / 60, about.demonstration() ? "demonstration, not official: " : "", about.source(),
        about.date().toString().substring(0, 10));
  }

  private static void point(XMLStreamWriter xml, String element, Coordinate corner) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("lat", String.valueOf(Figures.degrees(corner.y)));
    xml.writeAttribute("lon", String.valueOf(Figures.degrees(corner.x)));
  }

  private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
