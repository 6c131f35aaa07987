package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.comparto.crs.Crs;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** KML 2.2 (OGC 07-147r2): always WGS 84, typed values in a schema, and a balloon that people can read. */
final class KmlEncoding implements Encoding {

  private final FeatureRows rows;

  KmlEncoding(FeatureRows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "kml";
  }

  @Override
  public String mediaType() {
    return "application/vnd.google-earth.kml+xml";
  }

  @Override
  public String extension() {
    return "kml";
  }

  @Override
  public Localized title() {
    return new Localized("KML (Google Earth)", "KML (Google Earth)");
  }

  @Override
  public void check(FeatureQuery query) {
    if (query.crs().srid() != Crs.CRS84.srid()) {
      throw new InvalidInputException("crs", "KML is always WGS 84; leave crs out, or ask for another encoding, for instance f=gpkg");
    }
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    List<Attribute> attributes = query.attributes();
    int name = placeOf(attributes, "name");
    int code = placeOf(attributes, "code");
    List<Attribute> summary = attributes.stream().filter(attribute -> about.layer().summary().contains(attribute.name())).toList();
    KmlBalloon balloon = new KmlBalloon(about.layer(), summary, about.language());
    try {
      KmlWriter kml = new KmlWriter(out, query.layer().id(), query.crs().decimals());
      kml.begin(about.title(), about.text(), attributes, about.language());
      Shapes shapes = new Shapes(query.crs().decimals());
      rows.read(query, row -> {
        try {
          kml.beginPlacemark(row.id(), firstKnown(valueAt(row, name), valueAt(row, code), Long.toString(row.id())));
          kml.description(balloon.of(attribute -> row.value(attributes.indexOf(attribute))));
          kml.value("id", Long.toString(row.id()));
          for (int i = 0; i < attributes.size(); i++) {
            String text = textOf(row.value(i));
            if (text != null) {
              kml.value(attributes.get(i).name(), text);
            }
          }
          kml.endPlacemark(shapes.read(row.geometry()));
        } catch (XMLStreamException e) {
          throw KmlWriter.broken(e);
        }
      });
      kml.end();
    } catch (XMLStreamException e) {
      throw KmlWriter.broken(e);
    }
  }

  /** XML Schema's other words for true and false: GDAL reads "true" of a field of type bool as 0. */
  private static @Nullable String textOf(@Nullable Object value) {
    return value instanceof Boolean truth ? (truth ? "1" : "0") : Texts.of(value);
  }

  private static int placeOf(List<Attribute> attributes, String name) {
    return attributes.stream().map(Attribute::name).toList().indexOf(name);
  }

  private static @Nullable Object valueAt(FeatureRows.Row row, int place) {
    return place < 0 ? null : row.value(place);
  }

  private static String firstKnown(@Nullable Object name, @Nullable Object code, String id) {
    return name != null ? name.toString() : code != null ? code.toString() : id;
  }
}
