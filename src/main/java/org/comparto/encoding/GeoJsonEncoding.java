package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Features;
import org.comparto.feature.Utf8Output;
import org.comparto.layer.Localized;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON: one collection that says what it is in members of its own (RFC 7946, 6.1), or one feature a line, for programs
 * that read as they go. Axes as the authority of the reference system has them (OGC API - Features - Part 2).
 */
final class GeoJsonEncoding implements Encoding {

  private final Features features;
  private final boolean lines;

  private GeoJsonEncoding(Features features, boolean lines) {
    this.features = features;
    this.lines = lines;
  }

  static GeoJsonEncoding collection(Features features) {
    return new GeoJsonEncoding(features, false);
  }

  static GeoJsonEncoding lines(Features features) {
    return new GeoJsonEncoding(features, true);
  }

  @Override
  public String id() {
    return lines ? "geojsonseq" : "json";
  }

  @Override
  public String mediaType() {
    return lines ? "application/x-ndjson" : "application/geo+json";
  }

  @Override
  public String extension() {
    return lines ? "geojsonl" : "geojson";
  }

  @Override
  public Localized title() {
    return lines ? new Localized("GeoJSON, un oggetto per riga", "GeoJSON, one feature a line") : new Localized("GeoJSON", "GeoJSON");
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    Utf8Output text = new Utf8Output(out);
    if (lines) {
      long written = features.write(query, "\n", text).returned();
      text.write(written == 0 ? "" : "\n");
    } else {
      text.write("{\"type\":\"FeatureCollection\",\"about\":" + JsonMapper.shared().writeValueAsString(about.members()) + ",\"features\":[\n");
      long written = features.write(query, ",\n", text).returned();
      text.write("\n],\"numberReturned\":" + written + "}");
    }
    text.finish();
  }
}
