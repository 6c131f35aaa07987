package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document of GDAL's virtual format, which tells the types of what {@link RowFile}s hold: a CSV alone can not. */
final class VirtualLayers {

  private final XMLStreamWriter xml;

  private VirtualLayers(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What goes into a document. */
  interface Content {
    void write(VirtualLayers document) throws XMLStreamException;
  }

  static Path write(Path path, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartElement("OGRVRTDataSource");
      content.write(new VirtualLayers(xml));
      xml.writeEndElement();
      xml.close();
      return path;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** @param shape as GDAL names it, for instance wkbPoint */
  void beginLayer(String name, RowFile rows, String shape, int srid) throws XMLStreamException {
    String file = rows.path().getFileName().toString();
    xml.writeStartElement("OGRVRTLayer");
    xml.writeAttribute("name", name);
    element("SrcDataSource", rows.path().toString());
    xml.writeStartElement("OpenOptions");
    xml.writeStartElement("OOI");
    xml.writeAttribute("key", "EMPTY_STRING_AS_NULL");
    xml.writeCharacters("YES");
    xml.writeEndElement();
    xml.writeEndElement();
    element("SrcLayer", file.substring(0, file.lastIndexOf('.')));
    element("FID", "id");
    element("GeometryType", shape);
    element("LayerSRS", "EPSG:" + srid); // GDAL then takes easting or longitude first, as the rows have it
    xml.writeStartElement("GeometryField");
    xml.writeAttribute("encoding", "WKB");
    xml.writeAttribute("field", "geom");
    xml.writeEndElement();
  }

  /**
   * @param type as GDAL names it, for instance {@code Integer64}; behind a slash its subtype
   * @param width 0 for none
   * @param precision digits of it behind the point
   */
  void field(String name, String column, String type, int width, int precision) throws XMLStreamException {
    String[] parts = type.split("/");
    xml.writeEmptyElement("Field");
    xml.writeAttribute("name", name);
    xml.writeAttribute("src", column);
    xml.writeAttribute("type", parts[0]);
    if (parts.length > 1) {
      xml.writeAttribute("subtype", parts[1]);
    }
    if (width > 0) {
      xml.writeAttribute("width", Integer.toString(width));
      xml.writeAttribute("precision", Integer.toString(precision));
    }
  }

  void field(String name, String column, String type) throws XMLStreamException {
    field(name, column, type, 0, 0);
  }

  void endLayer() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
