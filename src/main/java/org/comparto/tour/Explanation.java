package org.comparto.tour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Schedule;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.tour.Dropped.Operation;
import org.comparto.tour.Dropped.Relaxation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a stop was left out, and what would have to give: every itinerary that is shown is tried with the stop at every place. Nothing is told
 * that was not tried on the changed question itself.
 */
final class Explanation {

  private static final int MOST_OTHERS = 3;
  /** Of more itineraries than these the ones without bars are looked at first. */
  private static final int MOST_ROUTES = 24;
  private static final int MOST_MINUTES = 12 * 60;

  /** There was no time for all that has to be tried before the cheapest is known. */
  private static final class OutOfTime extends RuntimeException {

    OutOfTime() {
      super("no time for reasons", null, false, false);
    }
  }

  private final Setting setting;
  private final List<int[]> shown;
  private final ObjectNode json;
  private final Function<ObjectNode, Question> reader;
  private final Wording wording;
  private final Deadline deadline;
  private final Telling telling;

  /**
   * @param shown by route, indexes of candidates
   * @param json the question as it was sent
   * @param reader of what it then is
   * @param deadline for reasons; of what is asked for afterwards it says that there was no time
   */
  Explanation(Setting setting, List<int[]> shown, ObjectNode json, Function<ObjectNode, Question> reader, Wording wording, Deadline deadline) {
    this.setting = setting;
    this.shown = shown;
    this.json = json;
    this.reader = reader;
    this.wording = wording;
    this.deadline = deadline;
    telling = new Telling(setting, shown, wording);
  }

  /** Why a stop was left out; what could not be tried to the end is not told at all. */
  Dropped of(int index) {
    try {
      checkTime();
      return reason(index);
    } catch (OutOfTime e) {
      return dropped(index, null, List.of(), true, wording.of("dropped.late"));
    }
  }

  private void checkTime() {
    if (deadline.isOver()) {
      throw new OutOfTime();
    }
  }

  private Dropped reason(int index) {
    List<Relaxation> told = new ArrayList<>();
    Set<Kind> kinds = new HashSet<>();
    List<Option> options = new ArrayList<>();
    List<Lifted> lifted = new ArrayList<>();
    routes(index).forEach(route -> lifted.addAll(lifted(index, route)));
    lifted.forEach(one -> addOptions(one, options));
    add(index, options, kinds, told);
    if (told.isEmpty()) {
      options.clear();
      lifted.forEach(one -> addPairs(one, options));
      add(index, options, kinds, told);
    }
    if (told.isEmpty()) {
      options.clear();
      lifted.forEach(one -> addExchanges(one, options));
      add(index, options, kinds, told);
    }
    Relaxation cheapest = told.isEmpty() ? null : told.get(0);
    Kind constraint = cheapest == null ? hopeless(index) : cheapest.insteadOf() != null ? Kind.NO_TIME : cheapest.kind();
    String text = cheapest == null ? wording.of("dropped." + constraint.word()) : wording.of("dropped", Map.of("relaxation", cheapest.text()));
    return dropped(index, constraint, told, null, text);
  }

  private Dropped dropped(int index, @Nullable Kind constraint, List<Relaxation> told, @Nullable Boolean unexplained, String text) {
    Candidate candidate = setting.candidates.get(index);
    return new Dropped(candidate.wish().id(), candidate.host() == null ? null : candidate.host().id(), candidate.name(wording.language()),
        candidate.group() < 0 ? null : setting.question.groups().get(candidate.group()).id(), setting.problem().stops().get(index).must(), constraint,
        told.isEmpty() ? null : told.get(0), told.isEmpty() ? List.of() : List.copyOf(told.subList(1, told.size())), unexplained, text);
  }

  /** Those that the stop may be on, the ones without bars first. */
  private List<Integer> routes(int index) {
    return IntStream.range(0, setting.routeCount()).boxed().filter(route -> setting.terms(index, route).bars().stream().noneMatch(
        bar -> bar.kind() == Kind.NO_TIME || bar.kind() == Kind.NO_ROAD || bar.kind() == Kind.PIN))
        .sorted(Comparator.comparingInt(route -> setting.terms(index, route).bars().size())).limit(MOST_ROUTES).toList();
  }

  private Kind hopeless(int index) {
    for (Kind kind : List.of(Kind.NO_ROAD, Kind.BOTTLENECK, Kind.PIN)) {
      if (IntStream.range(0, setting.routeCount()).mapToObj(route -> setting.terms(index, route).bars()).filter(bars -> bars.stream().noneMatch(bar -> bar.kind() == Kind.NO_TIME))
          .allMatch(bars -> bars.stream().anyMatch(bar -> bar.kind() == kind))) {
        return kind;
      }
    }
    return Kind.NO_TIME;
  }

