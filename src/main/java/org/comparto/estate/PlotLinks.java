package org.comparto.estate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comparto.encoding.Encoding;
import org.comparto.encoding.Encodings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of a plot search: its page, as web/js/state/permalink.js reads it, and its files. */
@Component
class PlotLinks {

  private final Encodings encodings;

  PlotLinks(Encodings encodings) {
    this.encodings = encodings;
  }

  /** @param filter as the caller wrote it: freshness is added by whoever opens the link, on that day */
  String page(@Nullable String filter, @Nullable String sort, String language) {
    return to("/") + "#place=plots&lang=" + language + parameter("filter", filter) + parameter("sort", sort);
  }

  /** The same for plots that can be joined. */
  String joinable(JoinQuestion question, String language) {
    return page(question.filter(), null, language) + "&join=" + (long) question.minArea()
        + (question.mostOwners() == Integer.MAX_VALUE ? "" : "," + question.mostOwners());
  }

  /** @param filter the whole question */
  List<PlotAnswer.Export> exports(String filter, @Nullable String sort, String language) {
    return encodings.all().stream().map(Encoding::id).map(id -> new PlotAnswer.Export(id,
        to("/ogc/collections/plot/download") + "?f=" + id + "&lang=" + language + parameter("filter", filter) + parameter("sortby", sort))).toList();
  }

  static String to(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }

  static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
