package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.host.Visit;
import org.comparto.network.RoadGraph;
import org.comparto.network.Vehicle;
import org.comparto.tour.Dropped.Operation;
import org.comparto.tour.Question.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What lifts the bars of a stop on a route: the least that the group, the vehicle or the host would have to change. */
final class Lifting {

  /** How far a tour may move to an open day. */
  private static final int MOST_DAYS = 7;
  private static final int MOST_OPEN_DAYS = 4;
  private static final int DAY = 24 * 3600;
  private static final Map<Kind, Double> AGREED = Map.of(Kind.COACH_PARKING, 60.0, Kind.SCHOOL_LEVEL, 60.0, Kind.TAKEN, 80.0, Kind.WHEELCHAIR, 200.0);

  private final Setting setting;
  private final int route;
  private final Candidate candidate;
  private final Runnable checkTime;

  /** @param checkTime is run before whatever takes long */
  Lifting(Setting setting, int route, int index, Runnable checkTime) {
    this.checkTime = checkTime;
    this.setting = setting;
    this.route = route;
    this.candidate = setting.candidates.get(index);
  }

  /** Lists of steps each of which lifts all bars; empty if nothing does. @param json the question */
  List<List<Step>> ways(List<Bar> bars, ObjectNode json) {
    List<List<Step>> all = List.of(List.of());
    for (Bar bar : bars) {
      List<List<Step>> longer = new ArrayList<>();
      for (List<Step> steps : all) {
        ObjectNode changed = Patch.applied(json, steps.stream().flatMap(step -> step.operations().stream()).toList());
        for (Step step : steps(bar, changed)) {
          List<Step> more = new ArrayList<>(steps);
          more.add(step);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<Step> steps(Bar bar, ObjectNode json) {
    return switch (bar.kind()) {
      case GROUP_SIZE -> List.of(Step.of(bar, 20 + 5 * bar.quantity(), people(bar.bound(), json))
          .told(setting.people(setting.group(route)) > bar.bound() ? "group_size.fewer" : "group_size.more"));
      case GROUP_AGE -> List.of(Step.of(bar, 60 + 20 * bar.quantity(), new Operation("add", "/group/age", bar.bound())));
      case LANGUAGE -> List.of(Step.of(bar, 60, new Operation("add", "/group/languages/-", host().languages().get(0))).with("languages", host().languages()));
      case NOTICE -> List.of(Step.of(bar, 40 + 10 * bar.quantity(), agreed(bar.kind(), json)));
      case COACH_HEIGHT -> List.of(Step.of(bar, 100 + bar.quantity(), vehicle("height", bar.bound() / 100.0, json)));
      case COACH_LENGTH -> List.of(Step.of(bar, 100 + bar.quantity(), vehicle("length", bar.bound() / 100.0, json)));
      case COACH_PARKING, SCHOOL_LEVEL, TAKEN, WHEELCHAIR -> List.of(Step.of(bar, AGREED.get(bar.kind()), agreed(bar.kind(), json)));
      case CLOSED -> otherDays(json);
      case BOTTLENECK -> smaller(json);
      default -> List.of();
    };
  }

  private Visit host() {
    return candidate.host().visit();
  }

  /** What the host has to waive, with all that it waives already. */
  Operation agreed(Kind kind, ObjectNode json) {
    Set<Kind> kinds = EnumSet.of(kind);
    for (JsonNode one : json.at("/stops/" + candidate.index() + "/agreed")) {
      Kind.find(one.asString()).ifPresent(kinds::add);
    }
    return new Operation("add", "/stops/" + candidate.index() + "/agreed", kinds.stream().map(Kind::word).toList());
  }

  private Operation people(int bound, ObjectNode json) {
    String own = "/groups/" + setting.group(route);
    return new Operation("add", json.at(own + "/people").isMissingNode() ? "/group/people" : own + "/people", bound);
  }

  private Operation vehicle(String size, double value, ObjectNode json) {
    if (json.path("vehicle").isObject()) {
      return new Operation("add", "/vehicle/" + size, value);
    }
    Map<String, Object> vehicle = new LinkedHashMap<>();
    vehicle.put("profile", setting.question.profile().id());
    vehicle.put(size, value);
    return new Operation("add", "/vehicle", vehicle);
  }

  /** The nearest days on which it is open, for a tour of one day; it need not be open long enough. */
  private List<Step> otherDays(ObjectNode json) {
    List<Step> steps = new ArrayList<>();
    LocalDate day = setting.date(route);
    for (int i = 1; i <= 2 * MOST_DAYS && steps.size() < MOST_OPEN_DAYS && setting.question.days().size() == 1; i++) {
      LocalDate other = day.plusDays(i % 2 == 1 ? (i + 1) / 2 : -i / 2);
      List<Openings.Span> open = Openings.of(candidate.wish(), candidate.host(), other);
      if (!other.isBefore(setting.facts.today()) && (open == null || !open.isEmpty())) {
        steps.add(new Step(Kind.CLOSED, "closed.day", null, null, 60 + 5.0 * ((i + 1) / 2), other, -1, -1, Map.of("day", day, "other", other), moved(other, json)));
      }
    }
    return steps;
  }

  private List<Operation> moved(LocalDate other, ObjectNode json) {
    List<Operation> operations = new ArrayList<>();
    operations.add(new Operation("add", "/date", other.toString()));
    if (json.path("days").isArray()) {
      operations.add(new Operation("add", "/days", List.of(other.toString())));
    }
    for (String orders : List.of("order", "itineraries")) {
      for (int i = 0; i < json.path(orders).size(); i++) {
        if (json.path(orders).get(i).hasNonNull("date")) {
          operations.add(new Operation("add", "/" + orders + "/" + i + "/date", other.toString()));
        }
      }
    }
    return operations;
  }

  /** The host opens on that day for the very visit, where it costs the itinerary least. Null if it fits at no hour. */
  static @Nullable Step opened(Scene scene) {
    Scene anytime = scene.open(null);
    Scene.Fit fit = anytime.fit();
    if (fit == null) {
      return null;
    }
    int from = fit.start() / 60 * 60;
    int to = Math.min(DAY, (fit.start() + scene.candidate().visit() + 59) / 60 * 60);
    LocalDate day = scene.setting().date(scene.route());
    return new Step(Kind.CLOSED, "closed", null, null, 120, null, from, to, Map.of("day", day, "from", TourClock.words(from), "to", TourClock.words(to)),
        List.of(Step.windows(scene, List.of(new Openings.Span(from, to)))));
  }

  /** The least that each of the vehicle's sizes has to be smaller for a way to be there. */
  private List<Step> smaller(ObjectNode json) {
    Vehicle whole = RoadGraph.vehicle(setting.question.profile(), setting.question.size());
    List<Step> steps = new ArrayList<>();
    addSmaller("height", whole.height(), 100, json, steps);
    addSmaller("width", whole.width(), 100, json, steps);
    addSmaller("length", whole.length(), 100, json, steps);
    addSmaller("mass", whole.mass(), 1000, json, steps);
    return steps;
  }

  /** @param units of the answer in one of the size: centimetres in a metre, kilograms in a tonne */
  private void addSmaller(String size, @Nullable Double present, int units, ObjectNode json, List<Step> steps) {
    if (present == null) {
      return;
    }
    int whole = (int) Math.round(present * units);
    int low = 0;
    int high = whole - 1;
    if (!reaches(size, (whole - high) / (double) units)) {
      return;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (reaches(size, (whole - middle) / (double) units)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double bound = (whole - high) / (double) units;
    double cost = 150 + (units == 100 ? high : high / 100.0);
    steps.add(new Step(Kind.BOTTLENECK, "bottleneck." + size, high, units == 100 ? "cm" : "kg", cost, null, -1, -1, Map.of("q", high, "metres", bound),
        List.of(vehicle(size, bound, json))));
  }

  private boolean reaches(String size, Double value) {
    checkTime.run();
    Vehicle said = setting.question.size();
    Vehicle other = new Vehicle(size.equals("height") ? value : said.height(), size.equals("width") ? value : said.width(), size.equals("length") ? value : said.length(),
        size.equals("mass") ? value : said.mass(), said.axleLoad());
    Question question = setting.question;
    Ways there = setting.facts.roads().once(setting.facts.present(), question.profile(), other, setting.date(route), question.start().time(), question.end().time());
    Point start = question.start().point();
    return there.way(start, candidate.place()).isPresent() && there.way(candidate.place(), question.end().point()).isPresent();
  }
}
