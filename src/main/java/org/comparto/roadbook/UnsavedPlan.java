package org.comparto.roadbook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.comparto.facts.Language;
import org.comparto.problem.InvalidInputException;
import org.comparto.tour.Answer;
import org.comparto.tour.Itinerary;
import org.comparto.tour.PlannedStop;
import org.comparto.tour.Question;
import org.comparto.tour.Tour;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan that nobody has kept, as its planner sends it back: checked for what the forms need, since it comes from outside.
 *
 * @param question as it was asked
 * @param plan as it was answered
 * @param name what it is called; null for "Tour"
 * @param language it or en; null for the one of the request
 */
record UnsavedPlan(@Nullable ObjectNode question, @Nullable Answer plan, @Nullable String name, @Nullable String language) {

  private static final int MOST_ITINERARIES = 140;
  private static final int MOST_STOPS = 400;
  private static final int LONGEST_NAME = 120;

  /** @throws InvalidInputException naming what is wrong */
  Tour tour(Locale locale) {
    if (question == null) {
      throw missing("question");
    }
    if (plan == null || plan.itineraries() == null || plan.itineraries().isEmpty()) {
      throw missing("plan.itineraries");
    }
    if (plan.itineraries().size() > MOST_ITINERARIES || plan.itineraries().stream().mapToInt(one -> one == null || one.stops() == null ? 0 : one.stops().size()).sum() > MOST_STOPS) {
      throw new InvalidInputException("plan", "plan has more than " + MOST_ITINERARIES + " itineraries or " + MOST_STOPS + " stops");
    }
    for (int i = 0; i < plan.itineraries().size(); i++) {
      check(plan.itineraries().get(i), "plan.itineraries[" + i + "]");
    }
    String called = name == null || name.isBlank() ? Language.of(language, locale).equals("en") ? "Tour" : "Giro di visite" : name.strip();
    if (called.length() > LONGEST_NAME) {
      throw new InvalidInputException("name", "name has " + called.length() + " characters; the most are " + LONGEST_NAME);
    }
    Instant now = Instant.now();
    return new Tour(0, called, Language.of(language, locale), "draft", 0, 0, question, plan, null, List.of(), null, null, now, now);
  }

  private static void check(@Nullable Itinerary itinerary, String path) {
    if (itinerary == null || itinerary.group() == null || itinerary.date() == null || itinerary.stops() == null) {
      throw missing(path + ": group, date, stops");
    }
    if (itinerary.start() == null || itinerary.start().leave() == null || !isPlace(itinerary.start().point())) {
      throw missing(path + ".start: point, leave");
    }
    if (itinerary.end() == null || itinerary.end().arrive() == null || !isPlace(itinerary.end().point())) {
      throw missing(path + ".end: point, arrive");
    }
    if (itinerary.lunch() != null && (itinerary.lunch().from() == null || itinerary.lunch().to() == null)) {
      throw missing(path + ".lunch: from, to");
    }
    for (int i = 0; i < itinerary.stops().size(); i++) {
      PlannedStop stop = itinerary.stops().get(i);
      if (stop == null || stop.id() == null || stop.name() == null || stop.arrive() == null || stop.start() == null || stop.leave() == null || !isPlace(stop.point())
          || stop.parking() != null && !isPlace(stop.parking())) {
        throw missing(path + ".stops[" + i + "]: id, name, point, arrive, start, leave");
      }
    }
  }

  private static boolean isPlace(Question.@Nullable Point point) {
    return point != null && Math.abs(point.lon()) <= 180 && Math.abs(point.lat()) <= 85;
  }

  private static InvalidInputException missing(String what) {
    return new InvalidInputException(what.replaceAll(":.*", ""), "The body lacks " + what + "; send question and plan as POST /api/tours/plan gave them.");
  }
}
