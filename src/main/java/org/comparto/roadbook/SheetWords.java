package org.comparto.roadbook;

import java.time.ZonedDateTime;
import java.util.Map;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.text.Words;

/** What templates say of times and ways, in one language. */
record SheetWords(Words t) {

  public String time(ZonedDateTime moment) {
    return Clock.time(moment);
  }

  public String day(ZonedDateTime moment) {
    return Clock.day(moment, t.language());
  }

  public String span(Stop stop) {
    return Clock.time(stop.begin()) + "–" + Clock.time(stop.end());
  }

  public String way(Leg leg) {
    return way(leg.seconds(), leg.metres());
  }

  public String way(double seconds, double metres) {
    return t.of("roadbook.way", Map.of("minutes", Clock.minutes(seconds), "km", Clock.kilometres(metres, t.language())));
  }

  public String metres(double metres) {
    return metres < 1 ? "" : metres < 950 ? Math.round(metres / 10) * 10 + " m" : Clock.kilometres(metres, t.language());
  }

  public String detour(Leg leg) {
    return leg.detour() == null ? "" : t.of("roadbook.detour", Map.of("minutes", Clock.minutes(Math.max(0, leg.detour().seconds())),
        "km", Clock.kilometres(Math.max(0, leg.detour().metres()), t.language()), "names", String.join(", ", leg.detour().because())));
  }
}
