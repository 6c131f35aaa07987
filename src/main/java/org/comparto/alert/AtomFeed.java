package org.comparto.alert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comparto.alert.Events.Event;
import org.comparto.mail.Words;

/** Writes the events of a saved search as a feed (RFC 4287). Ids stay: a reader shows each event once. */
final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final SavedSearch search;
  private final Words words;
  private final EventText text;
  private final String site;

  /** @param site the address of the installation, without a slash at its end */
  AtomFeed(SavedSearch search, EventText text, String site) {
    this.search = search;
    this.words = text.words();
    this.text = text;
    this.site = site;
  }

  /** @param self the address of the feed */
  byte[] write(List<Event> events, String self) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", search.language());
      text(xml, "id", id());
      text(xml, "title", search.title() == null ? words.say("feed.title") : search.title());
      text(xml, "subtitle", words.say("feed.subtitle"));
      text(xml, "updated", moment(events.isEmpty() ? search.createdAt() : events.get(0).at()));
      xml.writeStartElement("author");
      text(xml, "name", "Comparto");
      xml.writeEndElement();
      link(xml, "self", "application/atom+xml", self);
      link(xml, "alternate", "text/html", site + search.list());
      for (Event event : events) {
        entry(xml, event);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private void entry(XMLStreamWriter xml, Event event) throws XMLStreamException {
    xml.writeStartElement("entry");
    text(xml, "id", id() + ":event:" + event.id());
    text(xml, "title", text.plotName(event));
    text(xml, "updated", moment(event.at()));
    if (event.code() != null) {
      link(xml, "alternate", "text/html", site + "/#place=plot&lang=" + search.language() + "&plot=" + event.plotId());
    }
    for (String kind : event.kinds()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", kind);
    }
    text(xml, "summary", text.said(event));
    xml.writeEndElement();
  }

  private String id() {
    return "urn:comparto:saved-search:" + search.id();
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
