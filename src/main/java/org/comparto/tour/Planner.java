package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.comparto.host.Host;
import org.comparto.host.Hosts;
import org.comparto.invitation.Bookings;
import org.comparto.invitation.Taken;
import org.comparto.network.Profile;
import org.comparto.problem.InvalidInputException;
import org.comparto.tour.Answer.Warning;
import org.comparto.tour.Planning.Shown;
import org.comparto.tour.Question.Ordered;
import org.comparto.tour.Question.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Answers questions about tours: what is visited when, and what an order that is given comes to. */
@Component
public class Planner {

  /** Days before and after a tour of which bookings are known, for moving it to an open day. */
  private static final int DAYS_AROUND = 7;

  /** Which hosts there are of some numbers, by these. */
  interface HostSource {
    Map<Long, Host> known(Collection<Long> numbers);
  }

  /** What of them is taken between two days. */
  interface BookingSource {
    List<Taken> taken(Collection<Long> hosts, LocalDate from, LocalDate to);
  }

  private final HostSource hosts;
  private final BookingSource bookings;
  private final TourRoads roads;

  @Autowired
  Planner(Hosts hosts, Bookings bookings, TourRoads roads) {
    this(hosts::known, bookings::taken, roads);
  }

  Planner(HostSource hosts, BookingSource bookings, TourRoads roads) {
    this.hosts = hosts;
    this.bookings = bookings;
    this.roads = roads;
  }

  /**
   * Plans a tour, with the reasons for what is left out.
   *
   * @param question as {@code POST /api/tours/plan} takes it
   * @param language it or en
   * @throws InvalidInputException naming what can not be read
   * @throws org.comparto.problem.RefusedException 422 no-road-data where there are no roads
   */
  public Answer plan(ObjectNode question, String language) {
    return search(question, language, shown -> { }, () -> false);
  }

  /** @param better is given every plan that is better than those before, in words without reasons by {@link #answer} */
  Answer search(ObjectNode json, String language, Consumer<Shown> better, BooleanSupplier stop) {
    Question question = QuestionReader.question(json);
    return search(json, question, language, better, stop, Deadline.after(question.seconds()));
  }

  /** @param question what is read of {@code json} */
  Answer search(ObjectNode json, Question question, String language, Consumer<Shown> better, BooleanSupplier stop, Deadline deadline) {
    long begin = System.nanoTime();
    Wording wording = new Wording(language);
    Setting setting = setting(question);
    Shown shown = new Planning(setting, deadline.ofSearch(), better, stop).run();
    List<Itinerary> itineraries = written(shown, wording);
    List<Dropped> dropped = reasons(new Explanation(shown.setting(), shown.shown(), json, QuestionReader::question, wording, deadline), left(shown));
    return answer(shown, itineraries, dropped, wording, begin);
  }

  /** The most wanted first, so that they have theirs where time is short. */
  private static List<Dropped> reasons(Explanation explanation, List<Integer> left) {
    Dropped[] reasons = new Dropped[left.size()];
    Together.run(reasons.length, i -> reasons[i] = explanation.of(left.get(i)));
    return List.of(reasons);
  }

  /** What is found so far; nothing is told about reasons. */
  Answer answer(Shown shown, String language) {
    Wording wording = new Wording(language);
    return answer(shown, written(shown, wording), left(shown).stream().map(index -> dropped(shown.setting(), index, wording, "dropped.searching")).toList(), wording,
        System.nanoTime());
  }

  /** Refuses what can not be read, before anything is begun. */
  void check(ObjectNode json) {
    setting(QuestionReader.question(json));
  }

  /**
   * The times of exactly the order that is given, with what does not work in place.
   *
   * @param json a question with {@code itineraries}, as {@code POST /api/tours/timetable} takes it
   */
  public Answer timetable(ObjectNode json, String language) {
    return timetable(json, QuestionReader.timed(json), language);
  }

  /** @param timed what is read of {@code json} */
  Answer timetable(ObjectNode json, QuestionReader.Timed timed, String language) {
    long begin = System.nanoTime();
    Question question = timed.ordered();
    Deadline deadline = Deadline.after(question.seconds());
    Wording wording = new Wording(language);
    Setting setting = setting(question);
    List<int[]> shown = new ArrayList<>();
    IntStream.range(0, setting.routeCount()).forEach(route -> shown.add(null));
    for (Ordered one : timed.itineraries()) {
      int route = setting.route(one.group(), one.date());
      shown.set(route, one.stops().stream().mapToInt(stop -> setting.candidate(stop.id(), route)).toArray());
    }
    List<Setting> settings = Turns.settings(setting, shown, true);
    List<Itinerary> itineraries = new ArrayList<>();
    for (int route = 0; route < shown.size(); route++) {
      if (shown.get(route) != null) {
        Setting now = settings.get(route);
        itineraries.add(new Timetable(now, now.told(), route, shown.get(route), wording).write());
      }
    }
    List<int[]> visits = shown.stream().filter(Objects::nonNull).toList();
    List<Dropped> dropped = timed.explain() && itineraries.stream().noneMatch(Itinerary::hasViolations) ? explained(json, setting, shown, wording, deadline)
        : left(setting, visits).stream().map(index -> dropped(setting, index, wording, "dropped.timetable")).toList();
    return answer(setting, itineraries, visits, dropped, 0, "timetable", wording, begin);
  }

  /** Reasons for what an order that holds leaves out. */
  private static List<Dropped> explained(ObjectNode json, Setting setting, List<int[]> given, Wording wording, Deadline deadline) {
    List<int[]> shown = given.stream().map(order -> order == null ? new int[0] : order).toList();
    Explanation explanation = new Explanation(Turns.known(setting, shown), shown, json, changed -> QuestionReader.timed(changed).ordered(), wording, deadline);
    return reasons(explanation, left(setting, shown));
  }

