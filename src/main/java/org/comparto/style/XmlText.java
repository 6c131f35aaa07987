package org.comparto.style;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document into a text, element by element; names carry their prefixes, which the first element declares as attributes. */
final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  XmlText(String head) {
    text.write(head);
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @param attributes name, value, name, value … */
  XmlText begin(String element, String... attributes) {
    return write(() -> {
      xml.writeStartElement(element);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
    });
  }

  XmlText end() {
    return write(xml::writeEndElement);
  }

  XmlText empty(String element, String... attributes) {
    return begin(element, attributes).end();
  }

  XmlText element(String element, String content, String... attributes) {
    begin(element, attributes);
    write(() -> xml.writeCharacters(content));
    return end();
  }

  String finish() {
    write(xml::writeEndDocument);
    return text + "\n";
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private XmlText write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a text has no end of its space
    }
  }
}
