package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.comparto.encoding.Encoding;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureVersion;
import org.comparto.feature.Features;
import org.comparto.feature.Position;
import org.comparto.filter.Condition;
import org.comparto.layer.LayerFigures;
import org.springframework.http.HttpHeaders;

/** A page of features, or one of them, in one of the encodings; where the next page begins is said in a header, since a file has no place for it. */
final class EncodedItems implements ItemsFormat {

  private final Encoding encoding;
  private final Features features;
  private final LayerFigures figures;

  EncodedItems(Encoding encoding, Features features, LayerFigures figures) {
    this.encoding = encoding;
    this.features = features;
    this.figures = figures;
  }

  @Override
  public String name() {
    return encoding.id();
  }

  @Override
  public List<String> mediaTypes() {
    return List.of(encoding.mediaType());
  }

  @Override
  public void writePage(ItemsPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    encoding.check(page.query());
    Position next = next(page.query());
    if (next != null) {
      response.addHeader(HttpHeaders.LINK, "<" + new PageLinks(page).next(next) + ">; rel=\"next\"; type=\"" + encoding.mediaType() + "\"");
    }
    send(page, page.query(), request, response);
  }

  @Override
  public boolean writeFeature(ItemsPage page, FeatureVersion feature, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    encoding.check(page.query());
    send(page, page.query().meeting(new Condition("id = :id", Map.of("id", feature.id()))), request, response);
    return true;
  }

  private void send(ItemsPage page, FeatureQuery query, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.of(encoding, query, page.parameters(), figures.of(page.layer()).demonstration(), request).send(request, response);
  }

  /** The page's last feature by itself: the position behind it is the page's. */
  private Position next(FeatureQuery page) {
    return features.write(page.page(1, page.offset() + page.limit() - 1, page.after()), OutputStream.nullOutputStream()).next();
  }
}
