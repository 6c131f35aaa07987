package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.host.Host;
import org.comparto.network.NoRoadData;
import org.comparto.network.Profile;
import org.comparto.orienteering.Pause;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Route;
import org.comparto.orienteering.Stop;
import org.comparto.orienteering.Window;
import org.comparto.tour.Openings.Busy;
import org.comparto.tour.Openings.Span;
import org.comparto.tour.Question.Lunch;
import org.comparto.tour.Question.Pin;
import org.comparto.tour.Question.Point;
import org.comparto.tour.Question.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything that is known, as the solver wants it: a route for each day and group, a stop for each visit. Ticks are seconds of the
 * route's day. Immutable; another question of the same facts is another setting ({@link #with}).
 */
final class Setting {

  /** Others' visits of this very answer at a host. */
  record Visited(long host, LocalDate day, int group, Busy busy) {}

  /**
   * What holds for a visit on a route.
   *
   * @param open spans that hold the visit, taken ones off; null for any time
   * @param starts windows for its beginning; empty: not on this route
   * @param bars why not, whatever the hour; empty where only the hours say no
   */
  record Terms(@Nullable List<Span> open, List<Window> starts, List<Bar> bars) {}

  private static final int PRIORITY = 1000;

  final Question question;
  final Facts facts;
  final List<Visited> visited;
  final List<Candidate> candidates = new ArrayList<>();
  /** By day. */
  final List<Ways> ways = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<List<Terms>> terms = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<int[][]> matrices = new ArrayList<>();
  private final List<Problem.Follows> follows = new ArrayList<>();
  private final Problem problem;

