package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Schedule;
import org.comparto.orienteering.Visit;
import org.comparto.tour.Openings.Busy;
import org.comparto.tour.Setting.Visited;

/**
 * Groups that all visit everything, one after another: each finds what the ones before have taken. In which order they are counted is chosen so that
 * as little as possible does not work; where each stop is for one group, nobody takes anything from another.
 */
final class Turns {

  /** Of so many groups every order is tried, of more as many as there are groups, each beginning with another one. */
  private static final int FEW_GROUPS = 3;
  /** A stop that can not be visited at all weighs more than any lateness of a day. */
  private static final long BARRED = 1_000_000;

  private Turns() {}

  /**
   * By route, the setting that its times are to be told in.
   *
   * @param shown by route, null where nothing is shown
   * @param told whether what is barred is timed all the same
   */
  static List<Setting> settings(Setting setting, List<int[]> shown, boolean told) {
    if (!setting.question.each() || setting.question.groups().size() == 1) {
      return Collections.nCopies(setting.routeCount(), setting);
    }
    List<Setting> best = List.of();
    long least = Long.MAX_VALUE;
    for (List<Integer> order : orders(setting.question.groups().size())) {
      Setting[] settings = new Setting[setting.routeCount()];
      long trouble = inTurn(setting.with(List.of()), shown, told, order, settings);
      if (trouble < least) {
        least = trouble;
        best = List.of(settings);
      }
      if (trouble == 0) {
        break;
      }
    }
    return best;
  }

  private static long inTurn(Setting setting, List<int[]> shown, boolean told, List<Integer> order, Setting[] settings) {
    List<Visited> visited = new ArrayList<>();
    long trouble = 0;
    for (int group : order) {
      Setting now = setting.with(List.copyOf(visited));
      Problem problem = told ? now.told() : now.problem();
      for (int route = 0; route < settings.length; route++) {
        if (now.group(route) == group) {
          settings[route] = now;
          if (shown.get(route) != null) {
            trouble += trouble(now, problem, route, shown.get(route));
            visited.addAll(visits(now, problem, route, shown.get(route)));
          }
        }
      }
    }
    return trouble;
  }

  private static long trouble(Setting setting, Problem problem, int route, int[] order) {
    Schedule schedule = Schedule.of(problem, route, order);
    long trouble = schedule.lateness() + (schedule.pause() == null ? 0 : schedule.pause().lateness());
    for (Visit visit : schedule.visits()) {
      trouble += Math.min(visit.lateness(), BARRED) + BARRED * setting.terms(visit.stop(), route).bars().size();
    }
    return trouble;
  }

  /** When a group is where, for the others. */
  static List<Visited> visits(Setting setting, Problem problem, int route, int[] order) {
    List<Visited> visits = new ArrayList<>();
    LocalDate date = setting.date(route);
    Integer people = setting.people(setting.group(route));
    for (Visit visit : Schedule.of(problem, route, order).visits()) {
      Candidate candidate = setting.candidates.get(visit.stop());
      if (candidate.host() != null) {
        visits.add(new Visited(candidate.host().id(), date, setting.group(route), new Busy(visit.start(), visit.start() + candidate.visit(), people == null ? 0 : people)));
      }
    }
    return visits;
  }

  /** A setting in which every group knows where the others are. */
  static Setting known(Setting setting, List<int[]> shown) {
    List<Visited> visited = new ArrayList<>();
    for (int route = 0; setting.question.each() && route < shown.size(); route++) {
      visited.addAll(visits(setting, setting.problem(), route, shown.get(route)));
    }
    return visited.isEmpty() ? setting : setting.with(List.copyOf(visited));
  }

  static List<List<Integer>> orders(int groups) {
    List<Integer> first = IntStream.range(0, groups).boxed().toList();
    if (groups > FEW_GROUPS) {
      return first.stream().map(start -> IntStream.range(0, groups).map(i -> (start + i) % groups).boxed().toList()).toList();
    }
    List<List<Integer>> orders = new ArrayList<>();
    permute(new ArrayList<>(), first, orders);
    return orders;
  }

  private static void permute(List<Integer> chosen, List<Integer> rest, List<List<Integer>> orders) {
    if (rest.isEmpty()) {
      orders.add(List.copyOf(chosen));
    }
    for (Integer next : rest) {
      List<Integer> more = new ArrayList<>(chosen);
      more.add(next);
      permute(more, rest.stream().filter(one -> !one.equals(next)).toList(), orders);
    }
  }
}
