package org.comparto.tour;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.network.Passage;
import org.comparto.network.Profile;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Rest;
import org.comparto.orienteering.Schedule;
import org.comparto.orienteering.Visit;
import org.comparto.tour.Itinerary.Violation;
import org.comparto.tour.Openings.Span;
import org.comparto.tour.Question.Point;
import org.comparto.tour.Setting.Terms;
import org.jspecify.annotations.Nullable;

/** Writes the times of one route in one order, with what does not work. */
final class Timetable {

  private final Setting setting;
  private final int route;
  private final int[] order;
  private final Wording wording;
  private final Schedule schedule;
  private final LocalDate date;
  private final Ways ways;
  private int seconds;
  private int metres;
  private int waiting;
  private double moreMetres;
  private long moreMillis;
  private final Set<Long> bottlenecks = new TreeSet<>();

  /** @param problem of the setting, or as it is told */
  Timetable(Setting setting, Problem problem, int route, int[] order, Wording wording) {
    this.setting = setting;
    this.route = route;
    this.order = order;
    this.wording = wording;
    this.schedule = Schedule.of(problem, route, order);
    this.date = setting.date(route);
    this.ways = setting.ways.get(setting.day(route));
  }

  Schedule schedule() {
    return schedule;
  }

  Itinerary write() {
    Question question = setting.question;
    if (question.profile() != Profile.WALK) {
      Together.run(order.length + 1, leg -> ways.passage(place(leg - 1), leg < order.length ? place(leg) : question.end().point()));
    }
    Point here = question.start().point();
    List<PlannedStop> stops = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      Candidate candidate = setting.candidates.get(order[i]);
      stops.add(stop(order[i], schedule.visits().get(i), leg(here, candidate.place())));
      here = candidate.place();
    }
    Ways.Way last = leg(here, question.end().point());
    int arrives = order.length == 0 && last != null ? schedule.departs() + last.seconds() : schedule.arrives();
    List<Violation> atEnd = new ArrayList<>();
    if (arrives > question.end().time()) {
      atEnd.add(violation(Kind.DAY_END, minutes(arrives - question.end().time()), "min", 0));
    }
    if (last == null) {
      atEnd.add(violation(roadKind(here, question.end().point()), null, null, 0));
    }
    Itinerary.End end = new Itinerary.End(question.end().name(), question.end().point(), TourClock.at(date, arrives), last == null ? null : last.seconds(),
        last == null ? null : last.metres(), atEnd);
    Itinerary.Detour detour = moreMillis == 0 && bottlenecks.isEmpty() ? null
        : new Itinerary.Detour((int) Math.round(moreMillis / 1000.0), (int) Math.round(moreMetres), List.copyOf(bottlenecks));
    return new Itinerary(question.groups().get(setting.group(route)).id(), date,
        new Itinerary.Start(question.start().name(), question.start().point(), TourClock.at(date, schedule.departs()), List.of()), end, lunch(), stops, seconds, metres,
        waiting, detour);
  }

  private Point place(int position) {
    return position < 0 ? setting.question.start().point() : setting.candidates.get(order[position]).place();
  }

  private PlannedStop stop(int index, Visit visit, Ways.@Nullable Way leg) {
    Candidate candidate = setting.candidates.get(index);
    Terms terms = setting.terms(index, route);
    List<Violation> violations = new ArrayList<>();
    for (Bar bar : terms.bars()) {
      violations.add(violation(bar.kind(), bar.quantity(), bar.unit(), bar.bound()));
    }
    if (leg == null && terms.bars().stream().noneMatch(bar -> bar.kind() == Kind.BOTTLENECK || bar.kind() == Kind.NO_ROAD)) {
      violations.add(violation(Kind.NO_ROAD, null, null, 0));
    }
    int ends = visit.start() + candidate.visit();
    boolean barred = terms.bars().stream().anyMatch(bar -> bar.kind() == Kind.CLOSED || bar.kind() == Kind.TAKEN);
    Span span = span(Openings.of(candidate.wish(), candidate.host(), date), visit.start(), ends);
    if (visit.lateness() > 0 && visit.lateness() != Problem.NEVER && (candidate.wish().pin() != null || setting.isLunch(candidate))) {
      violations.add(violation(candidate.wish().pin() != null ? Kind.PIN : Kind.LUNCH, minutes(visit.lateness()), "min", 0));
    }
    if (!barred && terms.open() != null && !holds(span(terms.open(), visit.start(), ends), visit.start(), ends)) {
      violations.add(span == null || holds(span, visit.start(), ends) ? violation(Kind.TAKEN, null, null, 0)
          : violation(Kind.WINDOW, minutes(outside(span, visit.start(), ends)), "min", 0));
    }
    waiting += visit.waits();
    return new PlannedStop(candidate.wish().id(), candidate.host() == null ? null : candidate.host().id(), candidate.name(wording.language()), candidate.entrance(),
        candidate.parking(), at(visit.arrive()), visit.waits(), at(visit.start()), candidate.minutes(), at(visit.leave()), leg == null ? null : leg.seconds(),
        leg == null ? null : leg.metres(), candidate.walk(), candidate.setup(), candidate.buffer(),
        span == null ? null : new PlannedStop.Span(TourClock.words(span.from()), TourClock.words(span.to())), candidate.wish().pin() != null, candidate.wish().locked(),
        violations);
  }

  private Itinerary.@Nullable Lunch lunch() {
    Rest rest = schedule.pause();
    if (rest == null) {
      return null;
    }
    List<Violation> violations = rest.lateness() == 0 ? List.of() : List.of(violation(Kind.LUNCH, minutes(rest.lateness()), "min", 0));
    return new Itinerary.Lunch(at(rest.begins()), at(rest.begins() + setting.question.lunch().minutes() * 60),
        !rest.onArrival() && rest.leg() > 0 ? id(rest.leg() - 1) : null, rest.onArrival() && rest.leg() < order.length ? id(rest.leg()) : null, violations);
  }

  private String id(int position) {
    return setting.candidates.get(order[position]).wish().id();
  }

  private Ways.@Nullable Way leg(Point from, Point to) {
    Ways.Way way = ways.way(from, to).orElse(null);
    if (way != null) {
      seconds += way.seconds();
      metres += way.metres();
      if (setting.question.profile() != Profile.WALK) {
        ways.passage(from, to).ifPresent(this::count);
      }
    }
    return way;
  }

  private void count(Passage passage) {
    moreMillis += passage.moreMillis();
    moreMetres += passage.moreMetres();
    bottlenecks.addAll(passage.bottlenecks());
  }

  private Kind roadKind(Point from, Point to) {
    return setting.facts.roads().unlimited(setting.facts.present(), setting.question.profile()).way(from, to).isPresent() ? Kind.BOTTLENECK : Kind.NO_ROAD;
  }

  private Violation violation(Kind kind, @Nullable Integer quantity, @Nullable String unit, int bound) {
    String key = "violation." + kind.word() + (kind == Kind.PIN && quantity == null ? ".route" : "");
    return new Violation(kind, quantity, unit, wording.of(key, Map.of("q", quantity == null ? "" : quantity, "bound", bound, "day", wording.day(date))));
  }

  private OffsetDateTime at(int tick) {
    return TourClock.at(date, tick);
  }

  /** The one that holds the visit, else the one that it is least outside of; null for any time. */
  private static @Nullable Span span(@Nullable List<Span> open, int from, int to) {
    return open == null ? null : open.stream().min(Comparator.comparingInt(one -> outside(one, from, to))).orElse(null);
  }

  private static boolean holds(@Nullable Span span, int from, int to) {
    return span != null && outside(span, from, to) == 0;
  }

  private static int outside(@Nullable Span span, int from, int to) {
    return span == null ? to - from : Math.max(0, span.from() - from) + Math.max(0, to - span.to());
  }

  private static int minutes(int seconds) {
    return (seconds + 59) / 60;
  }
}
