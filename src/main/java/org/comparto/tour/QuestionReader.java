package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.network.Profile;
import org.comparto.network.Vehicle;
import org.comparto.problem.InvalidInputException;
import org.comparto.tour.Question.Group;
import org.comparto.tour.Question.Hours;
import org.comparto.tour.Question.Lunch;
import org.comparto.tour.Question.Ordered;
import org.comparto.tour.Question.OrderedStop;
import org.comparto.tour.Question.Party;
import org.comparto.tour.Question.Pin;
import org.comparto.tour.Question.Terminal;
import org.comparto.tour.Question.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a question about a tour; what it does not understand it refuses by its path. */
final class QuestionReader {

  static final int MOST_STOPS = 200;
  static final int MOST_DAYS = 14;
  static final int MOST_GROUPS = 10;
  static final int MOST_SECONDS = 60;
  /** For so few stops and for so many; in between it grows evenly. */
  private static final int FEW_STOPS = 20;
  private static final int FEW_SECONDS = 2;
  private static final int MANY_STOPS = 50;
  private static final int MANY_SECONDS = 10;
  static final int MOST_PEOPLE = 10_000;
  static final long USUAL_ITERATIONS = 20_000;
  private static final long MOST_ITERATIONS = 100_000_000;
  /** Visits that a plan chooses from, where every group makes every one. */
  private static final int MOST_VISITS = 400;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int FIRST = 8 * 3600;
  private static final int LAST = 18 * 3600;
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
  private static final List<Profile> VEHICLES = List.of(Profile.COACH, Profile.CAR, Profile.WALK, Profile.TRUCK_7_5);

  /** A question, and an order to be timed. @param explain whether reasons are asked for of what the order leaves out */
  record Timed(Question question, List<Ordered> itineraries, boolean explain) {

    /** The question with this order; its pins and locks hold instead of the question's. */
    Question ordered() {
      Map<String, OrderedStop> given = new HashMap<>();
      itineraries.forEach(one -> one.stops().forEach(stop -> given.putIfAbsent(stop.id(), stop)));
      List<Wish> wishes = question.wishes().stream().map(wish -> {
        OrderedStop stop = given.get(wish.id());
        return stop == null ? wish : new Wish(wish.id(), wish.host(), wish.point(), wish.name(), wish.windows(), wish.minutes(), wish.minutesMin(), wish.minutesMax(),
            wish.priority(), wish.must(), wish.setup(), wish.buffer(), stop.pin() == null ? wish.pin() : stop.pin(), stop.locked() == null ? wish.locked() : stop.locked(),
            wish.agreed());
      }).toList();
      return new Question(question.start(), question.end(), question.profile(), question.size(), question.party(), question.lunch(), question.days(), question.groups(),
          question.each(), wishes, itineraries, question.bookingsOf(), question.seconds(), question.seed(), question.iterations());
    }
  }

  private QuestionReader() {}

  static Question question(JsonNode json) {
    return question(json, List.of());
  }

  static Timed timed(JsonNode json) {
    Question question = question(json, List.of("itineraries", "explain"));
    Body body = new Body("", json);
    return new Timed(question, ordered(body.get("itineraries"), question), body.has("explain") && body.get("explain").truth());
  }

  private static Question question(JsonNode json, List<String> more) {
    List<String> members = new ArrayList<>(List.of("date", "start", "end", "vehicle", "group", "lunch", "days", "groups", "sharing", "stops", "order", "bookingsOf", "seconds",
        "seed", "iterations"));
    members.addAll(more);
    if (!json.isObject()) {
      throw new InvalidInputException("body", "A JSON object is expected in the body.");
    }
    Body body = new Body("", json).object(members.toArray(String[]::new));
    LocalDate date = day(body.get("date"));
    Terminal start = terminal(body.get("start"), null, FIRST);
    Body last = body.find("end");
    Terminal end = last == null ? new Terminal(start.point(), Math.max(LAST, start.time()), start.name()) : terminal(last, start, LAST);
    if (end.time() <= start.time()) {
      throw new InvalidInputException("end.time", "end.time must be after start.time");
    }
    Body vehicle = body.find("vehicle");
    List<LocalDate> days = days(body.find("days"), date);
    List<Group> groups = groups(body.find("groups"));
    List<Wish> wishes = wishes(body.get("stops"), days, groups);
    boolean each = each(body.find("sharing"));
    if (each && wishes.size() * groups.size() > MOST_VISITS) {
      throw new InvalidInputException("stops", "stops of every group are " + wishes.size() * groups.size() + "; together there may be " + MOST_VISITS);
    }
    Question question = new Question(start, end, profile(vehicle), size(vehicle), party(body.find("group")), lunch(body.find("lunch"), wishes), days, groups, each, wishes,
        List.of(), own(body.find("bookingsOf")), body.has("seconds") ? body.get("seconds").integer(1, MOST_SECONDS) : usualSeconds(wishes.size()),
        body.has("seed") ? body.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 1,
        body.has("iterations") ? body.get("iterations").whole(1, MOST_ITERATIONS) : USUAL_ITERATIONS);
    List<Ordered> order = body.has("order") ? ordered(body.get("order"), question) : List.of();
    return new Question(question.start(), question.end(), question.profile(), question.size(), question.party(), question.lunch(), days, groups, each, wishes, order,
        question.bookingsOf(), question.seconds(), question.seed(), question.iterations());
  }

