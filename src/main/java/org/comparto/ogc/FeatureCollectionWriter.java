package org.comparto.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.comparto.feature.Features;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Writes a GeoJSON feature collection while its features are being read; what is only known at the end stands at the end. */
class FeatureCollectionWriter implements Features.Reader {

  private final Writer out;
  private final int limit;
  private int written;
  private long last;
  private boolean more;

  FeatureCollectionWriter(HttpServletResponse response, int limit) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 14);
    this.limit = limit;
  }

  @Override
  public void matched(long count) {
    write("{\"type\":\"FeatureCollection\",\"numberMatched\":" + count + ",\"features\":[");
  }

  @Override
  public void feature(long id, String json) {
    if (written == limit) {
      more = true;
      return;
    }
    write(written == 0 ? "\n" : ",\n");
    write(json);
    written++;
    last = id;
  }

  /** Ends the document; not called when reading failed, so that half an answer never looks whole. */
  void finish() throws IOException {
    ServletUriComponentsBuilder here = ServletUriComponentsBuilder.fromCurrentRequest();
    String self = here.build().toUriString();
    StringBuilder end = new StringBuilder("\n],\"numberReturned\":").append(written)
        .append(",\"links\":[").append(link("self", self));
    if (more) {
      end.append(',').append(link("next", here.replaceQueryParam("after", last).build().toUriString()));
    }
    out.write(end.append("]}").toString());
    out.close();
  }

  private static String link(String rel, String href) {
    return "{\"rel\":\"" + rel + "\",\"type\":\"" + Link.GEOJSON + "\",\"href\":\"" + href.replace("\"", "%22").replace("\\", "%5C") + "\"}";
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the client went away: the query ends with its connection
    }
  }
}
