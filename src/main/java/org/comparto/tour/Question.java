package org.comparto.tour;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comparto.network.Profile;
import org.comparto.network.Vehicle;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to visit, read and checked. Times of the day are seconds on the clock of the place, points EPSG:4326.
 *
 * @param size of the vehicle as it was said; null figures are the profile's own
 * @param days in order, each once
 * @param each whether every group visits every stop; else each stop is for one group
 * @param wishes the stops, in the order they were given; their ids differ
 * @param order what to begin with; empty if nothing was said
 * @param bookingsOf what hosts were invited for, as {@code tour:12}, whose bookings do not count as taken: they are the tour's own
 * @param seconds the longest that the whole answer may take
 */
public record Question(Terminal start, Terminal end, Profile profile, Vehicle size, Party party, @Nullable Lunch lunch, List<LocalDate> days, List<Group> groups,
    boolean each, List<Wish> wishes, List<Ordered> order, Set<String> bookingsOf, int seconds, long seed, long iterations) {

  /** A point, EPSG:4326. */
  public record Point(double lon, double lat) {}

  /** Where a tour starts or ends, and from when on or by when. */
  public record Terminal(Point point, int time, @Nullable String name) {}

  /**
   * Who comes along; null is not said, and then nothing is held against it.
   *
   * @param age of the youngest
   * @param level a code of {@code visit_group}
   * @param languages any one of them is enough; empty if nothing was said
   */
  public record Party(@Nullable Integer people, @Nullable Integer age, @Nullable String level, List<String> languages, boolean wheelchair) {}

  /**
   * @param from it begins at this time or later
   * @param to and at this one or before
   * @param stop the id of the stop where it is; null for anywhere between stops
   */
  public record Lunch(int from, int to, int minutes, @Nullable String stop) {}

  /** Some of the people, with a coach of their own. @param people null: as the party */
  public record Group(String id, @Nullable Integer people, @Nullable String name) {}

  /** The visit lies between two times. @param date null: on every day */
  public record Hours(@Nullable LocalDate date, int from, int to) {}

  /** A visit that begins at a very time. @param date null: on any day @param group null: of any group */
  public record Pin(int time, @Nullable LocalDate date, @Nullable String group) {}

  /**
   * A stop that is wished for. What is null is as the host says.
   *
   * @param host its number, null for a place of its own; then there is a point
   * @param windows null: the host's hours
   * @param agreed rules that the host waives for this tour
   */
  public record Wish(String id, @Nullable Long host, @Nullable Point point, @Nullable String name, @Nullable List<Hours> windows, @Nullable Integer minutes,
      @Nullable Integer minutesMin, @Nullable Integer minutesMax, int priority, boolean must, @Nullable Integer setup, @Nullable Integer buffer, @Nullable Pin pin,
      boolean locked, Set<Kind> agreed) {}

  /** A group's stops on a day, in order, as somebody gave them. */
  public record Ordered(String group, LocalDate date, List<OrderedStop> stops) {}

  /** @param pin and @param locked null: as the wish says */
  public record OrderedStop(String id, @Nullable Pin pin, @Nullable Boolean locked) {}

  Optional<Wish> wish(String id) {
    return wishes.stream().filter(wish -> wish.id().equals(id)).findFirst();
  }
}
