package org.comparto.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.text.Words;
import org.comparto.zone.ZoneProfile.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What an ecologically equipped area (D.Lgs. 112/1998 art. 26) is asked for, point by point, and what the data say of it. The
 * points are a working list, to be confirmed against the criteria of each region; where the data say nothing, so does this.
 */
final class ApeaChecklist {

  /** In this order; the words are zones.apea.POINT. */
  private static final List<String> POINTS = List.of("manager", "analysis", "programme", "monitoring", "water", "energy", "waste", "mobility", "soil",
      "noise", "safety", "services");

  private ApeaChecklist() {}

  /** @param facts manager, acoustic class and district heating, in words */
  static List<Fact> of(Map<String, @Nullable Object> values, List<Fact> facts, Words t) {
    List<Fact> list = new ArrayList<>();
    for (String point : POINTS) {
      String said = switch (point) {
        case "manager" -> said(facts.get(0));
        case "noise" -> said(facts.get(1));
        case "energy" -> said(facts.get(2));
        case "safety" -> Boolean.TRUE.equals(values.get("video_surveillance")) ? t.of("zones.apea.surveillance") : null;
        case "services" -> shared(values, t);
        default -> null;
      };
      list.add(new Fact(t.of("zones.apea." + point), said == null ? t.of("notKnown") : said, said != null));
    }
    return list;
  }

  private static @Nullable String said(Fact fact) {
    return fact.known() ? fact.title() + ": " + fact.text() : null;
  }

  /** The shared services that are there; null where none is known to be. */
  private static @Nullable String shared(Map<String, @Nullable Object> values, Words t) {
    List<String> there = Stream.of("canteen", "childcare", "truck_parking_places")
        .filter(name -> Boolean.TRUE.equals(values.get(name)) || values.get(name) instanceof Number places && places.intValue() > 0)
        .map(name -> t.of("zones.apea.service." + name)).toList();
    return there.isEmpty() ? null : String.join(", ", there);
  }
}
