package org.comparto.zone;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures and documents of a zone. Only what this installation holds is shown in the page: a picture from elsewhere would
 * tell its server who reads; it is linked.
 */
record Pictures(List<Attachment> shown, List<Attachment> linked) {

  /** @param href on this installation, or an address in the web */
  record Attachment(String title, String href) {}

  /** @param json [{title_it, title_en, href, kind: photo | document}]; null for nothing known */
  static Pictures of(@Nullable String json, String language) {
    List<Attachment> shown = new ArrayList<>();
    List<Attachment> linked = new ArrayList<>();
    for (JsonNode one : read(json)) {
      String href = one.path("href").asString("");
      Attachment attachment = new Attachment(one.path("title_" + language).asString(one.path("title_it").asString(href)), href);
      if (href.matches("/[^/\\\\].*") && one.path("kind").asString("").equals("photo")) {
        shown.add(attachment);
      } else if (href.matches("https?://\\S+|/[^/\\\\]\\S*")) {
        linked.add(attachment);
      }
    }
    return new Pictures(shown, linked);
  }

  private static Iterable<JsonNode> read(@Nullable String json) {
    try {
      JsonNode read = json == null ? null : JsonMapper.shared().readTree(json);
      return read != null && read.isArray() ? read : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
