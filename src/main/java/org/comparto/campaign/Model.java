package org.comparto.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.campaign.Document.GroupEntry;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.Document.HostSlot;
import org.comparto.campaign.matching.Group;
import org.comparto.campaign.matching.Host;
import org.comparto.campaign.matching.Problem;
import org.comparto.campaign.matching.Rules;
import org.comparto.campaign.matching.Slot;
import org.comparto.campaign.matching.Visit;
import org.comparto.invitation.Taken;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A document as numbers, and back: what the solver knows by index, people know by id, day and time. */
final class Model {

  /** A preference is worth so much less for each place that it stands behind the first, and never less than half of it. */
  static final int FIRST = 100;
  static final int STEP = 5;
  static final int LEAST = 50;
  /** People that a host takes where nobody says; a class. */
  static final int SEATS = 30;
  private static final int MINUTES_BETWEEN = 15;

  /** Something to know beside the result. @param key of a sentence @param names what it is about */
  record Warning(String key, List<String> names) {}

  private record Key(String host, LocalDate date, Clock from) {}

  final Document document;
  final Problem problem;
  final List<LocalDate> days;
  final List<HostEntry> hosts;
  final List<GroupEntry> groups;
  final boolean straight;
  final List<Warning> warnings = new ArrayList<>();
  private final Map<String, Integer> groupIndex = new HashMap<>();
  private final Map<Key, Integer> slotIndex = new HashMap<>();

  private Model(Document document, CampaignRoads roads, List<Taken> taken) {
    this.document = document;
    days = document.dates();
    hosts = Document.some(document.hosts());
    groups = Document.some(document.groups());
    List<Host> hostsOf = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    Set<String> unsaid = new LinkedHashSet<>();
    Set<String> booked = new LinkedHashSet<>();
    for (int host = 0; host < hosts.size(); host++) {
      HostEntry entry = hosts.get(host);
      hostsOf.add(new Host(words(entry.levels()), or(entry.ageFrom(), 0), or(entry.ageTo(), Problem.ANY), words(entry.languages()), Boolean.TRUE.equals(entry.wheelchair()),
          or(entry.perDay(), Problem.ANY), or(entry.inAll(), Problem.ANY)));
      for (HostSlot one : slotsOf(entry)) {
        int day = days.indexOf(one.date());
        if (day >= 0 && slotIndex.putIfAbsent(new Key(entry.id(), one.date(), one.from()), slots.size()) == null) {
          Integer seats = one.seats() == null ? entry.seats() : one.seats();
          if (seats == null) {
            unsaid.add(entry.title());
          }
          boolean free = taken.stream().noneMatch(other -> entry.census() != null && other.host() == entry.census() && other.date().equals(one.date())
              && other.window().opens() < one.to().minute() && one.from().minute() < other.window().closes());
          if (!free) {
            booked.add(entry.title());
          }
          int groupsAtOnce = or(one.groups() == null ? entry.groups() : one.groups(), 1);
          slots.add(new Slot(host, day, one.from().minute(), one.to().minute(), free ? or(seats, SEATS) : 0, !free ? 0 : groupsAtOnce == 0 ? Problem.ANY : groupsAtOnce));
        }
      }
    }
    warn("seats", unsaid);
    Map<Long, List<HostEntry>> byCompany = hosts.stream().filter(host -> host.census() != null).collect(Collectors.groupingBy(HostEntry::census));
    warn("same", missing(hosts.stream().filter(host -> host.census() != null && byCompany.get(host.census()).size() > 1).map(HostEntry::title).toList()));
    warn("booked", booked);
    CampaignRoads.Found found = roads.between(groups.stream().map(GroupEntry::point).toList(), hosts.stream().map(HostEntry::point).toList());
    straight = found.straight();
    List<Group> groupsOf = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (GroupEntry entry : groups) {
      groupIndex.put(entry.id(), groupsOf.size());
      groupsOf.add(group(entry, unknown));
    }
    warn("preferences", unknown);
    warn("people", missing(groups.stream().filter(group -> group.people() == null).map(GroupEntry::title).toList()));
    warn("points", missing(groups.stream().filter(group -> group.point() == null).map(GroupEntry::title).toList()));
    warn("hostPoints", missing(hosts.stream().filter(host -> host.point() == null).map(HostEntry::title).toList()));
    int seats = document.coach() == null ? Problem.ANY : or(document.coach().seats(), Problem.ANY);
    Rules.Second second = document.second() == null ? Rules.Second.SAME_DAY : Rules.Second.valueOf(document.second().toUpperCase(Locale.ROOT));
    problem = new Problem(hostsOf, slots, groupsOf, days.size(), new Rules(seats, second, or(document.minutesBetween(), MINUTES_BETWEEN)), found.ways());
  }

  /** @param taken of hosts of the census by others: nobody is sent there at that time */
  static Model of(Document document, CampaignRoads roads, List<Taken> taken) {
    return new Model(document, roads, taken);
  }

