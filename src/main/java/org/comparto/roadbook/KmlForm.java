package org.comparto.roadbook;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.End;
import org.comparto.roadbook.Programme.Stop;
import org.locationtech.jts.geom.Coordinate;

/** A programme as KML 2.2: a folder for each day with its ends, its stops and the line of its road. */
final class KmlForm {

  private final XMLStreamWriter xml;

  private KmlForm(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(Programme programme) {
    StringWriter text = new StringWriter();
    try {
      new KmlForm(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).document(programme);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void document(Programme programme) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
    xml.writeStartElement("Document");
    text("name", programme.name());
    if (programme.note() != null) {
      text("description", programme.note());
    }
    xml.writeStartElement("Style");
    xml.writeAttribute("id", "road");
    xml.writeStartElement("LineStyle");
    text("color", "ff" + bgr(RoadbookMaps.ROAD));
    text("width", "4");
    xml.writeEndElement();
    xml.writeEndElement();
    for (Day day : programme.days()) {
      folder(day);
    }
    xml.writeEndDocument();
  }

  private void folder(Day day) throws XMLStreamException {
    xml.writeStartElement("Folder");
    text("name", day.title());
    end(day.start());
    for (Stop stop : day.stops()) {
      stop(stop);
    }
    end(day.end());
    if (day.line().size() > 1) {
      xml.writeStartElement("Placemark");
      text("name", day.title());
      text("styleUrl", "#road");
      xml.writeStartElement("LineString");
      text("tessellate", "1");
      text("coordinates", coordinates(day.line()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void stop(Stop stop) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    text("name", stop.number() + " " + stop.name());
    if (stop.address() != null) {
      text("address", stop.address());
    }
    text("description", Clock.time(stop.begin()) + "–" + Clock.time(stop.end()));
    xml.writeStartElement("TimeSpan");
    text("begin", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(stop.begin()));
    text("end", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(stop.end()));
    xml.writeEndElement();
    point(stop.entrance());
    xml.writeEndElement();
  }

  private void end(End end) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    text("name", end.name());
    text("description", Clock.time(end.time()));
    point(end.place());
    xml.writeEndElement();
  }

  private void point(Coordinate place) throws XMLStreamException {
    xml.writeStartElement("Point");
    text("coordinates", coordinates(List.of(place)));
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text.replaceAll(RoadbookPages.NO_XML, " "));
    xml.writeEndElement();
  }

  private static String coordinates(List<Coordinate> places) {
    return places.stream().map(place -> String.format(Locale.ROOT, "%.6f,%.6f", place.x, place.y)).collect(Collectors.joining(" "));
  }

  /** KML writes blue before red. */
  private static String bgr(String colour) {
    return colour.substring(5, 7) + colour.substring(3, 5) + colour.substring(1, 3);
  }
}
