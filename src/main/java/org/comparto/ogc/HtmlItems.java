package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comparto.feature.FeatureVersion;
import org.springframework.stereotype.Component;

/** Features as pages for people. */
@Component
class HtmlItems implements ItemsFormat {

  private final ItemListPage list;
  private final ItemPage item;

  HtmlItems(ItemListPage list, ItemPage item) {
    this.list = list;
    this.item = item;
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of(Link.HTML);
  }

  @Override
  public void writePage(ItemsPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    list.write(page, PageRequest.html(request, response, page.parameters().get("lang")), request, response);
  }

  @Override
  public boolean writeFeature(ItemsPage page, FeatureVersion feature, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return item.write(page.layer(), feature.id(), PageRequest.html(request, response, page.parameters().get("lang")), request, response);
  }

  /** Names of referenced features, texts and templates appear too. */
  @Override
  public boolean isOfFeaturesAlone() {
    return false;
  }
}