  private Setting setting(Question question) {
    List<Long> numbers = question.wishes().stream().map(Wish::host).filter(Objects::nonNull).toList();
    Map<Long, Host> known = hosts.known(numbers);
    for (int i = 0; i < question.wishes().size(); i++) {
      Long number = question.wishes().get(i).host();
      if (number != null && !known.containsKey(number)) {
        String where = "stops[" + i + "].id";
        throw new InvalidInputException(where, "There is no host " + number + " that can be visited; GET /api/hosts lists those there are.");
      }
    }
    LocalDate first = question.days().get(0).minusDays(DAYS_AROUND);
    LocalDate last = question.days().get(question.days().size() - 1).plusDays(DAYS_AROUND);
    Facts facts = new Facts(known, bookings.taken(known.values().stream().map(Host::id).distinct().toList(), first, last), roads, roads.present(), LocalDate.now(TourClock.ZONE));
    return new Setting(question, facts, List.of());
  }

  private static List<Integer> left(Shown shown) {
    return left(shown.setting(), shown.shown());
  }

  /** Those that no route visits, the most wanted first. */
  private static List<Integer> left(Setting setting, List<int[]> shown) {
    Set<Integer> visited = new HashSet<>();
    shown.forEach(order -> IntStream.of(order).forEach(visited::add));
    return IntStream.range(0, setting.candidates.size()).filter(index -> !visited.contains(index)).boxed()
        .sorted(Comparator.comparing((Integer index) -> !setting.candidates.get(index).wish().must())
            .thenComparing(index -> -setting.candidates.get(index).wish().priority()).thenComparing(index -> index)).toList();
  }

  private static Dropped dropped(Setting setting, int index, Wording wording, String text) {
    Candidate candidate = setting.candidates.get(index);
    return new Dropped(candidate.wish().id(), candidate.host() == null ? null : candidate.host().id(), candidate.name(wording.language()),
        candidate.group() < 0 ? null : setting.question.groups().get(candidate.group()).id(), candidate.wish().must(), null, null, List.of(), null,
        wording.of(text));
  }

  private static List<Itinerary> written(Shown shown, Wording wording) {
    List<Itinerary> itineraries = new ArrayList<>();
    for (int route = 0; route < shown.shown().size(); route++) {
      itineraries.add(new Timetable(shown.setting(), shown.setting().problem(), route, shown.shown().get(route), wording).write());
    }
    return itineraries;
  }

  private static Answer answer(Shown shown, List<Itinerary> itineraries, List<Dropped> dropped, Wording wording, long begin) {
    return answer(shown.setting(), itineraries, shown.shown(), dropped, shown.iterations(), shown.endedBy().name().toLowerCase(Locale.ROOT), wording, begin);
  }

  private static Answer answer(Setting setting, List<Itinerary> itineraries, List<int[]> shown, List<Dropped> dropped, long iterations, String endedBy, Wording wording,
      long begin) {
    int score = shown.stream().flatMapToInt(IntStream::of).map(index -> setting.candidates.get(index).wish().priority()).sum();
    return new Answer(itineraries, dropped, score, setting.question.seed(), iterations, endedBy, Math.round((System.nanoTime() - begin) / 1e7) / 100.0,
        setting.facts.present().graph().about(), setting.facts.present().revision(), warnings(setting, shown, dropped, wording));
  }

  /** What an answer rests on without anybody knowing it. */
  private static List<Warning> warnings(Setting setting, List<int[]> shown, List<Dropped> dropped, Wording wording) {
    List<Warning> warnings = new ArrayList<>();
    long unexplained = dropped.stream().filter(one -> one.unexplained() != null).count();
    if (unexplained > 0) {
      warnings.add(new Warning("reasons", null, wording.of("warning.reasons", Map.of("q", unexplained))));
    }
    if (setting.facts.present().conditions().restrictions().stream().anyMatch(one -> one.effects().hours() != null) && setting.question.profile() != Profile.WALK) {
      warnings.add(new Warning("hours", null, wording.of("warning.hours")));
    }
    if (setting.question.days().get(0).isBefore(setting.facts.today())) {
      warnings.add(new Warning("past", null, wording.of("warning.past")));
    }
    if (setting.facts.present().graph().about().demonstration()) {
      warnings.add(new Warning("demonstration", null, wording.of("warning.demonstration")));
    }
    Ways walking = setting.facts.roads().walking(setting.facts.present());
    Set<String> told = new HashSet<>();
    shown.stream().flatMapToInt(IntStream::of).forEach(index -> {
      Candidate one = setting.candidates.get(index);
      if (!told.add(one.wish().id())) {
        return;
      }
      if (one.parking() != null && walking.way(one.parking(), one.entrance()).isEmpty()) {
        warnings.add(warning("walk_unknown", one, wording));
      }
      if (one.host() != null && one.wish().windows() == null && !one.host().visit().hasKnownHours()) {
        warnings.add(warning("hours_unknown", one, wording));
      }
      if (one.host() != null && setting.question.party().wheelchair() && one.host().visit().wheelchair() == null) {
        warnings.add(warning("wheelchair_unknown", one, wording));
      }
      if (one.host() != null && setting.question.profile() == Profile.COACH && one.host().visit().coachParking() == null) {
        warnings.add(warning("coach_unknown", one, wording));
      }
    });
    return warnings;
  }

  private static Warning warning(String kind, Candidate candidate, Wording wording) {
    return new Warning(kind, candidate.wish().id(), wording.of("warning." + kind, Map.of("stop", candidate.name(wording.language()))));
  }
}
