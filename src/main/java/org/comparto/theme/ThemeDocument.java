package org.comparto.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a theme route says; it checks itself. Both languages are required: whoever publishes for visitors writes for both.
 *
 * @param theme a word by which routes are grouped, for instance artisans
 * @param season when it is worth going, in words; null for any time
 * @param profile who travels: car, coach or walk
 * @param minutes how long it takes with its visits; null if nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThemeDocument(Localized title, Localized teaser, Localized text, @Nullable Localized season, String theme, String profile, @Nullable Integer minutes, List<Stop> stops) {

  private static final List<String> PROFILES = List.of("car", "coach", "walk");
  private static final List<String> THEMES = List.of("artisans", "industry", "food", "innovation", "water", "other");
  private static final int MOST_STOPS = 30;

  /** A place to stop at. @param host the feature of a host, null for a place of its own @param text what there is to see; null for nothing said */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Stop(@Nullable Long host, double lon, double lat, Localized name, @Nullable Localized text) {}

  ThemeDocument {
    text("title", title, 120);
    text("teaser", teaser, 300);
    text("text", text, 8000);
    if (season != null) {
      text("season", season, 200);
    }
    oneOf("theme", theme, THEMES);
    oneOf("profile", profile, PROFILES);
    if (minutes != null && (minutes < 5 || minutes > 14 * 24 * 60)) {
      throw new InvalidInputException("minutes", "minutes must be from 5 to " + 14 * 24 * 60);
    }
    if (stops == null || stops.size() < 2 || stops.size() > MOST_STOPS) {
      throw new InvalidInputException("stops", "stops must be a list of 2 to " + MOST_STOPS + " places");
    }
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      String at = "stops[" + i + "]";
      if (stop == null || !(Math.abs(stop.lon()) <= 180 && Math.abs(stop.lat()) <= 85)) {
        throw new InvalidInputException(at, at + " needs lon and lat in degrees");
      }
      text(at + ".name", stop.name(), 200);
      if (stop.text() != null) {
        text(at + ".text", stop.text(), 2000);
      }
    }
    stops = List.copyOf(stops);
  }

  private static void text(String field, @Nullable Localized text, int longest) {
    if (text == null || text.it() == null || text.en() == null || text.it().isBlank() || text.en().isBlank()) {
      throw new InvalidInputException(field, field + " is needed in Italian and in English: {\"it\": …, \"en\": …}");
    }
    if (text.it().length() > longest || text.en().length() > longest) {
      throw new InvalidInputException(field, field + " has more than " + longest + " characters");
    }
  }

  private static void oneOf(String field, @Nullable String value, List<String> known) {
    if (value == null || !known.contains(value)) {
      throw new InvalidInputException(field, field + " must be one of " + String.join(", ", known));
    }
  }
}
