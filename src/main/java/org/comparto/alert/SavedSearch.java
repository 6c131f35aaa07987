package org.comparto.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search that is kept.
 *
 * @param filter CQL2 text; empty for every plot
 * @param events ids of the kinds wanted
 * @param email null if nobody wants mail
 * @param confirmedAt when they agreed the second time; null until then
 */
record SavedSearch(long id, Instant createdAt, Instant expiresAt, @Nullable String title, String filter, @Nullable String sort, String language,
    List<String> events, @Nullable String email, @Nullable Instant confirmedAt) {

  /** Where its plots are listed, below the application, as web/js/state/permalink.js reads it. */
  String list() {
    return "/#place=plots&lang=" + language + (filter.isEmpty() ? "" : "&filter=" + encode(filter)) + (sort == null ? "" : "&sort=" + encode(sort));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
