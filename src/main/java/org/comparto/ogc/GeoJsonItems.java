package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureVersion;
import org.comparto.feature.Features;
import org.comparto.feature.Utf8Output;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Features as GeoJSON. What is only known at the end (whether there is more) stands at the end, as the text is sent while it is made. */
@Component
class GeoJsonItems implements ItemsFormat {

  private final Features features;
  private final JsonMapper json;
  private final ObjectProvider<ItemsFormats> formats;

  GeoJsonItems(Features features, JsonMapper json, ObjectProvider<ItemsFormats> formats) {
    this.features = features;
    this.json = json;
    this.formats = formats;
  }

  @Override
  public String name() {
    return ItemsFormats.DEFAULT;
  }

  @Override
  public List<String> mediaTypes() {
    return List.of(Link.GEOJSON, Link.JSON);
  }

  @Override
  public void writePage(ItemsPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(Link.GEOJSON);
    Compressed body = new Compressed(request, response);
    Utf8Output out = new Utf8Output(body);
    out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
    Features.Page written = features.write(page.query(), out);
    out.write("\n]");
    OptionalLong matched = matched(page, written);
    if (matched.isPresent()) {
      out.write(",\"numberMatched\":" + matched.getAsLong());
    }
    out.write(",\"numberReturned\":" + written.returned() + ",\"timeStamp\":\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + "\",\"links\":" + json.writeValueAsString(new PageLinks(page).all(written.next(), formats.getObject().all())) + "}");
    out.finish();
    body.close();
  }

  @Override
  public boolean writeFeature(ItemsPage page, FeatureVersion feature, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(Link.GEOJSON);
    Utf8Output out = new Utf8Output(response.getOutputStream());
    String links = ",\"links\":" + json.writeValueAsString(new PageLinks(page).ofOne(feature.id(), formats.getObject().all()));
    if (!features.write(page.query(), feature, links, out)) {
      return false;
    }
    out.finish();
    return true;
  }

  /** Counted only where the page itself does not tell; around a place it would cost more than the answer and is left out. */
  private OptionalLong matched(ItemsPage page, Features.Page written) {
    FeatureQuery query = page.query();
    boolean allSeen = written.next() == null && query.after() == null && (written.returned() > 0 || query.offset() == 0);
    if (allSeen) {
      return OptionalLong.of(query.offset() + written.returned());
    }
    return query.near() == null ? OptionalLong.of(features.count(query, page.revision())) : OptionalLong.empty();
  }
}
