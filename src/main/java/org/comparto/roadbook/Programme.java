package org.comparto.roadbook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.network.Journey;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A tour as it leaves us, in one language: everything that a sheet, a file or the page of the tour says, put together once. Times are
 * those of Italy, places EPSG:4326 (lon, lat); what is not known is null or left out, never made up.
 *
 * @param uid names the tour in calendars, for ever
 * @param number of the saved tour; null for a plan that nobody has kept
 * @param state draft, requested, confirmed, done or cancelled
 * @param sequence grows with every change of time or place
 * @param link the shared page; null where there is none
 * @param roads whose roads the lines are drawn on; null where there are none
 * @param contacts whom to call on the way; empty where they may not be told
 */
record Programme(String uid, @Nullable Long number, String name, String language, String state, int sequence, Instant changedAt, @Nullable String note,
    @Nullable String link, Travellers travellers, List<Day> days, List<Contact> contacts, @Nullable String roads, boolean demonstration) {

  static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  /** Who travels and by what, in words. @param needs wheelchair, languages and the like */
  record Travellers(String group, String vehicle, List<String> needs, @Nullable Integer people) {}

  /** Somebody to call. @param role in words */
  record Contact(String role, String name, @Nullable String phone, @Nullable String email) {}

  /** A fact about a stop in words, for instance what to bring. */
  record Fact(String title, String text) {}

  /**
   * What one group does on one day.
   *
   * @param legs one more than stops: to each of them, and to the end
   */
  record Day(String title, @Nullable String group, End start, List<Stop> stops, End end, List<Leg> legs, @Nullable Pause pause) {

    public boolean pausesAfter(Stop stop) {
      return pause != null && stop.id().equals(pause.after());
    }

    /** Before the first stop, or where nobody says. */
    public boolean pausesElsewhere() {
      return pause != null && stops.stream().noneMatch(this::pausesAfter);
    }

    public double metres() {
      return legs.stream().mapToDouble(Leg::metres).sum();
    }

    public double seconds() {
      return legs.stream().mapToDouble(Leg::seconds).sum();
    }

    /** The whole line of the road, without breaks where one leg meets the next. */
    public List<Coordinate> line() {
      return legs.stream().flatMap(leg -> leg.corners().stream()).toList();
    }
  }

  /** Lunch. @param text times in words @param after the id of the stop that it follows; null for none */
  record Pause(String text, @Nullable String after) {}

  /** Where a day begins or ends, and when. */
  record End(String name, Coordinate place, ZonedDateTime time) {}

  /**
   * A visit.
   *
   * @param id as the plan calls it
   * @param key the same as long as it is the same stop of the same group, whatever its time
   * @param number from 1 on, through each day
   * @param host the feature of the host; null for a place of the caller's own
   * @param parking where the vehicle stays; null where that is the entrance
   * @param begin of the visit, at the entrance
   * @param walk from the parking to the entrance, as corners; empty for none
   */
  record Stop(String id, String key, int number, String name, @Nullable Long host, Coordinate entrance, @Nullable Coordinate parking, ZonedDateTime arrive, ZonedDateTime begin,
      ZonedDateTime end, ZonedDateTime leave, int walkMinutes, List<Coordinate> walk, @Nullable String address, List<Fact> facts, List<Contact> contacts) {

    /** Where the vehicle goes. */
    Coordinate stand() {
      return parking == null ? entrance : parking;
    }

    Map<String, String> links() {
      return MapLinks.to(entrance);
    }
  }

  /** The way to the next stop. @param corners empty where the roads do not know one */
  record Leg(String from, String to, double seconds, double metres, List<Coordinate> corners, List<Journey.Turn> turns, Journey.@Nullable Detour detour) {}

  Stream<Stop> stops() {
    return days.stream().flatMap(day -> day.stops().stream());
  }

  public int count() {
    return (int) stops().count();
  }

  public double seconds() {
    return days.stream().mapToDouble(Day::seconds).sum();
  }

  public double metres() {
    return days.stream().mapToDouble(Day::metres).sum();
  }

  /** The first day, and the last where that is another. */
  public String dates() {
    String first = Clock.day(days.get(0).start().time(), language);
    String last = Clock.day(days.get(days.size() - 1).start().time(), language);
    return first.equals(last) ? first : first + " – " + last;
  }

  public ZonedDateTime changed() {
    return changedAt.atZone(ITALY);
  }

  public boolean isCancelled() {
    return state.equals("cancelled");
  }

  /** The ground that all of it lies in. */
  Envelope area() {
    return area(days);
  }

  static Envelope area(List<Day> days) {
    Envelope area = new Envelope();
    for (Day day : days) {
      area.expandToInclude(day.start().place());
      area.expandToInclude(day.end().place());
      day.line().forEach(area::expandToInclude);
      day.stops().forEach(stop -> {
        area.expandToInclude(stop.entrance());
        area.expandToInclude(stop.stand());
      });
    }
    return area;
  }
}
