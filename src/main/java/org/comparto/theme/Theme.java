package org.comparto.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A theme route as it is kept.
 *
 * @param document what the reader may see of it: the published one, or for those who write it the latest
 * @param state draft; published; or changed, which is published and has a document that waits
 * @param author of the latest document; null for the public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Theme(long id, String state, boolean demonstration, int version, @Nullable Instant publishedAt, @Nullable String author, ThemeDocument document,
    List<Picture> pictures) {

  /** @param href where it lies */
  record Picture(long id, String href, Localized alt, String credit, String licence) {}

  /** Its page, below the application. */
  String path() {
    return "/themes/" + id;
  }
}
