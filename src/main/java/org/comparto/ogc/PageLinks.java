package org.comparto.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Position;
import org.jspecify.annotations.Nullable;

/** The addresses beside a page of features: the same question, elsewhere in its order or in another form. */
final class PageLinks {

  private final ItemsPage page;
  private final String path;

  PageLinks(ItemsPage page) {
    this.page = page;
    this.path = Link.to("/ogc/collections/" + page.layer().id() + "/items");
  }

  /**
   * All links of a page.
   *
   * @param next where the next page begins; null if there is none
   */
  List<Link> all(@Nullable Position next, List<ItemsFormat> formats) {
    List<Link> links = new ArrayList<>();
    String type = page.format().mediaTypes().get(0);
    links.add(new Link(with(Map.of()), "self", type, null));
    for (ItemsFormat format : formats) {
      if (format != page.format()) {
        links.add(new Link(with(Map.of("f", format.name())), "alternate", format.mediaTypes().get(0), format.name()));
      }
    }
    if (next != null) {
      links.add(new Link(next(next), "next", type, null));
    }
    FeatureQuery query = page.query();
    if (query.offset() > 0) {
      links.add(new Link(with(Map.of("offset", String.valueOf(Math.max(0, query.offset() - query.limit())))), "prev", type, null));
    }
    if (query.offset() > 0 || query.after() != null) {
      links.add(new Link(first(), "first", type, null));
    }
    links.add(new Link(Link.to("/ogc/collections/" + page.layer().id()), "collection", Link.JSON, null));
    return links;
  }

  /** All links of a single feature. */
  List<Link> ofOne(long id, List<ItemsFormat> formats) {
    String feature = path + "/" + id;
    List<Link> links = new ArrayList<>();
    links.add(new Link(address(feature, page.parameters()), "self", page.format().mediaTypes().get(0), null));
    for (ItemsFormat format : formats) {
      if (format != page.format()) {
        links.add(new Link(address(feature, changed(Map.of("f", format.name()))), "alternate", format.mediaTypes().get(0), format.name()));
      }
    }
    links.add(new Link(Link.to("/ogc/collections/" + page.layer().id()), "collection", Link.JSON, null));
    return links;
  }

  /** The page behind a position. */
  String next(Position position) {
    Map<String, String> changed = new LinkedHashMap<>(page.parameters());
    changed.remove("offset");
    changed.put("after", position.toString());
    return address(path, changed);
  }

  /** The same order from its beginning. */
  String first() {
    Map<String, String> changed = new LinkedHashMap<>(page.parameters());
    changed.remove("offset");
    changed.remove("after");
    return address(path, changed);
  }

  /** The same question with some parameters set otherwise. */
  String with(Map<String, String> changes) {
    return address(path, changed(changes));
  }

  private Map<String, String> changed(Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(page.parameters());
    changed.putAll(changes);
    return changed;
  }

  private static String address(String path, Map<String, String> parameters) {
    StringBuilder address = new StringBuilder(path);
    char before = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      address.append(before).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
      before = '&';
    }
    return address.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":").replace("%2F", "/");
  }
}