  /** @throws InvalidInputException if there is nothing to solve */
  void checkComplete() {
    need("days", days);
    need("hosts", hosts);
    need("groups", groups);
    if (problem.slots().isEmpty()) {
      throw new InvalidInputException("slots", "No host has a slot on the days of the campaign; give slots of every day, or each host its own");
    }
  }

  private static void need(String name, List<?> list) {
    if (list.isEmpty()) {
      throw new InvalidInputException(name, name + " is required");
    }
  }

  private List<HostSlot> slotsOf(HostEntry entry) {
    return entry.slots() != null ? entry.slots() : days.stream().flatMap(day -> Document.some(document.slots()).stream()
        .map(time -> new HostSlot(day, time.from(), time.to(), null, null))).toList();
  }

  private Group group(GroupEntry entry, Set<String> unknown) {
    boolean[] can = new boolean[days.size()];
    for (int day = 0; day < can.length; day++) {
      can[day] = entry.days() == null || entry.days().isEmpty() || entry.days().contains(days.get(day));
    }
    int[] points = new int[hosts.size()];
    List<String> wishes = entry.wishes();
    for (int rank = 0; rank < wishes.size(); rank++) {
      boolean met = false;
      for (int host = 0; host < hosts.size(); host++) {
        if (means(wishes.get(rank), hosts.get(host))) {
          points[host] = Math.max(points[host], Math.max(LEAST, FIRST - STEP * rank));
          met = true;
        }
      }
      if (!met) {
        unknown.add(wishes.get(rank));
      }
    }
    return new Group(or(entry.people(), 1), or(entry.visits(), 1), can, entry.leaves() == null ? 0 : entry.leaves().minute(),
        entry.back() == null ? 1440 : entry.back().minute(), entry.maxKm() == null ? Problem.ANY : (int) Math.round(entry.maxKm() * 1000), entry.level(), or(entry.age(), 0),
        words(entry.languages()), Boolean.TRUE.equals(entry.wheelchair()), points);
  }

  /** A preference is a host's id, its number in the census, its name, or a theme. */
  private static boolean means(String wish, HostEntry host) {
    return wish.equals(host.id()) || host.census() != null && wish.equals(host.census().toString()) || wish.equalsIgnoreCase(host.name())
        || Document.some(host.themes()).stream().anyMatch(wish::equalsIgnoreCase);
  }

  /** The place of a host in a group's preferences, from 0; -1 if it is in none. */
  int rank(int group, int host) {
    List<String> wishes = groups.get(group).wishes();
    for (int rank = 0; rank < wishes.size(); rank++) {
      if (means(wishes.get(rank), hosts.get(host))) {
        return rank;
      }
    }
    return -1;
  }

  /** What still stands in the document; the rest is of another version of it. */
  List<Visit> visits(List<Assigned> assigned) {
    List<Visit> visits = new ArrayList<>();
    for (Assigned one : assigned) {
      Integer group = groupIndex.get(one.group());
      Integer slot = slotIndex.get(new Key(one.host(), one.date(), one.from()));
      if (group != null && slot != null) {
        visits.add(new Visit(group, slot, Boolean.TRUE.equals(one.locked())));
      }
    }
    return visits;
  }

  List<Assigned> assigned(List<Visit> visits) {
    return visits.stream().map(visit -> {
      Slot slot = problem.slots().get(visit.slot());
      return new Assigned(groups.get(visit.group()).id(), hosts.get(slot.host()).id(), days.get(slot.day()), new Clock(slot.from()), visit.locked());
    }).toList();
  }

  /** @throws InvalidInputException naming what is not in the document, or is there twice */
  void check(List<Assigned> assigned) {
    Set<String> seen = new HashSet<>();
    for (Assigned one : assigned) {
      if (one == null || one.group() == null || one.host() == null || one.date() == null || one.from() == null) {
        throw new InvalidInputException("assignments", "assignments: each has a group, host, date and from");
      }
      if (!groupIndex.containsKey(one.group())) {
        throw new InvalidInputException("assignments", "assignments: there is no group \"" + one.group() + "\" in this campaign");
      }
      if (!slotIndex.containsKey(new Key(one.host(), one.date(), one.from()))) {
        throw new InvalidInputException("assignments", "assignments: \"" + one.host() + "\" has no slot on " + one.date() + " at " + one.from());
      }
      if (!seen.add(one.group() + "\n" + one.host() + "\n" + one.date() + one.from())) {
        throw new InvalidInputException("assignments", "assignments: the group \"" + one.group() + "\" is in one slot twice");
      }
    }
  }

  private void warn(String key, Set<String> names) {
    if (!names.isEmpty()) {
      warnings.add(new Warning(key, List.copyOf(names)));
    }
  }

  private static Set<String> missing(List<String> names) {
    return new LinkedHashSet<>(names);
  }

  private static Set<String> words(@Nullable List<String> words) {
    return words == null ? Set.of() : Set.copyOf(words);
  }

  private static int or(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }
}