  /** How long an answer may take where nobody says. */
  static int usualSeconds(int stops) {
    int share = Math.max(0, Math.min(stops, MANY_STOPS) - FEW_STOPS);
    return FEW_SECONDS + share * (MANY_SECONDS - FEW_SECONDS) / (MANY_STOPS - FEW_STOPS);
  }

  /** A saved tour's number, {@code tour:12}, {@code campaign:4}, or a list of them. */
  private static Set<String> own(@Nullable Body body) {
    Set<String> own = new HashSet<>();
    for (Body one : body == null ? List.<Body>of() : body.node().isArray() ? body.list(10) : List.of(body)) {
      if (one.node().isString() && !one.node().stringValue().matches("(tour|campaign):[1-9]\\d{0,17}")) {
        throw one.wrong("the number of a saved tour, or what hosts were invited for, for instance campaign:4");
      }
      own.add(one.node().isString() ? one.node().stringValue() : "tour:" + one.whole(1, Long.MAX_VALUE));
    }
    return Set.copyOf(own);
  }

  private static LocalDate day(Body body) {
    LocalDate date = body.date();
    if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
      throw body.wrong("a day from " + FIRST_DAY + " to " + LAST_DAY);
    }
    return date;
  }

  /** Where a day begins or ends; a point alone is enough. */
  private static Terminal terminal(Body body, @Nullable Terminal start, int usual) {
    if (!body.node().isObject() || body.node().has("lon")) {
      return new Terminal(body.point(), start == null ? usual : Math.max(usual, start.time()), null);
    }
    body.object("point", "time", "name");
    Question.Point point = start != null && !body.has("point") ? start.point() : body.get("point").point();
    int time = body.has("time") ? body.get("time").time() : start == null ? usual : Math.max(usual, start.time());
    String name = body.has("name") ? body.get("name").line() : start == null || body.has("point") ? null : start.name();
    return new Terminal(point, time, name);
  }

  private static Profile profile(@Nullable Body vehicle) {
    Body said = vehicle == null || vehicle.node().isString() ? vehicle : vehicle.find("profile");
    if (said == null) {
      return Profile.COACH;
    }
    return VEHICLES.stream().filter(profile -> said.node().isString() && profile.id().equals(said.node().stringValue())).findFirst()
        .orElseThrow(() -> said.wrong("one of " + VEHICLES.stream().map(Profile::id).collect(Collectors.joining(", "))));
  }

  private static Vehicle size(@Nullable Body vehicle) {
    if (vehicle == null || vehicle.node().isString()) {
      return Vehicle.DEFAULT;
    }
    vehicle.object("profile", "height", "width", "length", "mass");
    Vehicle size = new Vehicle(metres(vehicle, "height", 10), metres(vehicle, "width", 10), metres(vehicle, "length", 100), metres(vehicle, "mass", 500), null);
    if (profile(vehicle) == Profile.WALK && !size.equals(Vehicle.DEFAULT)) {
      throw new InvalidInputException("vehicle", "who walks has no size; leave height, width, length, mass and axleLoad out");
    }
    return size;
  }

  private static @Nullable Double metres(Body vehicle, String name, int most) {
    Body given = vehicle.find(name);
    if (given != null && !(given.number() > 0 && given.number() <= most)) {
      throw given.wrong("above 0 and at most " + most);
    }
    return given == null ? null : given.number();
  }

  private static Party party(@Nullable Body body) {
    if (body == null) {
      return new Party(null, null, null, List.of(), false);
    }
    body.object("people", "age", "level", "languages", "wheelchair");
    List<String> languages = body.has("languages") ? body.get("languages").list(20).stream().map(Body::line).distinct().toList() : List.of();
    return new Party(body.has("people") ? body.get("people").integer(1, MOST_PEOPLE) : null, body.has("age") ? body.get("age").integer(0, 120) : null,
        body.has("level") ? body.get("level").line() : null, languages, body.has("wheelchair") && body.get("wheelchair").truth());
  }

  private static @Nullable Lunch lunch(@Nullable Body body, List<Wish> wishes) {
    if (body == null) {
      return null;
    }
    body.object("from", "to", "minutes", "stop");
    int from = body.get("from").time();
    int to = body.get("to").time();
    if (to < from) {
      throw new InvalidInputException("lunch.to", "lunch.to must not be before lunch.from");
    }
    String stop = body.has("stop") ? body.get("stop").name() : null;
    if (stop != null && wishes.stream().noneMatch(wish -> wish.id().equals(stop))) {
      throw new InvalidInputException("lunch.stop", "lunch.stop must be the id of one of the stops");
    }
    return new Lunch(from, to, body.has("minutes") ? body.get("minutes").integer(1, 240) : 45, stop);
  }

  private static List<LocalDate> days(@Nullable Body body, LocalDate date) {
    if (body == null || body.node().isNumber()) {
      int count = body == null ? 1 : body.integer(1, MOST_DAYS);
      return IntStream.range(0, count).mapToObj(date::plusDays).toList();
    }
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Body day : body.list(MOST_DAYS)) {
      if (!days.add(day(day))) {
        throw new InvalidInputException(day.path(), day.path() + " is given twice");
      }
    }
    if (days.isEmpty()) {
      throw body.wrong("a number of days, or a list of at least one date");
    }
    return List.copyOf(days);
  }

  private static List<Group> groups(@Nullable Body body) {
    if (body == null || body.node().isNumber()) {
      int count = body == null ? 1 : body.integer(1, MOST_GROUPS);
      return IntStream.rangeClosed(1, count).mapToObj(number -> new Group(String.valueOf(number), null, null)).toList();
    }
    List<Group> groups = new ArrayList<>();
    for (Body one : body.list(MOST_GROUPS)) {
      one.object("id", "people", "name");
      String id = one.has("id") ? one.get("id").name() : String.valueOf(groups.size() + 1);
      if (groups.stream().anyMatch(group -> group.id().equals(id))) {
        throw new InvalidInputException(one.path() + ".id", one.path() + ".id is given twice");
      }
      groups.add(new Group(id, one.has("people") ? one.get("people").integer(1, MOST_PEOPLE) : null, one.has("name") ? one.get("name").line() : null));
    }
    if (groups.isEmpty()) {
      throw body.wrong("a number of groups, or a list of at least one group");
    }
    return List.copyOf(groups);
  }

  private static boolean each(@Nullable Body body) {
    if (body != null && !List.of("divide", "each").contains(body.node().isString() ? body.node().stringValue() : "")) {
      throw body.wrong("one of divide, each");
    }
    return body != null && body.node().stringValue().equals("each");
  }

  private static List<Wish> wishes(Body body, List<LocalDate> days, List<Group> groups) {
    List<Wish> wishes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Body one : body.list(MOST_STOPS)) {
      Wish wish = wish(one, days, groups, wishes.size());
      if (!ids.add(wish.id())) {
        throw new InvalidInputException(one.path() + ".id", one.path() + ".id is given twice");
      }
      wishes.add(wish);
    }
    return List.copyOf(wishes);
  }

  private static Wish wish(Body one, List<LocalDate> days, List<Group> groups, int index) {
    one.object("id", "host", "point", "name", "windows", "visitMinutes", "visitMinutesMin", "visitMinutesMax", "priority", "must", "setupMinutes", "bufferMinutes", "pin", "locked",
        "agreed");
    Question.Point point = one.has("point") ? one.get("point").point() : null;
    String id = one.has("id") ? one.get("id").name() : "stop " + (index + 1);
    Long host = one.has("host") ? Long.valueOf(one.get("host").whole(1, Long.MAX_VALUE)) : null;
    if (host != null && point != null) {
      throw new InvalidInputException(one.path() + ".host", one.path() + ".host is given beside point; a stop is a host or a place of its own");
    }
    if (host == null && point == null && !id.matches("[1-9]\\d{0,17}")) {
      throw new InvalidInputException(one.path() + ".point", one.path() + ".point is required where id is no host's number");
    }
    Integer least = minutes(one, "visitMinutesMin", 1);
    Integer most = minutes(one, "visitMinutesMax", 1);
    if (least != null && most != null && most < least) {
      throw new InvalidInputException(one.path() + ".visitMinutesMax", one.path() + ".visitMinutesMax must not be below visitMinutesMin");
    }
    Pin pin = one.has("pin") ? pin(one.get("pin"), days, groups) : null;
    boolean locked = one.has("locked") && one.get("locked").truth();
    return new Wish(id, host != null ? host : point == null ? Long.valueOf(id) : null, point, one.has("name") ? one.get("name").line() : null, one.has("windows") ? hours(one.get("windows")) : null,
        minutes(one, "visitMinutes", 1), least, most, one.has("priority") ? one.get("priority").integer(0, 100) : 50,
        pin != null || locked || one.has("must") && one.get("must").truth(), minutes(one, "setupMinutes", 0), minutes(one, "bufferMinutes", 0), pin, locked,
        one.has("agreed") ? agreed(one.get("agreed")) : Set.of());
  }

  private static @Nullable Integer minutes(Body body, String name, int least) {
    return body.has(name) ? Integer.valueOf(body.get(name).integer(least, MOST_MINUTES)) : null;
  }

  private static List<Hours> hours(Body body) {
    List<Hours> hours = new ArrayList<>();
    for (Body one : body.list(100)) {
      one.object("date", "from", "to");
      int from = one.get("from").time();
      int to = one.get("to").time();
      if (to <= from) {
        throw new InvalidInputException(one.path() + ".to", one.path() + ".to must be after from");
      }
      hours.add(new Hours(one.has("date") ? one.get("date").date() : null, from, to));
    }
    return List.copyOf(hours);
  }

  private static Pin pin(Body body, List<LocalDate> days, List<Group> groups) {
    body.object("time", "date", "group");
    LocalDate date = body.has("date") ? body.get("date").date() : null;
    if (date != null && !days.contains(date)) {
      throw new InvalidInputException(body.path() + ".date", body.path() + ".date is not a day of the tour");
    }
    String group = body.has("group") ? group(body.get("group"), groups) : null;
    return new Pin(body.get("time").time(), date, group);
  }

  private static String group(Body body, List<Group> groups) {
    String id = body.name();
    if (groups.stream().noneMatch(group -> group.id().equals(id))) {
      throw body.wrong("one of " + groups.stream().map(Group::id).collect(Collectors.joining(", ")));
    }
    return id;
  }

  private static Set<Kind> agreed(Body body) {
    Set<Kind> agreed = EnumSet.noneOf(Kind.class);
    for (Body one : body.list(Kind.values().length)) {
      agreed.add(Kind.find(one.line()).filter(Kind::canBeAgreed).orElseThrow(
          () -> one.wrong("one of " + Arrays.stream(Kind.values()).filter(Kind::canBeAgreed).map(Kind::word).collect(Collectors.joining(", ")))));
    }
    return agreed;
  }

  private static List<Ordered> ordered(Body body, Question question) {
    List<Ordered> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Body one : body.list(MOST_DAYS * MOST_GROUPS)) {
      // whoever sends an itinerary of an answer back sends more than is read
      if (!one.node().isObject()) {
        throw one.wrong("an object");
      }
      String group = one.has("group") ? group(one.get("group"), question.groups()) : question.groups().get(0).id();
      LocalDate date = one.has("date") ? one.get("date").date() : question.days().get(0);
      if (!question.days().contains(date)) {
        throw new InvalidInputException(one.path() + ".date", one.path() + ".date is not a day of the tour");
      }
      if (all.stream().anyMatch(other -> other.group().equals(group) && other.date().equals(date))) {
        throw new InvalidInputException(one.path(), one.path() + " is of a group and day that are there already");
      }
      List<OrderedStop> stops = new ArrayList<>();
      for (Body stop : one.get("stops").list(MOST_STOPS)) {
        OrderedStop read = orderedStop(stop, question);
        boolean lunch = question.lunch() != null && read.id().equals(question.lunch().stop());
        if (!seen.add((question.each() ? group + "\n" : "") + (lunch ? group + date : "") + "\n" + read.id())) {
          throw new InvalidInputException(stop.path() + ".id", stop.path() + ".id is given twice");
        }
        stops.add(read);
      }
      all.add(new Ordered(group, date, List.copyOf(stops)));
    }
    return List.copyOf(all);
  }

  private static OrderedStop orderedStop(Body stop, Question question) {
    boolean named = !stop.node().isObject();
    Body id = named ? stop : stop.get("id");
    String name = id.name();
    if (question.wish(name).isEmpty()) {
      throw id.wrong("the id of one of the stops");
    }
    Pin pin = !named && stop.has("pin") ? pin(stop.get("pin"), question.days(), question.groups()) : null;
    return new OrderedStop(name, pin, !named && stop.has("locked") ? Boolean.valueOf(stop.get("locked").truth()) : null);
  }
}