  /** One thing of time besides whatever bars the stop. */
  private void addOptions(Lifted lifted, List<Option> options) {
    if (lifted.fits()) {
      options.add(new Option(lifted.scene().route(), lifted.steps(), -1));
    } else {
      lifted.gives().forEach(step -> options.add(new Option(lifted.scene().route(), joined(lifted.steps(), step), -1)));
    }
  }

  private void addPairs(Lifted lifted, List<Option> options) {
    List<Give> gives = Give.all(lifted.scene(), lifted.json());
    for (int i = 0; i < gives.size(); i++) {
      for (int j = i + 1; j < gives.size(); j++) {
        checkTime();
        addPair(lifted, gives.get(i), gives.get(j), options);
      }
    }
  }

  private void addPair(Lifted lifted, Give first, Give second, List<Option> options) {
    int most = Math.min(first.most(), MOST_MINUTES);
    if (most < 1) {
      return;
    }
    int other = second.least(first.change().apply(lifted.scene(), most), MOST_MINUTES);
    if (other < 1) {
      return;
    }
    Scene scene = second.change().apply(lifted.scene(), other);
    int one = first.least(scene, MOST_MINUTES + 1);
    if (one > 0) {
      options.add(new Option(lifted.scene().route(), joined(joined(lifted.steps(), first.step().apply(one)), second.step().apply(other)), -1));
    }
  }

  private void addExchanges(Lifted lifted, List<Option> options) {
    int[] order = lifted.scene().order();
    for (int position = 0; position < order.length; position++) {
      checkTime();
      Candidate out = setting.candidates.get(order[position]);
      if (out.wish().pin() == null && !out.wish().locked() && !setting.isLunch(out) && lifted.scene().without(position).fits()) {
        options.add(new Option(lifted.scene().route(), lifted.steps(), position));
      }
    }
  }

  /** A stop whose bars are lifted, and the question as it then is. @param gives what of time would do besides; empty where nothing has to */
  private record Lifted(List<Step> steps, Scene scene, ObjectNode json, boolean fits, List<Step> gives) {}

  private List<Lifted> lifted(int index, int route) {
    List<Bar> bars = setting.terms(index, route).bars();
    List<Lifted> all = new ArrayList<>();
    if (bars.isEmpty()) {
      Scene scene = Scene.of(setting, route, shown.get(route), index);
      boolean fits = scene.fits();
      List<Step> gives = fits ? List.of() : gives(scene, json);
      if (!fits) {
        addTaken(index, route, scene, gives);
      }
      all.add(new Lifted(List.of(), scene, json, fits, gives));
      return all;
    }
    for (List<Step> steps : new Lifting(setting, route, index, this::checkTime).ways(bars, json)) {
      addLifted(index, route, steps, all);
    }
    if (bars.stream().anyMatch(bar -> bar.kind() == Kind.CLOSED)) {
      List<Bar> rest = bars.stream().filter(bar -> bar.kind() != Kind.CLOSED).toList();
      for (List<Step> steps : new Lifting(setting, route, index, this::checkTime).ways(rest, json)) {
        Setting changed = changed(steps);
        Step opened = changed == null ? null : Lifting.opened(Scene.of(changed, route, shown.get(route), index));
        if (opened != null) {
          addLifted(index, route, joined(steps, opened), all);
        }
      }
    }
    return all;
  }

  private void addLifted(int index, int route, List<Step> steps, List<Lifted> all) {
    checkTime();
    Setting changed = changed(steps);
    // where what is shown does not hold any more, nothing can be put into it
    if (changed != null && changed.terms(index, route).bars().isEmpty() && Schedule.of(changed.problem(), route, shown.get(route)).fits()) {
      Scene scene = Scene.of(changed, route, shown.get(route), index);
      ObjectNode patched = Patch.applied(json, Step.operations(steps));
      boolean fits = scene.fits();
      all.add(new Lifted(steps, scene, patched, fits, fits ? List.of() : gives(scene, patched)));
    }
  }

  /** The least of each kind. */
  private List<Step> gives(Scene scene, ObjectNode question) {
    Map<Kind, Integer> least = new HashMap<>();
    Map<Kind, Step> steps = new HashMap<>();
    for (Give give : Give.all(scene, question)) {
      checkTime();
      int minutes = give.least(scene, least.getOrDefault(give.kind(), MOST_MINUTES + 1));
      if (minutes > 0) {
        least.put(give.kind(), minutes);
        steps.put(give.kind(), give.step().apply(minutes));
      }
    }
    Step pin = pin(scene);
    if (pin != null) {
      steps.put(Kind.PIN, pin);
    }
    return new ArrayList<>(steps.values());
  }

