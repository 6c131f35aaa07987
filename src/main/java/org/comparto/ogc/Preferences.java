package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a writer would like to be treated (RFC 7240): what is not known here, or said twice, is passed over.
 *
 * @param handling strict or lenient; null if nothing was said
 * @param representation whether the feature is wanted in the answer
 */
record Preferences(@Nullable String handling, boolean representation) {

  private static final String APPLIED = "Preference-Applied";

  static Preferences of(HttpServletRequest request) {
    String handling = null;
    String result = null;
    for (String header : Collections.list(request.getHeaders("Prefer"))) {
      for (String part : header.split(",")) {
        String preference = part.split(";")[0].replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT);
        if (handling == null && (preference.equals("handling=strict") || preference.equals("handling=lenient"))) {
          handling = preference.substring("handling=".length());
        } else if (result == null && (preference.equals("return=representation") || preference.equals("return=minimal"))) {
          result = preference.substring("return=".length());
        }
      }
    }
    return new Preferences(handling, "representation".equals(result));
  }

  boolean lenient() {
    return "lenient".equals(handling);
  }

  /** Says what is heeded, in refusals too. */
  void announce(boolean withRepresentation, HttpServletResponse response) {
    List<String> applied = new ArrayList<>();
    if (handling != null) {
      applied.add("handling=" + handling);
    }
    if (withRepresentation) {
      applied.add("return=representation");
    }
    if (!applied.isEmpty()) {
      response.setHeader(APPLIED, String.join(", ", applied));
    }
  }
}
