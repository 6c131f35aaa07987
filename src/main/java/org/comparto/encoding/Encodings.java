package org.comparto.encoding;

import java.util.List;
import org.comparto.feature.FeatureRows;
import org.comparto.feature.Features;
import org.springframework.stereotype.Component;

/** All forms in which features are written, in the order in which they are offered. */
@Component
public class Encodings {

  private final List<Encoding> all;

  Encodings(Features features, FeatureRows rows) {
    all = List.of(GeoJsonEncoding.collection(features), GeoJsonEncoding.lines(features), new GeoPackageEncoding(rows), new FlatGeobufEncoding(rows),
        new ShapefileEncoding(rows), CsvEncoding.standard(rows), CsvEncoding.italian(rows), new XlsxEncoding(rows), new KmlEncoding(rows));
  }

  /** The first is what is meant by default. */
  public List<Encoding> all() {
    return all;
  }
}
