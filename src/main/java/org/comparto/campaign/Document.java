package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A campaign as it is asked. What is missing is no limit; a campaign may be kept before it is complete.
 *
 * @param slots of every day, for hosts that have none of their own
 * @param second when a second visit may be: same_day (what is meant where nothing is said), other_day, any_day
 * @param minutesBetween two visits of a day, beside the way; 15 where nothing is said
 * @param demonstration invented, which every page and file says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Document(@Nullable List<LocalDate> days, @Nullable List<Time> slots, @Nullable List<HostEntry> hosts, @Nullable List<GroupEntry> groups,
    @Nullable Coach coach, @Nullable String second, @Nullable Integer minutesBetween, @Nullable Boolean demonstration) {

  /** A time of every day. */
  record Time(Clock from, Clock to) {}

  /** @param seats people whom one takes; null where that is no limit */
  record Coach(@Nullable Integer seats) {}

  /** A slot of a host. @param seats and {@code groups}: the host's own where null */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HostSlot(LocalDate date, Clock from, Clock to, @Nullable Integer seats, @Nullable Integer groups) {}

  /**
   * Somebody who receives groups.
   *
   * @param census the feature's number, where it is a host of the census
   * @param seats people at a time, of all groups together
   * @param groups at a time; 1 where nothing is said, 0 for as many as there are seats
   * @param perDay groups in a day
   * @param inAll groups in the campaign
   * @param wheelchair null is not known: nobody who needs it is sent there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HostEntry(String id, @Nullable Long census, @Nullable String name, @Nullable Point point, @Nullable Integer seats, @Nullable Integer groups,
      @Nullable Integer perDay, @Nullable Integer inAll, @Nullable List<String> levels, @Nullable Integer ageFrom, @Nullable Integer ageTo,
      @Nullable List<String> languages, @Nullable Boolean wheelchair, @Nullable List<String> themes, @Nullable List<HostSlot> slots) {

    String title() {
      return name == null ? id : name;
    }
  }

  /**
   * Who visits.
   *
   * @param preferences hosts, by id or name, or themes, the dearest first
   * @param visits 1 or 2; 1 where nothing is said
   * @param leaves before which it can not set out
   * @param back by which it must be back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GroupEntry(String id, @Nullable String school, @Nullable String name, @Nullable Point point, @Nullable String level, @Nullable Integer age,
      @Nullable Integer people, @Nullable Boolean wheelchair, @Nullable List<String> languages, @Nullable List<JsonNode> preferences, @Nullable Double maxKm,
      @Nullable Integer visits, @Nullable List<LocalDate> days, @Nullable Clock leaves, @Nullable Clock back) {

    String title() {
      String both = (name == null ? "" : name) + (school == null ? "" : name == null ? school : ", " + school);
      return both.isEmpty() ? id : both;
    }

    List<String> wishes() {
      return preferences == null ? List.of() : preferences.stream().map(one -> one.isString() ? one.asString().strip() : one.toString()).toList();
    }
  }

  static final int MOST_GROUPS = 1000;
  static final int MOST_HOSTS = 500;
  static final int MOST_DAYS = 60;
  static final int MOST_SLOTS = 20_000;
  private static final int MOST_TIMES = 30;
  private static final int TEXT = 200;
  private static final Set<String> SECONDS = Set.of("same_day", "other_day", "any_day");

  /** @throws InvalidInputException for what can never be meant; what is only missing yet is no matter */
  Document checked() {
    most("days", days, MOST_DAYS);
    most("slots", slots, MOST_TIMES);
    most("hosts", hosts, MOST_HOSTS);
    most("groups", groups, MOST_GROUPS);
    some(days).forEach(day -> check(day.getYear() >= 2000 && day.getYear() <= 2100, "days", "days holds a day that is not of this age"));
    some(slots).forEach(slot -> check(slot.from() != null && slot.to() != null && slot.from().compareTo(slot.to()) < 0, "slots", "slots: from must be before to"));
    check(second == null || SECONDS.contains(second), "second", "second must be same_day, other_day or any_day");
    number("minutesBetween", minutesBetween, 0, 600);
    number("coach.seats", coach == null ? null : coach.seats(), 1, 1000);
    Set<String> ids = new HashSet<>();
    int count = 0;
    for (HostEntry host : some(hosts)) {
      named("hosts", host.id(), ids);
      Field.optional("hosts.name", host.name(), TEXT);
      number("hosts.seats", host.seats(), 0, 100_000);
      number("hosts.groups", host.groups(), 0, 1000);
      number("hosts.perDay", host.perDay(), 0, 10_000);
      number("hosts.inAll", host.inAll(), 0, 10_000);
      number("hosts.ageFrom", host.ageFrom(), 0, 150);
      number("hosts.ageTo", host.ageTo(), 0, 150);
      words("hosts.levels", host.levels());
      words("hosts.languages", host.languages());
      words("hosts.themes", host.themes());
      most("hosts.slots", host.slots(), MOST_SLOTS);
      Set<String> times = new HashSet<>();
      for (HostSlot slot : some(host.slots())) {
        check(slot.date() != null && slot.from() != null && slot.to() != null && slot.from().compareTo(slot.to()) < 0, "hosts.slots",
            "hosts.slots: each has a date, from and to, and from is before to");
        check(times.add(slot.date() + " " + slot.from()), "hosts.slots", "hosts.slots: " + host.id() + " has two that begin at the same time");
        number("hosts.slots.seats", slot.seats(), 0, 100_000);
        number("hosts.slots.groups", slot.groups(), 0, 1000);
      }
      count += host.slots() == null ? some(days).size() * some(slots).size() : host.slots().size();
    }
    check(count <= MOST_SLOTS, "hosts", "hosts have " + count + " slots; " + MOST_SLOTS + " are the most");
    ids.clear();
    for (GroupEntry group : some(groups)) {
      named("groups", group.id(), ids);
      Field.optional("groups.school", group.school(), TEXT);
      Field.optional("groups.name", group.name(), TEXT);
      number("groups.people", group.people(), 1, 1000);
      number("groups.age", group.age(), 0, 150);
      number("groups.visits", group.visits(), 1, 2);
      words("groups.languages", group.languages());
      most("groups.preferences", group.preferences(), 30);
      most("groups.days", group.days(), MOST_DAYS);
      check(some(group.preferences()).stream().allMatch(one -> one.isString() || one.isIntegralNumber()), "groups.preferences",
          "groups.preferences must be hosts or themes, as texts or numbers");
      check(group.maxKm() == null || group.maxKm() >= 0 && group.maxKm() <= 10_000, "groups.maxKm", "groups.maxKm must be kilometres from 0 to 10000");
    }
    return this;
  }

  static <T> List<T> some(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  List<LocalDate> dates() {
    List<LocalDate> sorted = new ArrayList<>(new java.util.TreeSet<>(some(days)));
    return sorted;
  }

  private static void named(String what, @Nullable String id, Set<String> seen) {
    check(id != null && !id.isBlank() && id.length() <= 100, what + ".id", what + ".id is required, of at most 100 characters");
    check(seen.add(id), what + ".id", what + " has two with the id \"" + id + "\"");
  }

  private static void most(String name, @Nullable List<?> list, int most) {
    check(list == null || list.size() <= most, name, name + " has " + (list == null ? 0 : list.size()) + " entries; " + most + " are the most");
    check(list == null || list.stream().noneMatch(java.util.Objects::isNull), name, name + " holds null");
  }

  private static void words(String name, @Nullable List<String> list) {
    most(name, list, 100);
    some(list).forEach(word -> Field.optional(name, word, TEXT));
  }

  private static void number(String name, @Nullable Integer value, int least, int most) {
    check(value == null || value >= least && value <= most, name, name + " is " + value + "; it must be from " + least + " to " + most);
  }

  private static void check(boolean holds, String name, String message) {
    if (!holds) {
      throw new InvalidInputException(name, message);
    }
  }
}
