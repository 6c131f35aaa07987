package org.comparto.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one file of the sitemap protocol (sitemaps.org), each page once for each language, with its other one beside it. */
final class SitemapWriter implements AutoCloseable {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final List<String> LANGUAGES = List.of("it", "en");

  private final XMLStreamWriter xml;

  private SitemapWriter(HttpServletResponse response, String root) throws IOException, XMLStreamException {
    response.setContentType("application/xml;charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(root);
    xml.writeDefaultNamespace(SITEMAP);
    xml.writeNamespace("xhtml", XHTML);
  }

  /** A file that names other files. */
  static SitemapWriter index(HttpServletResponse response) throws IOException, XMLStreamException {
    return new SitemapWriter(response, "sitemapindex");
  }

  /** A file that names pages. */
  static SitemapWriter pages(HttpServletResponse response) throws IOException, XMLStreamException {
    return new SitemapWriter(response, "urlset");
  }

  void file(String address) throws XMLStreamException {
    xml.writeStartElement("sitemap");
    text("loc", address);
    xml.writeEndElement();
  }

  /** @param path below the application, without query */
  void page(String path, @Nullable OffsetDateTime changed) throws XMLStreamException {
    String address = Link.to(path) + "?lang=";
    for (String language : LANGUAGES) {
      xml.writeStartElement("url");
      text("loc", address + language);
      if (changed != null) {
        text("lastmod", changed.truncatedTo(ChronoUnit.SECONDS).toString());
      }
      for (String other : LANGUAGES) {
        xml.writeEmptyElement("xhtml", "link", XHTML);
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", other);
        xml.writeAttribute("href", address + other);
      }
      xml.writeEndElement();
    }
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
  }
}
