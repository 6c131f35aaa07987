package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.campaign.matching.Rules.Second;

/** Reads the hard limits by hand, with nothing of the solver: what an assignment breaks, in words. */
final class Checker {

  private Checker() {}

  static List<String> broken(Problem problem, List<Visit> visits) {
    List<String> found = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    Map<Integer, List<Slot>> byGroup = new HashMap<>();
    for (Visit visit : visits) {
      Slot slot = problem.slots().get(visit.slot());
      Host host = problem.hosts().get(slot.host());
      Group group = problem.groups().get(visit.group());
      taken.merge("seats of " + visit.slot(), group.people(), Integer::sum);
      taken.merge("groups of " + visit.slot(), 1, Integer::sum);
      taken.merge("day " + slot.host() + "/" + slot.day(), 1, Integer::sum);
      taken.merge("all of " + slot.host(), 1, Integer::sum);
      say(found, taken.get("seats of " + visit.slot()) > slot.seats(), "seats in " + visit);
      say(found, taken.get("groups of " + visit.slot()) > slot.groups(), "groups in " + visit);
      say(found, taken.get("day " + slot.host() + "/" + slot.day()) > host.mostPerDay(), "host's day in " + visit);
      say(found, taken.get("all of " + slot.host()) > host.mostInAll(), "host's total in " + visit);
      say(found, !host.levels().isEmpty() && group.level() != null && !host.levels().contains(group.level()), "level in " + visit);
      say(found, group.age() != 0 && (group.age() < host.ageFrom() || group.age() > host.ageTo()), "age in " + visit);
      say(found, !group.languages().isEmpty() && !host.languages().isEmpty() && Collections.disjoint(group.languages(), host.languages()), "language in " + visit);
      say(found, group.wheelchair() && !host.wheelchair(), "wheelchair in " + visit);
      say(found, !group.days()[slot.day()], "day in " + visit);
      say(found, group.people() > problem.rules().coachSeats(), "coach in " + visit);
      say(found, problem.ways().metres()[visit.group()][slot.host()] > group.mostMetres(), "distance in " + visit);
      say(found, group.leaves() + problem.ways().there()[visit.group()][slot.host()] > slot.from(), "setting out in " + visit);
      say(found, slot.to() + problem.ways().back()[visit.group()][slot.host()] > group.back(), "being back in " + visit);
      byGroup.computeIfAbsent(visit.group(), key -> new ArrayList<>()).add(slot);
    }
    byGroup.forEach((group, slots) -> {
      say(found, slots.size() > problem.groups().get(group).visits(), "too many visits of " + group);
      if (slots.size() == 2) {
        Slot a = slots.get(0);
        Slot b = slots.get(1);
        say(found, a.host() == b.host(), "one host twice by " + group);
        say(found, problem.rules().second() == Second.SAME_DAY && a.day() != b.day(), "two days of " + group);
        say(found, problem.rules().second() == Second.OTHER_DAY && a.day() == b.day(), "one day of " + group);
        if (a.day() == b.day()) {
          Slot first = a.from() < b.from() ? a : b;
          Slot second = first == a ? b : a;
          say(found, first.to() + problem.ways().between()[first.host()][second.host()] + problem.rules().minutesBetween() > second.from(), "no time between for " + group);
        }
      }
    });
    return found;
  }

  static int points(Problem problem, List<Visit> visits) {
    return visits.stream().mapToInt(visit -> problem.groups().get(visit.group()).points()[problem.slots().get(visit.slot()).host()]).sum();
  }

  private static void say(List<String> found, boolean broken, String what) {
    if (broken) {
      found.add(what);
    }
  }
}
