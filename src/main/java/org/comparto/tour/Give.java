package org.comparto.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.comparto.orienteering.Pause;
import org.comparto.orienteering.Route;
import org.comparto.tour.Dropped.Operation;
import org.comparto.tour.Openings.Span;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something of time that can give, by whole minutes: the more, the more fits.
 *
 * @param most minutes that it can give
 * @param change what a scene is after so many minutes
 * @param step how it is told after so many minutes, in a question as it then is
 */
record Give(Kind kind, int most, BiFunction<Scene, Integer, Scene> change, IntFunction<Step> step) {

  private static final int DAY = 24 * 3600;
  /** A lunch shorter than this is none. */
  private static final int SHORTEST_LUNCH = 20;

  /** All that may give in a scene. @param json the question */
  static List<Give> all(Scene scene, ObjectNode json) {
    List<Give> gives = new ArrayList<>();
    visit(scene, gives);
    lunch(scene, gives);
    Route bounds = scene.bounds();
    gives.add(new Give(Kind.DAY_END, (DAY - bounds.latest()) / 60,
        (one, q) -> one.bounds(new Route(one.bounds().start(), one.bounds().end(), one.bounds().earliest(), one.bounds().latest() + q * 60, one.bounds().matrix(), one.bounds().pause())),
        q -> Step.minutes(Kind.DAY_END, q, 5 + q, end(json, bounds.latest() + q * 60))));
    gives.add(new Give(Kind.DAY_START, bounds.earliest() / 60,
        (one, q) -> one.bounds(new Route(one.bounds().start(), one.bounds().end(), one.bounds().earliest() - q * 60, one.bounds().latest(), one.bounds().matrix(), one.bounds().pause())),
        q -> Step.minutes(Kind.DAY_START, q, 5 + 1.2 * q, new Operation("add", "/start/time", TourClock.words(bounds.earliest() - q * 60)))));
    windows(scene, gives);
    return gives;
  }

  private static Operation end(ObjectNode json, int time) {
    return json.hasNonNull("end") ? new Operation("add", "/end/time", TourClock.words(time)) : new Operation("add", "/end", Map.of("time", TourClock.words(time)));
  }

  private static void visit(Scene scene, List<Give> gives) {
    Candidate candidate = scene.candidate();
    if (!scene.setting().isLunch(candidate) && candidate.minutes() > candidate.least()) {
      gives.add(new Give(Kind.VISIT_LENGTH, candidate.minutes() - candidate.least(), (one, q) -> one.lasting(candidate.minutes() - q),
          q -> Step.minutes(Kind.VISIT_LENGTH, q, q, new Operation("add", "/stops/" + candidate.index() + "/visitMinutes", candidate.minutes() - q))));
    }
  }

  private static void lunch(Scene scene, List<Give> gives) {
    Pause pause = scene.bounds().pause();
    if (pause == null) {
      return;
    }
    gives.add(new Give(Kind.LUNCH, (DAY - pause.latest()) / 60, (one, q) -> paused(one, 0, q * 60, 0),
        q -> Step.minutes(Kind.LUNCH, q, 2 + q, new Operation("add", "/lunch/to", TourClock.words(pause.latest() + q * 60))).told("lunch.later")));
    gives.add(new Give(Kind.LUNCH, pause.earliest() / 60, (one, q) -> paused(one, q * 60, 0, 0),
        q -> Step.minutes(Kind.LUNCH, q, 2 + q, new Operation("add", "/lunch/from", TourClock.words(pause.earliest() - q * 60))).told("lunch.earlier")));
    gives.add(new Give(Kind.LUNCH, Math.max(0, pause.length() / 60 - SHORTEST_LUNCH), (one, q) -> paused(one, 0, 0, q * 60),
        q -> Step.minutes(Kind.LUNCH, q, 2 + q, new Operation("add", "/lunch/minutes", pause.length() / 60 - q)).told("lunch.shorter")));
  }

  private static Scene paused(Scene scene, int earlier, int later, int shorter) {
    Route route = scene.bounds();
    Pause pause = route.pause();
    return scene.bounds(new Route(route.start(), route.end(), route.earliest(), route.latest(), route.matrix(),
        new Pause(pause.earliest() - earlier, pause.latest() + later, pause.length() - shorter)));
  }

  private static void windows(Scene scene, List<Give> gives) {
    if (scene.open() == null) {
      return;
    }
    for (int i = 0; i < scene.open().size(); i++) {
      int which = i;
      Span span = scene.open().get(i);
      gives.add(new Give(Kind.WINDOW, (DAY - span.to()) / 60, (one, q) -> one.open(with(scene.open(), which, 0, q)), q -> Step.window(scene, with(scene.open(), which, 0, q), q,
          span.from(), span.to() + q * 60)));
      gives.add(new Give(Kind.WINDOW, span.from() / 60, (one, q) -> one.open(with(scene.open(), which, q, 0)), q -> Step.window(scene, with(scene.open(), which, q, 0), q,
          span.from() - q * 60, span.to())));
    }
  }

  /** Spans of which one is longer by some minutes; they stay apart. */
  private static List<Span> with(List<Span> spans, int which, int before, int after) {
    List<Span> longer = new ArrayList<>(spans);
    longer.set(which, new Span(spans.get(which).from() - before * 60, spans.get(which).to() + after * 60));
    return Openings.joined(longer);
  }

  /** The least minutes with which a scene fits; -1 if none are enough. @param below only less than this is of interest */
  int least(Scene scene, int below) {
    int high = Math.min(most, below - 1);
    if (high < 1 || !change.apply(scene, high).fits()) {
      return -1;
    }
    int low = 0;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (change.apply(scene, middle).fits()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
