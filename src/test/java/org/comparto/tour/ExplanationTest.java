package org.comparto.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comparto.tour.TestTours.FRIDAY;
import static org.comparto.tour.TestTours.orders;
import static org.comparto.tour.TestTours.read;
import static org.comparto.tour.TestTours.violations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comparto.host.LonLat;
import org.comparto.invitation.Taken;
import org.comparto.hours.Window;
import org.comparto.tour.Dropped.Operation;
import org.comparto.tour.Dropped.Relaxation;
import org.comparto.tour.TestTours.Says;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a stop that was left out is true: with the relaxation the shown order works, with half of it no order with the stop does. */
class ExplanationTest {

  private static final int CASES = 70;
  private final Map<Kind, Integer> told = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> halved = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> needed = new EnumMap<>(Kind.class);

  @Test
  void everyRelaxationMakesTheStopFitAndHalfOfItDoesNot() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      TestTours tours = new TestTours();
      ObjectNode question = randomly(tours, random);
      Answer answer = tours.plan(question);
      assertThat(violations(answer)).as("plan of case %d", seed).isEmpty();
      for (Dropped dropped : answer.dropped()) {
        List<Relaxation> all = new ArrayList<>(dropped.others());
        if (dropped.relaxation() != null) {
          all.add(0, dropped.relaxation());
        }
        for (Relaxation one : all) {
          check("case %d, stop %s, %s".formatted(seed, dropped.id(), one), tours, question, answer, dropped, one);
        }
        assertThat(all).as("relaxations of %s, cheapest first", dropped.id()).isSortedAccordingTo((a, b) -> Double.compare(a.cost(), b.cost()));
      }
    }
    assertThat(told.keySet()).as("kinds that were met").contains(Kind.DAY_END, Kind.DAY_START, Kind.WINDOW, Kind.VISIT_LENGTH, Kind.GROUP_SIZE, Kind.CLOSED, Kind.LANGUAGE, Kind.TAKEN,
        Kind.COACH_HEIGHT, Kind.PIN, Kind.LUNCH);
    assertThat(halved.values().stream().mapToInt(Integer::intValue).sum()).as("quantities that were halved: %s", halved).isGreaterThan(50);
    assertThat(halved.keySet()).as("quantities that were halved").contains(Kind.GROUP_SIZE, Kind.GROUP_AGE, Kind.NOTICE, Kind.COACH_HEIGHT, Kind.DAY_END, Kind.WINDOW);
    assertThat(needed.values().stream().mapToInt(Integer::intValue).sum()).as("parts of several, left out one by one: %s", needed).isGreaterThan(100);
  }

  private void check(String what, TestTours tours, ObjectNode question, Answer answer, Dropped dropped, Relaxation one) {
    told.merge(one.kind(), 1, Integer::sum);
    ObjectNode changed = patched(question, one.change());
    List<ObjectNode> orders = with(answer, one, dropped.id(), one.position());
    moved(orders, changed, question);
    Answer timed = tours.timetable(changed, orders);
    assertThat(violations(timed)).as(what).isEmpty();
    assertThat(timed.itineraries().stream().flatMap(itinerary -> itinerary.stops().stream()).map(PlannedStop::id)).as(what).contains(dropped.id());
    if (one.and() == null) {
      for (int route = 0; route < answer.itineraries().size() && one.quantity() != null; route++) {
        if (dropped.group() == null || dropped.group().equals(answer.itineraries().get(route).group())) { // else the other group visits it, or has a reason of its own
          halfFitsNowhere(what, tours, question, changed, one, dropped.id(), orders(answer), route);
        }
      }
      return;
    }
    for (Relaxation part : parts(one)) {
      int route = route(answer, one);
      List<ObjectNode> shown = part.insteadOf() != null ? orders(answer) : without(answer, one);
      needed.merge(part.kind(), 1, Integer::sum);
      fitsNowhere("without " + part + " of " + what, tours, patched(question, besides(one, part)), shown, dropped.id(), route, question);
      if (part.quantity() != null) {
        halfFitsNowhere(what, tours, question, changed, part, dropped.id(), shown, route);
      }
    }
  }

  /** With half of a quantity, and all else that is needed, no place in an itinerary holds the stop. */
  private void halfFitsNowhere(String what, TestTours tours, ObjectNode question, ObjectNode changed, Relaxation part, String id, List<ObjectNode> shown, int route) {
    halved.merge(part.kind(), 1, Integer::sum);
    if (part.kind() != Kind.NOTICE) {
      fitsNowhere("half of " + part + " of " + what, tours, halved(question, changed, part, id, tours), shown, id, route, question);
      return;
    }
    // days of notice are the host's: it does without half of them
    Says says = tours.said.get(Long.valueOf(id));
    int asked = says.lead;
    ObjectNode strict = changed.deepCopy();
    ArrayNode agreed = (ArrayNode) stop(strict, id).get("agreed");
    for (int i = agreed.size() - 1; i >= 0; i--) {
      if (agreed.get(i).asString().equals("notice")) {
        agreed.remove(i);
      }
    }
    says.lead = asked - part.quantity() / 2;
    told(tours, id, says);
    fitsNowhere("half of " + part + " of " + what, tours, strict, shown, id, route, question);
    says.lead = asked;
    told(tours, id, says);
  }

  private static void told(TestTours tours, String id, Says says) {
    LonLat at = tours.hosts.get(Long.valueOf(id)).entrance();
    tours.host(Long.parseLong(id), at.lon(), at.lat(), says);
  }

  private static void fitsNowhere(String what, TestTours tours, ObjectNode changed, List<ObjectNode> shown, String id, int route, ObjectNode question) {
    for (int position = 0; position <= shown.get(route).get("stops").size(); position++) {
      List<ObjectNode> tried = shown.stream().map(ObjectNode::deepCopy).toList();
      insert(tried.get(route), id, position);
      moved(tried, changed, question);
      assertThat(violations(tours.timetable(changed, tried))).as("at %d, %s", position, what).isNotEmpty();
    }
  }

  /** What is needed together, each with its own changes. */
  private static List<Relaxation> parts(Relaxation one) {
    List<Relaxation> parts = new ArrayList<>(one.and());
    int own = one.change().size() - one.and().stream().mapToInt(part -> part.change().size()).sum();
    parts.add(0, new Relaxation(one.kind(), one.quantity(), one.unit(), one.group(), one.date(), one.from(), one.to(), null, one.position(), null, one.cost(), one.text(),
        one.change().subList(0, own)));
    return parts;
  }

  /** The changes of all other parts; what a host waives is one list, from which what is left out goes too. */
  private static List<Operation> besides(Relaxation one, Relaxation left) {
    List<Operation> changes = new ArrayList<>();
    for (Relaxation part : parts(one)) {
      if (part.kind() != left.kind() || !part.change().equals(left.change())) {
        part.change().forEach(change -> changes.add(!(change.path().endsWith("/agreed") && change.value() instanceof List<?> kinds) ? change
            : new Operation(change.op(), change.path(), kinds.stream().filter(kind -> !kind.equals(left.kind().word())).toList())));
      }
    }
    return changes;
  }

  private static int route(Answer answer, Relaxation one) {
    int route = 0;
    while (!answer.itineraries().get(route).group().equals(one.group())) {
      route++;
    }
    return route;
  }

  /** The shown order, with the stop put in and the one taken out that has to go. */
  private static List<ObjectNode> with(Answer answer, Relaxation one, String id, int position) {
    List<ObjectNode> orders = without(answer, one);
    insert(orders.get(route(answer, one)), id, position);
    return orders;
  }

  private static List<ObjectNode> without(Answer answer, Relaxation one) {
    List<ObjectNode> orders = orders(answer);
    if (one.insteadOf() != null) {
      ArrayNode stops = (ArrayNode) orders.get(route(answer, one)).get("stops");
      for (int i = stops.size() - 1; i >= 0; i--) {
        if (stops.get(i).get("id").asString().equals(one.insteadOf())) {
          stops.remove(i);
        }
      }
    }
    return orders;
  }

  private static void insert(ObjectNode order, String id, int position) {
    ((ArrayNode) order.get("stops")).insertObject(position).put("id", id);
  }

  private static void moved(List<ObjectNode> orders, ObjectNode changed, ObjectNode question) {
    if (!changed.get("date").equals(question.get("date"))) {
      orders.forEach(order -> order.set("date", changed.get("date")));
    }
  }

  /** As RFC 6902 says, of the operation add on members and on the end of lists. */
  private static ObjectNode patched(ObjectNode question, List<Operation> operations) {
    ObjectNode copy = question.deepCopy();
    for (Operation operation : operations) {
      assertThat(operation.op()).isEqualTo("add");
      JsonNode at = copy;
      String[] parts = operation.path().substring(1).split("/");
      for (int i = 0; i < parts.length - 1; i++) {
        at = at.isArray() ? at.get(Integer.parseInt(parts[i])) : at.get(parts[i]);
      }
      JsonNode value = TestTours.JSON.valueToTree(operation.value());
      if (at instanceof ArrayNode list) {
        list.add(value);
      } else {
        ((ObjectNode) at).set(parts[parts.length - 1], value);
      }
    }
    return copy;
  }

  /** The question with half of the quantity, rounded down. */
  private static ObjectNode halved(ObjectNode question, ObjectNode changed, Relaxation one, String id, TestTours tours) {
    ObjectNode half = changed.deepCopy();
    int less = one.quantity() - one.quantity() / 2;
    Operation change = one.change().get(0);
    String member = change.path().substring(change.path().lastIndexOf('/') + 1);
    switch (one.kind()) {
      case DAY_END -> ((ObjectNode) half.get("end")).put("time", clock(minutes(changed.get("end").get("time")) - less));
      case DAY_START -> ((ObjectNode) half.get("start")).put("time", clock(minutes(changed.get("start").get("time")) + less));
      case LUNCH -> {
        ObjectNode lunch = (ObjectNode) half.get("lunch");
        if (member.equals("minutes")) {
          lunch.put("minutes", lunch.get("minutes").asInt() + less);
        } else {
          lunch.put(member, clock(minutes(lunch.get(member)) + (member.equals("to") ? -less : less)));
        }
      }
      case VISIT_LENGTH -> ((ObjectNode) stop(half, id)).put("visitMinutes", stop(changed, id).get("visitMinutes").asInt() + less);
      case PIN -> {
        int before = minutes(stop(question, id).get("pin").get("time"));
        int after = minutes(stop(changed, id).get("pin").get("time"));
        ((ObjectNode) stop(half, id).get("pin")).put("time", clock(after > before ? after - less : after + less));
      }
      case WINDOW -> {
        boolean later = hours(question, id, tours).stream().noneMatch(window -> window.to().equals(one.to()));
        for (JsonNode window : stop(half, id).get("windows")) {
          if (window.get("to").asString().equals(one.to())) {
            ((ObjectNode) window).put(later ? "to" : "from", clock(minutes(window.get(later ? "to" : "from")) + (later ? -less : less)));
          }
        }
      }
      case GROUP_SIZE -> {
        String whose = change.path().substring(0, change.path().lastIndexOf('/'));
        int before = question.at(change.path()).asInt();
        int after = changed.at(change.path()).asInt();
        ((ObjectNode) half.at(whose)).put("people", after < before ? after + less : after - less);
      }
      case COACH_HEIGHT, BOTTLENECK -> ((ObjectNode) half.get("vehicle")).put(member, half.get("vehicle").get(member).asDouble() + less / 100.0);
      case GROUP_AGE -> ((ObjectNode) half.get("group")).put("age", changed.get("group").get("age").asInt() - less);
      default -> throw new AssertionError(one);
    }
    return half;
  }

  private static List<Window> hours(ObjectNode question, String id, TestTours tours) {
    JsonNode own = stop(question, id).get("windows");
    if (own == null) {
      return tours.hosts.get(Long.valueOf(id)).open(FRIDAY);
    }
    List<Window> windows = new ArrayList<>();
    own.forEach(one -> windows.add(new Window(minutes(one.get("from")), minutes(one.get("to")))));
    return windows;
  }

  private static JsonNode stop(ObjectNode question, String id) {
    for (JsonNode stop : question.get("stops")) {
      if (stop.get("id").asString().equals(id)) {
        return stop;
      }
    }
    throw new AssertionError(id);
  }

  private static int minutes(JsonNode clock) {
    return Integer.parseInt(clock.asString().substring(0, 2)) * 60 + Integer.parseInt(clock.asString().substring(3));
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  /** Hosts around the hand-drawn roads, and a day that is too short for them. */
  private static ObjectNode randomly(TestTours tours, Random random) {
    ObjectNode question = read("""
        {"date": "%s", "start": {"point": [10.002, 45.1], "time": "09:00"}, "end": {"time": "%s"}, "group": {"people": %d, "age": %d, "languages": ["it"],
         "wheelchair": %s}, "vehicle": {"profile": "%s"}, "iterations": 2000, "seconds": 60, "stops": []}""".formatted(FRIDAY, clock(13 * 60 + random.nextInt(240)), 10 + random.nextInt(40),
        8 + random.nextInt(12), random.nextInt(4) == 0, random.nextBoolean() ? "coach" : "car"));
    if (random.nextBoolean()) {
      question.putObject("lunch").put("from", "12:00").put("to", clock(12 * 60 + random.nextInt(60))).put("minutes", 30 + random.nextInt(30));
    }
    if (random.nextInt(3) == 0) {
      question.put("sharing", random.nextBoolean() ? "divide" : "each");
      if (random.nextBoolean()) {
        question.put("groups", 2);
      } else {
        question.putArray("groups").addObject().put("id", "1").put("people", 10 + random.nextInt(40));
        ((ArrayNode) question.get("groups")).addObject().put("id", "2").put("people", 10 + random.nextInt(40));
      }
    }
    int count = 6 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      ObjectNode stop = ((ArrayNode) question.get("stops")).addObject();
      double lon = 10.0 + random.nextInt(600) / 10_000.0;
      double lat = 45.09 + random.nextInt(200) / 10_000.0;
      stop.put("priority", random.nextInt(101)).put("must", random.nextInt(5) == 0);
      if (random.nextInt(4) == 0) {
        stop.put("id", "place " + i).put("visitMinutes", 20 + random.nextInt(60)).putArray("point").add(lon).add(lat);
        if (random.nextBoolean()) {
          stop.putArray("windows").addObject().put("from", clock(8 * 60 + random.nextInt(120))).put("to", clock(10 * 60 + 30 + random.nextInt(120)));
        }
      } else {
        stop.put("id", 100 + i);
        tours.host(100 + i, lon, lat, says(random, lon, lat));
        if (random.nextInt(4) == 0) {
          int from = 9 * 60 + random.nextInt(300);
          tours.taken.add(new Taken(100 + i, FRIDAY, new Window(from, from + 60 + random.nextInt(300)), 20, "tour:9", true));
        }
      }
      if (random.nextInt(8) == 0) {
        stop.putObject("pin").put("time", clock(9 * 60 + 15 * random.nextInt(24)));
      }
    }
    return question;
  }

  private static Says says(Random random, double lon, double lat) {
    Says says = new Says();
    says.minutes = 30 + random.nextInt(90);
    says.minutesMin = random.nextBoolean() ? says.minutes - random.nextInt(25) : null;
    says.setup = random.nextInt(3) == 0 ? 10 : null;
    says.maxPeople = random.nextInt(3) == 0 ? 15 + random.nextInt(30) : null;
    says.minPeople = random.nextInt(8) == 0 ? 20 : null;
    says.minAge = random.nextInt(5) == 0 ? 16 : null;
    says.languages = random.nextInt(8) == 0 ? List.of("de", "en") : List.of();
    says.levels = random.nextInt(8) == 0 ? List.of("university") : List.of();
    says.wheelchair = random.nextInt(3) == 0 ? Boolean.FALSE : null;
    says.lead = random.nextInt(6) == 0 ? 45 : null;
    says.coachHeight = random.nextInt(6) == 0 ? new BigDecimal("3.30") : null;
    says.coachParking = random.nextInt(8) == 0 ? Boolean.FALSE : null;
    says.parking = random.nextInt(3) == 0 ? new LonLat(Math.min(10.06, lon + 0.002), lat) : null;
    says.hours = List.of("Mo-Fr 08:00-18:00", "Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Th 09:00-17:00", "Tu,Fr 08:30-11:30", "Fr 14:00-18:00", "Mo,We 09:00-12:00").get(random.nextInt(6));
    return says;
  }
}
