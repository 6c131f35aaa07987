package org.comparto.tour;

import java.util.ArrayList;
import java.util.List;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.StorableText;
import org.comparto.tour.Tour.Participant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to be kept of a tour; null is not said. It checks itself.
 *
 * @param timed the question with the itineraries of the plan, to be timed; null if neither was sent
 * @param note empty for none
 */
record Sent(@Nullable String name, @Nullable ObjectNode question, @Nullable ObjectNode timed, @Nullable String note, @Nullable List<Participant> participants,
    @Nullable String language, @Nullable TourState state) {

  private static final int MOST_PARTICIPANTS = 1_000;
  private static final int LONGEST_NOTE = 5_000;
  /** Members of an answer; only the first is read. */
  private static final String[] PLAN = {"itineraries", "dropped", "score", "seed", "iterations", "endedBy", "seconds", "roads", "revision", "warnings"};

  /** @param before the question that is kept already; null for a new tour */
  static Sent of(ObjectNode json, @Nullable ObjectNode before) {
    StorableText.check(json);
    Body body = new Body("", json).object("name", "question", "plan", "note", "participants", "language", "state");
    ObjectNode question = body.has("question") ? object(body.get("question")) : before;
    if (question == null) {
      throw new InvalidInputException("question", "question is required");
    }
    ObjectNode timed = null;
    if (before == null || body.has("question") || body.has("plan")) {
      timed = question.deepCopy();
      timed.set("itineraries", itineraries(body.get("plan").object(PLAN).get("itineraries")));
    }
    Body note = body.find("note");
    Body language = body.find("language");
    if (language != null && !List.of("it", "en").contains(language.node().asString())) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    return new Sent(before == null || body.has("name") ? body.get("name").line() : null, body.has("question") ? question : null, timed,
        note == null ? json.has("note") ? "" : null : note(note), json.has("participants") ? participants(body.find("participants")) : null,
        language == null ? null : language.node().asString(), body.has("state") ? TourState.of(body.get("state").node().asString()) : null);
  }

  private static String note(Body note) {
    if (!note.node().isString()) {
      throw note.wrong("a text");
    }
    String text = Field.text("note", note.node().stringValue(), LONGEST_NOTE);
    return text == null ? "" : text;
  }

  private static ObjectNode object(Body body) {
    if (!(body.node() instanceof ObjectNode object)) {
      throw body.wrong("an object");
    }
    return object;
  }

  /** Only the order: times are computed by whoever keeps them. */
  private static ArrayNode itineraries(Body body) {
    ArrayNode kept = JsonMapper.shared().createArrayNode();
    for (Body one : body.list(QuestionReader.MOST_DAYS * QuestionReader.MOST_GROUPS)) {
      ObjectNode itinerary = kept.addObject();
      if (one.has("group")) {
        itinerary.set("group", one.get("group").node());
      }
      if (one.has("date")) {
        itinerary.set("date", one.get("date").node());
      }
      itinerary.set("stops", one.get("stops").node());
    }
    return kept;
  }

  private static List<Participant> participants(@Nullable Body body) {
    List<Participant> people = new ArrayList<>();
    for (Body one : body == null ? List.<Body>of() : body.list(MOST_PARTICIPANTS)) {
      one.object("name", "phone", "email", "note");
      people.add(new Participant(one.get("name").line(), Field.phone(one.path() + ".phone", one.has("phone") ? one.get("phone").line() : null),
          one.has("email") ? one.get("email").line() : null, one.has("note") ? one.get("note").line() : null));
    }
    return List.copyOf(people);
  }
}