  Setting(Question question, Facts facts, List<Visited> visited) {
    this.question = question;
    this.facts = facts;
    this.visited = visited;
    Ways walking = facts.roads().walking(facts.present());
    for (int i = 0; i < question.wishes().size(); i++) {
      addCandidates(i, walking);
    }
    points.add(question.start().point());
    points.add(question.end().point());
    candidates.forEach(one -> points.add(one.place()));
    Map<Integer, Integer> matrixOfDay = matrices();
    for (int route = 0; route < routeCount(); route++) {
      routes.add(new Route(0, 1, question.start().time(), question.end().time(), matrixOfDay.get(day(route)), pause()));
    }
    for (Candidate candidate : candidates) {
      List<Terms> all = new ArrayList<>();
      for (int route = 0; route < routeCount(); route++) {
        all.add(terms(candidate, route));
      }
      terms.add(all);
    }
    addFollows();
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      stops.add(stop(i, candidates.get(i), terms.get(i).stream().map(Terms::starts).toList()));
    }
    problem = new Problem(routes, stops, matrices, follows);
  }

  /** Another question on the same facts. */
  Setting with(Question other) {
    return new Setting(other, facts, visited);
  }

  Setting with(List<Visited> others) {
    return new Setting(question, facts, others);
  }

  Problem problem() {
    return problem;
  }

  /** Routes are counted by day, then by group. */
  int routeCount() {
    return question.days().size() * question.groups().size();
  }

  int day(int route) {
    return route / question.groups().size();
  }

  LocalDate date(int route) {
    return question.days().get(day(route));
  }

  int group(int route) {
    return route % question.groups().size();
  }

  int route(String group, LocalDate date) {
    for (int route = 0; route < routeCount(); route++) {
      if (date(route).equals(date) && question.groups().get(group(route)).id().equals(group)) {
        return route;
      }
    }
    throw new IllegalArgumentException(group + " on " + date);
  }

  Terms terms(int candidate, int route) {
    return terms.get(candidate).get(route);
  }

  @Nullable Integer people(int group) {
    Integer own = question.groups().get(group).people();
    return own == null ? question.party().people() : own;
  }

  /** Nothing where there is none. */
  Ways.@Nullable Way leg(int route, Point from, Point to) {
    return ways.get(day(route)).way(from, to).orElse(null);
  }

  boolean isLunch(Candidate candidate) {
    return question.lunch() != null && candidate.wish().id().equals(question.lunch().stop());
  }

  /** The candidate of a wish for a route; every route has one. */
  int candidate(String wish, int route) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate one = candidates.get(i);
      if (one.wish().id().equals(wish) && (one.group() < 0 || one.group() == group(route)) && (one.route() < 0 || one.route() == route)) {
        return i;
      }
    }
    throw new IllegalArgumentException(wish);
  }

  /** As the solver knows a visit, with windows for its beginning by route. */
  Stop stop(int index, Candidate candidate, List<List<Window>> starts) {
    int[] service = new int[routeCount()];
    Arrays.fill(service, candidate.service());
    return new Stop(2 + index, candidate.wish().priority() * PRIORITY + 1, candidate.wish().must() || isLunch(candidate), service, starts, candidate.before());
  }

  /** Only the visits of one group: the others' windows are closed. */
  Problem only(int group) {
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Stop stop = problem.stops().get(i);
      stops.add(candidates.get(i).group() == group ? stop : stop(i, candidates.get(i), Collections.nCopies(routeCount(), List.of())));
    }
    return new Problem(routes, stops, matrices, follows);
  }

  /** For telling what an order would be: what is barred may be visited at its hours, or at any. */
  Problem told() {
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      List<List<Window>> starts = new ArrayList<>();
      for (Terms one : terms.get(i)) {
        starts.add(!one.starts().isEmpty() ? one.starts() : toldStarts(candidates.get(i), one));
      }
      stops.add(stop(i, candidates.get(i), starts));
    }
    return new Problem(routes, stops, matrices);
  }

  private List<Window> toldStarts(Candidate candidate, Terms one) {
    Pin pin = candidate.wish().pin();
    if (pin != null) {
      return List.of(new Window(pin.time(), pin.time()));
    }
    List<Window> starts = one.open() == null || one.open().isEmpty() ? Openings.starts(null, 0) : Openings.starts(one.open(), candidate.visit());
    // too short a window: the visit begins when it opens, and is told to last too long
    return !starts.isEmpty() ? starts : one.open().stream().map(span -> new Window(span.from(), span.from())).toList();
  }

  private void addCandidates(int index, Ways walking) {
    Wish wish = question.wishes().get(index);
    boolean lunch = question.lunch() != null && wish.id().equals(question.lunch().stop());
    if (lunch) {
      for (int route = 0; route < routeCount(); route++) {
        candidates.add(candidate(index, wish, group(route), route, walking));
      }
    } else if (question.each()) {
      for (int group = 0; group < question.groups().size(); group++) {
        candidates.add(candidate(index, wish, group, -1, walking));
      }
    } else {
      candidates.add(candidate(index, wish, -1, -1, walking));
    }
  }

  private Candidate candidate(int index, Wish wish, int group, int route, Ways walking) {
    Host host = wish.host() == null ? null : facts.hosts().get(wish.host());
    Point entrance = host == null ? wish.point() : new Point(host.entrance().lon(), host.entrance().lat());
    boolean drives = question.profile() != Profile.WALK;
    Point parking = host == null || host.parking() == null || !drives ? null : new Point(host.parking().lon(), host.parking().lat());
    Ways.Way walk = parking == null ? null : walking.way(parking, entrance).orElse(null);
    Integer hostLeast = host == null ? null : host.visit().minutesMin();
    int usual = wish.minutes() != null ? wish.minutes() : host == null || host.visit().minutes() == null ? 60 : host.visit().minutes();
    int minutes = wish.minutes() != null ? usual : Math.max(wish.minutesMin() == null ? 1 : wish.minutesMin(),
        Math.min(wish.minutesMax() == null ? Integer.MAX_VALUE : wish.minutesMax(), usual));
    Lunch lunch = question.lunch();
    if (lunch != null && wish.id().equals(lunch.stop())) {
      minutes = lunch.minutes();
    }
    int least = wish.minutesMin() != null ? wish.minutesMin() : hostLeast != null ? hostLeast : minutes;
    int setup = wish.setup() != null ? wish.setup() : host == null || host.visit().setupMinutes() == null ? 0 : host.visit().setupMinutes();
    return new Candidate(index, wish, host, group, route, entrance, parking, walk == null ? 0 : walk.seconds(), minutes, Math.min(least, minutes), setup,
        wish.buffer() == null ? 0 : wish.buffer());
  }

  private @Nullable Pause pause() {
    Lunch lunch = question.lunch();
    return lunch == null || lunch.stop() != null ? null : new Pause(lunch.from(), lunch.to(), lunch.minutes() * 60);
  }

  /** Days on which the same is in force share one. */
  private Map<Integer, Integer> matrices() {
    Map<Integer, Integer> ofDay = new TreeMap<>();
    for (int day = 0; day < question.days().size(); day++) {
      Ways there = facts.roads().on(facts.present(), question.profile(), question.size(), question.days().get(day), question.start().time(), question.end().time());
      int same = ways.indexOf(there);
      ways.add(there);
      if (same < 0) {
        if (there.snap(question.start().point()).isEmpty()) {
          throw NoRoadData.at("start.point", facts.present().graph().snapMetres());
        }
        if (there.snap(question.end().point()).isEmpty()) {
          throw NoRoadData.at("end.point", facts.present().graph().snapMetres());
        }
        matrices.add(there.seconds(points));
      }
      ofDay.put(day, same < 0 ? matrices.size() - 1 : ofDay.get(same));
    }
    return ofDay;
  }

  private Terms terms(Candidate candidate, int route) {
    LocalDate date = date(route);
    Wish wish = candidate.wish();
    if (candidate.group() >= 0 && candidate.group() != group(route) || candidate.route() >= 0 && candidate.route() != route) {
      return new Terms(List.of(), List.of(), List.of(new Bar(Kind.NO_TIME)));
    }
    List<Bar> bars = new ArrayList<>();
    Kind road = roadBar(candidate, route);
    if (road != null) {
      bars.add(new Bar(road));
    }
    if (!rightRoute(wish, route)) {
      bars.add(new Bar(Kind.PIN));
    }
    if (candidate.host() != null) {
      bars.addAll(HostRules.bars(candidate.host().visit(), question, people(group(route)), date, facts.today(), wish.agreed()));
    }
    List<Span> open = Openings.of(wish, candidate.host(), date);
    if (open != null && open.isEmpty()) {
      bars.add(new Bar(Kind.CLOSED));
    } else {
      List<Span> free = Openings.free(open, busy(candidate, route), candidate.host(), people(group(route)));
      if (free != null && free.isEmpty()) {
        bars.add(new Bar(Kind.TAKEN));
      }
      open = free;
    }
    List<Window> starts = starts(candidate, open);
    return new Terms(open, bars.isEmpty() ? starts : List.of(), bars);
  }

  /** When a visit may begin, its pin and a lunch taken there held. */
  List<Window> starts(Candidate candidate, @Nullable List<Span> open) {
    List<Window> starts = Openings.starts(open, candidate.visit());
    if (candidate.wish().pin() != null) {
      starts = Openings.within(starts, candidate.wish().pin().time(), candidate.wish().pin().time());
    }
    return isLunch(candidate) ? Openings.within(starts, question.lunch().from(), question.lunch().to()) : starts;
  }

  private @Nullable Kind roadBar(Candidate candidate, int route) {
    Ways there = ways.get(day(route));
    if (reaches(there, candidate)) {
      return null;
    }
    return question.profile() != Profile.WALK && reaches(facts.roads().unlimited(facts.present(), question.profile()), candidate) ? Kind.BOTTLENECK : Kind.NO_ROAD;
  }

  private boolean reaches(Ways there, Candidate candidate) {
    return there.way(question.start().point(), candidate.place()).isPresent() && there.way(candidate.place(), question.end().point()).isPresent();
  }

  /** A pinned or locked stop has its day and group. */
  private boolean rightRoute(Wish wish, int route) {
    String group = question.groups().get(group(route)).id();
    if (wish.pin() != null && (wish.pin().date() != null && !wish.pin().date().equals(date(route)) || wish.pin().group() != null && !wish.pin().group().equals(group))) {
      return false;
    }
    List<Question.Ordered> where = !wish.locked() ? List.of() : question.order().stream().filter(one -> one.stops().stream().anyMatch(stop -> stop.id().equals(wish.id())))
        .filter(one -> !question.each() || one.group().equals(group)).toList();
    return where.isEmpty() || where.stream().anyMatch(one -> one.date().equals(date(route)) && one.group().equals(group));
  }

  List<Busy> busy(Candidate candidate, int route) {
    Host host = candidate.host();
    if (host == null || candidate.wish().agreed().contains(Kind.TAKEN)) {
      return List.of();
    }
    List<Busy> busy = new ArrayList<>();
    facts.taken().stream().filter(one -> one.host() == host.id() && one.date().equals(date(route)) && !question.bookingsOf().contains(one.about()))
        .forEach(one -> busy.add(new Busy(one.window().opens() * 60, one.window().closes() * 60, one.people())));
    visited.stream().filter(one -> one.host() == host.id() && one.day().equals(date(route)) && one.group() != group(route)).forEach(one -> busy.add(one.busy()));
    return busy;
  }

  /** Locked stops keep their order. */
  private void addFollows() {
    for (Question.Ordered ordered : question.order()) {
      int route = route(ordered.group(), ordered.date());
      Integer before = null;
      for (Question.OrderedStop stop : ordered.stops()) {
        if (question.wish(stop.id()).orElseThrow().locked()) {
          int index = candidate(stop.id(), route);
          if (before != null) {
            follows.add(new Problem.Follows(before, index));
          }
          before = index;
        }
      }
    }
  }
}