  /** The nearest minute at which a pinned visit could begin. */
  private static @Nullable Step pin(Scene scene) {
    Question.Pin pin = scene.candidate().wish().pin();
    if (pin == null) {
      return null;
    }
    int minutes = new Give(Kind.PIN, MOST_MINUTES, (one, q) -> one.pinned(pin.time() - q * 60, pin.time() + q * 60), q -> null).least(scene, MOST_MINUTES + 1);
    for (int q = minutes; q > 0 && q <= minutes + 1; q++) {
      for (int time : new int[] {pin.time() + q * 60, pin.time() - q * 60}) {
        if (time >= 0 && time <= 24 * 3600 && scene.pinned(time, time).fits()) {
          return new Step(Kind.PIN, "pin", q, "min", 5 + 1.5 * q, null, time, -1, Map.of("q", q, "from", TourClock.words(time)),
              List.of(new Operation("add", "/stops/" + scene.candidate().index() + "/pin/time", TourClock.words(time))));
        }
      }
    }
    return null;
  }

  /** Where others' visits leave no place although there are hours. */
  private void addTaken(int index, int route, Scene scene, List<Step> gives) {
    if (!setting.busy(scene.candidate(), route).isEmpty()) {
      Lifting lifting = new Lifting(setting, route, index, this::checkTime);
      Step taken = new Step(Kind.TAKEN, "taken", null, null, 80, null, -1, -1, Map.of(), List.of(lifting.agreed(Kind.TAKEN, json)));
      Setting changed = changed(List.of(taken));
      if (changed != null && Scene.of(changed, route, shown.get(route), index).fits()) {
        gives.add(taken);
      }
    }
  }

  /** Null if the changed question can not be asked. */
  private @Nullable Setting changed(List<Step> steps) {
    try {
      return setting.with(reader.apply(Patch.applied(json, Step.operations(steps))));
    } catch (InvalidInputException | RefusedException | IllegalArgumentException e) {
      return null; // a tour can not be so: told to nobody
    }
  }

  /** All steps but one; what a host waives is told in one list, from which that one goes too. */
  private static List<Step> without(List<Step> steps, Step one) {
    return steps.stream().filter(step -> step != one).map(step -> step.notWaiving(one.kind())).toList();
  }

  private static List<Step> joined(List<Step> steps, Step more) {
    List<Step> all = new ArrayList<>(steps);
    all.add(more);
    return all;
  }

  /** The cheapest ones that hold when they are tried. */
  private void add(int index, List<Option> options, Set<Kind> kinds, List<Relaxation> told) {
    options.sort(Comparator.comparingDouble((Option option) -> telling.cost(option)).thenComparing(Option::kind).thenComparingInt(Option::route));
    for (Option option : options) {
      Kind kind = option.steps().isEmpty() ? option.kind() : option.steps().get(option.steps().size() - 1).kind();
      if (told.size() <= MOST_OTHERS && !kinds.contains(kind)) {
        checkTime();
        Relaxation relaxation = needed(index, option);
        if (relaxation != null) {
          kinds.add(kind);
          told.add(relaxation);
        }
      }
    }
    told.sort(Comparator.comparingDouble(Relaxation::cost)); // some turned out cheaper than they looked
  }

  /** Without the steps that others make needless, as another day may make a notice long enough. Null if it does not hold. */
  private @Nullable Relaxation needed(int index, Option option) {
    for (Step step : option.steps().size() > 1 ? option.steps() : List.<Step>of()) {
      Option less = new Option(option.route(), without(option.steps(), step), option.out());
      if (tried(index, less) != null) {
        return needed(index, less);
      }
    }
    return tried(index, option);
  }

  /** Null if it does not hold for the changed question and all that is shown. */
  private @Nullable Relaxation tried(int index, Option option) {
    Setting changed = option.steps().isEmpty() ? setting : changed(option.steps());
    if (changed == null) {
      return null;
    }
    int route = option.route();
    Scene scene = Scene.of(changed, route, shown.get(route), index);
    Scene.Fit fit = (option.out() < 0 ? scene : scene.without(option.out())).fit();
    if (fit == null) {
      return null;
    }
    List<int[]> orders = new ArrayList<>(shown);
    orders.set(route, Scene.with((option.out() < 0 ? scene : scene.without(option.out())).order(), index, fit.position()));
    for (int other = 0; other < orders.size(); other++) {
      if (!Schedule.of(changed.problem(), other, orders.get(other)).fits()) {
        return null; // before others' turns are tried, which takes longer
      }
    }
    List<Setting> settings = Turns.settings(changed, orders, false);
    for (int other = 0; other < orders.size(); other++) {
      Problem problem = settings.get(other).problem();
      if (!Schedule.of(problem, other, orders.get(other)).fits() || !problem.keepsOrder(orders.get(other))) {
        return null;
      }
    }
    return telling.of(option, fit.position());
  }
}
