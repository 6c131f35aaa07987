package org.comparto.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.comparto.tour.TestTours.FRIDAY;
import static org.comparto.tour.TestTours.orders;
import static org.comparto.tour.TestTours.read;
import static org.comparto.tour.TestTours.violations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comparto.host.LonLat;
import org.comparto.hours.Window;
import org.comparto.invitation.Taken;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.Stretch;
import org.comparto.network.TestGraph;
import org.comparto.network.Vehicle;
import org.comparto.path.Place;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.tour.TestTours.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tours on hand-drawn roads: what is visited when, by which times, and what rules keep out. */
class PlannerTest {

  private static final String DAY = "\"date\": \"" + FRIDAY + "\", \"start\": {\"point\": [10.002, 45.1], \"time\": \"08:00\"}, \"iterations\": 1000, \"seconds\": 60";

  private final TestTours tours = new TestTours();

  private static ObjectNode question(String more) {
    return read("{" + DAY + ", " + more + "}");
  }

  @Test
  void everyLegTakesWhatTheRoadsSayAndAllTimesAddUp() {
    Says parked = new Says();
    parked.parking = new LonLat(10.035, 45.1);
    parked.setup = 10;
    tours.host(7, 10.04, 45.1, parked);
    ObjectNode question = question("""
        "vehicle": {"profile": "coach", "height": 3.8}, "end": {"point": [10.058, 45.1], "time": "17:00"}, "lunch": {"from": "12:00", "to": "13:00", "minutes": 30},
        "stops": [{"id": 7, "must": true}, {"id": "north", "point": [10.015, 45.11], "visitMinutes": 45, "bufferMinutes": 7},
                  {"id": "south", "point": [10.03, 45.092], "windows": [{"from": "14:00", "to": "15:30"}]}]""");
    Answer answer = tours.plan(question);
    Itinerary day = answer.itineraries().get(0);
    assertThat(answer.dropped()).isEmpty();
    assertThat(day.stops()).hasSize(3);
    OffsetDateTime now = day.start().leave();
    Question.Point here = day.start().point();
    int travel = 0;
    int waiting = 0;
    for (PlannedStop stop : day.stops()) {
      Question.Point there = stop.parking() == null ? stop.point() : stop.parking();
      assertThat(stop.travelSeconds()).isEqualTo(road(here, there)[0]);
      assertThat((double) stop.travelMetres()).isCloseTo(road(here, there)[1], within(1.0));
      now = paused(day, now, now.plusSeconds(stop.travelSeconds()).isBefore(stop.arrive()));
      assertThat(stop.arrive()).isEqualTo(now.plusSeconds(stop.travelSeconds()));
      OffsetDateTime ready = day.lunch() != null && stop.id().equals(day.lunch().before()) ? day.lunch().to() : stop.arrive();
      assertThat(stop.start()).isEqualTo(ready.plusSeconds(stop.waitSeconds() + stop.walkSeconds()).plusMinutes(stop.setupMinutes()));
      assertThat(stop.leave()).isEqualTo(stop.start().plusMinutes(stop.visitMinutes() + stop.bufferMinutes()).plusSeconds(stop.walkSeconds()));
      now = stop.leave();
      here = there;
      travel += stop.travelSeconds();
      waiting += stop.waitSeconds();
    }
    assertThat(day.end().travelSeconds()).isEqualTo(road(here, day.end().point())[0]);
    assertThat(day.travelSeconds()).isEqualTo(travel + day.end().travelSeconds());
    assertThat(day.waitSeconds()).isEqualTo(waiting);
    assertThat(day.lunch().from().toLocalTime()).isBetween(LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertThat(Duration.between(day.lunch().from(), day.lunch().to())).isEqualTo(Duration.ofMinutes(30));
    PlannedStop host = day.stops().stream().filter(stop -> stop.id().equals("7")).findFirst().orElseThrow();
    double[] walk = TestGraph.route(tours.roads, "walk", Vehicle.DEFAULT, new double[] {10.035, 45.1}, new double[] {10.04, 45.1});
    assertThat(host.walkSeconds()).isEqualTo((int) Math.round(walk[0])).isPositive();
    assertThat(day.start().leave().getOffset()).isEqualTo(ZoneId.of("Europe/Rome").getRules().getOffset(day.start().leave().toInstant()));
  }

  private static OffsetDateTime paused(Itinerary day, OffsetDateTime now, boolean later) {
    return later && day.lunch() != null && day.lunch().before() == null ? day.lunch().to() : now;
  }

  /** Whole seconds and metres of the road graph's own answer. */
  private int[] road(Question.Point from, Question.Point to) {
    double[] route = TestGraph.route(tours.roads, "coach", new Vehicle(3.8, null, null, null, null), new double[] {from.lon(), from.lat()}, new double[] {to.lon(), to.lat()});
    return new int[] {(int) Math.round(route[0]), (int) Math.round(route[1])};
  }

  @Test
  void theSameQuestionHasTheSameAnswerAndTimingItsOrderChangesNothing() {
    for (int i = 0; i < 12; i++) {
      tours.host(100 + i, 10.001 + i * 0.0048, i % 2 == 0 ? 45.1 : 45.11, new Says());
    }
    ObjectNode question = question("\"vehicle\": \"car\", \"end\": {\"time\": \"15:00\"}, \"groups\": 2, \"days\": 2, \"stops\": []");
    for (int i = 0; i < 12; i++) {
      ((ArrayNode) question.get("stops")).addObject().put("id", 100 + i).put("priority", 40 + i);
    }
    Answer once = tours.plan(question);
    assertThat(tours.plan(question).itineraries()).isEqualTo(once.itineraries());
    assertThat(once.endedBy()).isEqualTo("converged");
    assertThat(once.itineraries()).hasSize(4).extracting(Itinerary::group).containsExactly("1", "2", "1", "2");
    Answer timed = tours.timetable(question, orders(once));
    assertThat(timed.itineraries()).isEqualTo(once.itineraries());
    assertThat(timed.endedBy()).isEqualTo("timetable");
    Set<String> visited = new HashSet<>();
    once.itineraries().forEach(day -> day.stops().forEach(stop -> assertThat(visited.add(stop.id())).as("%s is visited once", stop.id()).isTrue()));
  }

  @Test
  void whereEveryGroupVisitsEveryStopNeverTwoAreAtOneHostAtATime() {
    Says small = new Says();
    small.maxPeople = 30;
    tours.host(1, 10.015, 45.11, small);
    tours.host(2, 10.028, 45.1, small);
    Says large = new Says();
    large.maxPeople = 60;
    tours.host(3, 10.05, 45.105, large);
    ObjectNode question = question("""
        "vehicle": "car", "end": {"time": "16:00"}, "groups": [{"id": "3A", "people": 25}, {"id": "3B", "people": 24}, {"id": "3C", "people": 10}], "sharing": "each",
        "stops": [{"id": 1}, {"id": 2}, {"id": 3}]""");
    Answer answer = tours.plan(question);
    assertThat(answer.dropped()).isEmpty();
    assertThat(answer.itineraries()).allSatisfy(day -> assertThat(day.stops()).hasSize(3));
    for (String id : List.of("1", "2", "3")) {
      List<PlannedStop> visits = answer.itineraries().stream().flatMap(day -> day.stops().stream()).filter(stop -> stop.id().equals(id))
          .sorted(Comparator.comparing(PlannedStop::start)).toList();
      for (int i = 1; i < visits.size() && !id.equals("3"); i++) {
        assertThat(visits.get(i).start()).isAfterOrEqualTo(visits.get(i - 1).start().plusMinutes(visits.get(i - 1).visitMinutes()));
      }
    }
    assertThat(tours.timetable(question, orders(answer)).itineraries()).isEqualTo(answer.itineraries());
  }

  @Test
  void aPlaceBehindALowUnderpassIsReachedByALowerCoachAndTheExplanationSaysByHowMuch() {
    Restriction low = low();
    TestTours there = new TestTours(low);
    ObjectNode question = question("\"vehicle\": {\"profile\": \"coach\", \"height\": 3.6}, \"stops\": [{\"id\": \"island\", \"point\": [10.2, 45.1]}, {\"id\": \"port\", \"point\": [10.059, 45.1]}]");
    Answer answer = there.plan(question);
    Dropped port = answer.dropped().stream().filter(one -> one.id().equals("port")).findFirst().orElseThrow();
    assertThat(port.constraint()).isEqualTo(Kind.BOTTLENECK);
    assertThat(port.relaxation().quantity()).isEqualTo(20);
    assertThat(port.relaxation().unit()).isEqualTo("cm");
    assertThat(port.relaxation().text()).isEqualTo("vehicle 20 cm lower (at most 3.4 m)");
    ObjectNode lower = question("\"vehicle\": {\"profile\": \"coach\", \"height\": 3.41}, \"stops\": [{\"id\": \"port\", \"point\": [10.059, 45.1]}]");
    assertThat(there.plan(lower).dropped()).hasSize(1);
    ((ObjectNode) lower.get("vehicle")).put("height", 3.4);
    assertThat(there.plan(lower).dropped()).isEmpty();
    Dropped island = answer.dropped().stream().filter(one -> one.id().equals("island")).findFirst().orElseThrow();
    assertThat(island.constraint()).isEqualTo(Kind.NO_ROAD);
    assertThat(island.relaxation()).isNull();
  }

  /** Across the only road to the east, for vehicles above 3.4 m. */
  private static Restriction low() {
    Place at = TestGraph.fixture().snap(10.0575, 45.1, TestGraph.fixture().ideal(Profile.CAR)).place();
    return new Restriction(77, "Sottopasso", new Effects(new Limits(3.4, null, null, null, null), false, 0, 1, null),
        List.of(Stretch.point(2 * at.edge(), at.fraction()), Stretch.point(2 * at.edge() + 1, 1 - at.fraction())));
  }

  @Test
  void theDetourOfACoachNamesTheBottleneckThatItGoesRound() {
    Place at = TestGraph.fixture().snap(10.035, 45.1, TestGraph.fixture().ideal(Profile.CAR)).place();
    TestTours there = new TestTours(new Restriction(5, "Ponte", new Effects(Limits.NONE, false, 120, 1, "Mo-Fr 07:00-08:30"),
        List.of(Stretch.point(2 * at.edge(), at.fraction()), Stretch.point(2 * at.edge() + 1, 1 - at.fraction()))));
    ObjectNode question = question("\"vehicle\": {\"profile\": \"coach\", \"height\": 3.2}, \"stops\": [{\"id\": \"mill\", \"point\": [10.039, 45.1]}]");
    Itinerary day = there.plan(question).itineraries().get(0);
    assertThat(day.detour()).isNotNull();
    assertThat(day.detour().bottlenecks()).containsExactly(5L);
    assertThat(day.detour().seconds()).isPositive();
    assertThat(there.plan(question).warnings()).extracting(Answer.Warning::kind).contains("hours");
    ((ObjectNode) question.get("start")).put("time", "08:31");
    assertThat(there.plan(question).itineraries().get(0).detour()).as("after its hours").isNull();
  }

  @Test
  void aMustComesBeforeAnyPriority() {
    ObjectNode question = question("""
        "vehicle": "car", "end": {"time": "10:00"}, "stops": [{"id": "a", "point": [10.02, 45.1], "visitMinutes": 60, "priority": 100},
        {"id": "b", "point": [10.059, 45.1], "visitMinutes": 100, "priority": 1, "must": true}]""");
    Answer answer = tours.plan(question);
    assertThat(answer.itineraries().get(0).stops()).extracting(PlannedStop::id).containsExactly("b");
    assertThat(answer.score()).isEqualTo(1);
    assertThat(answer.dropped().get(0).id()).isEqualTo("a");
  }

  @Test
  void noChangeOfTimeIsEnoughWhereTheDayIsFullSoAnotherStopWouldHaveToGo() {
    Answer answer = tours.plan(question("""
        "vehicle": "car", "end": {"time": "24:00"}, "stops": [{"id": "a", "name": "Long", "point": [10.02, 45.1], "visitMinutes": 800, "priority": 60},
        {"id": "b", "point": [10.059, 45.1], "visitMinutes": 800}]"""));
    Dropped left = answer.dropped().get(0);
    assertThat(left.id()).isEqualTo("b");
    assertThat(left.constraint()).isEqualTo(Kind.NO_TIME);
    assertThat(left.relaxation().insteadOf()).isEqualTo("a");
    assertThat(left.relaxation().text()).isEqualTo("instead of “Long”");
  }

  @Test
  void aHostThatIsClosedThatDaySaysWhenItIsOpen() {
    Says closed = new Says();
    closed.hours = "Mo-Th 09:00-17:00";
    tours.host(1, 10.02, 45.1, closed);
    Dropped left = tours.plan(question("\"vehicle\": \"car\", \"stops\": [{\"id\": 1}]")).dropped().get(0);
    assertThat(left.constraint()).isEqualTo(Kind.CLOSED);
    assertThat(left.relaxation().date()).isEqualTo(FRIDAY.minusDays(1));
    assertThat(left.relaxation().text()).startsWith("host closed on Friday").contains("open Thursday");
  }

  @Test
  void aDayThatLiesFarEnoughAheadNeedsNoExceptionFromTheNoticeBesides() {
    Says says = new Says();
    says.hours = "Sa 09:00-17:00";
    says.lead = (int) ChronoUnit.DAYS.between(LocalDate.now(TourClock.ZONE), FRIDAY) + 1;
    tours.host(1, 10.02, 45.1, says);
    Dropped left = tours.plan(question("\"vehicle\": \"car\", \"stops\": [{\"id\": 1}]")).dropped().get(0);
    assertThat(left.relaxation().kind()).isEqualTo(Kind.CLOSED);
    assertThat(left.relaxation().date()).isEqualTo(FRIDAY.plusDays(1));
    assertThat(left.relaxation().and()).as("the notice is long enough on that day").isNull();
  }

  @Test
  void severalThingsThatAreNeededAreToldAsAList() {
    Says says = new Says();
    says.maxPeople = 22;
    says.minAge = 12;
    says.languages = List.of("de", "en");
    tours.host(1, 10.02, 45.1, says);
    ObjectNode question = question("\"vehicle\": \"car\", \"group\": {\"people\": 23, \"age\": 11, \"languages\": [\"it\"]}, \"stops\": [{\"id\": 1}]");
    assertThat(tours.plan(question).dropped().get(0).text()).isEqualTo("Left out: 3 changes together: 1 person fewer (at most 22), or an exception by the host; "
        + "1 year older (at least 12), or an exception by the host; a group that understands: German, English");
    assertThat(tours.planner.plan(question, "it").dropped().get(0).text()).isEqualTo("Esclusa: 3 modifiche insieme: 1 persona in meno (al massimo 22), o una deroga dell'ospite; "
        + "1 anno in più (almeno 12), o una deroga dell'ospite; un gruppo che capisca: tedesco, inglese");
  }

  @Test
  void reasonsThatThereWasNoTimeForAreSaidToBeMissingAndCanBeAskedForAgain() {
    ObjectNode question = question("""
        "vehicle": "car", "end": {"time": "10:00"}, "stops": [{"id": "a", "point": [10.02, 45.1], "visitMinutes": 60, "must": true},
        {"id": "b", "point": [10.03, 45.1], "visitMinutes": 70}]""");
    Answer hurried = tours.planner.search(question, QuestionReader.question(question), "en", shown -> { }, () -> false, Deadline.after(0));
    assertThat(hurried.itineraries().get(0).stops()).extracting(PlannedStop::id).containsExactly("a");
    assertThat(violations(hurried)).isEmpty();
    Dropped untold = hurried.dropped().get(0);
    assertThat(untold.unexplained()).isTrue();
    assertThat(untold.constraint()).isNull();
    assertThat(untold.text()).isEqualTo("Left out: there was no time to look for the reason");
    assertThat(hurried.warnings()).filteredOn(one -> one.kind().equals("reasons")).singleElement()
        .satisfies(one -> assertThat(one.text()).isEqualTo("There was no time to look for the reason of 1 stop that is left out: it can be asked for again."));
    Answer again = tours.explained(question, orders(hurried));
    assertThat(again.itineraries()).isEqualTo(hurried.itineraries());
    assertThat(again.dropped().get(0)).isEqualTo(tours.plan(question).dropped().get(0));
    assertThat(again.dropped().get(0).constraint()).isEqualTo(Kind.DAY_END);
  }

  @Test
  void whatWasTakenOutByHandFitsAsItIs() {
    ObjectNode question = question("\"vehicle\": \"car\", \"stops\": [{\"id\": \"a\", \"point\": [10.02, 45.1]}, {\"id\": \"b\", \"point\": [10.03, 45.1]}]");
    Dropped out = tours.explained(question, List.of(read("{\"stops\": [\"a\"]}"))).dropped().get(0);
    assertThat(out.constraint()).isEqualTo(Kind.FITS);
    assertThat(out.relaxation().change()).isEmpty();
    assertThat(out.relaxation().position()).isBetween(0, 1);
    assertThat(tours.timetable(question, List.of(read("{\"stops\": [\"a\"]}"))).dropped().get(0).constraint()).as("where nobody asks").isNull();
  }

  @Test
  void anAnswerMayTakeLongerTheMoreStopsThereAre() {
    assertThat(List.of(QuestionReader.usualSeconds(0), QuestionReader.usualSeconds(20), QuestionReader.usualSeconds(35), QuestionReader.usualSeconds(50),
        QuestionReader.usualSeconds(200))).containsExactly(2, 2, 6, 10, 10);
  }

  @Test
  void aTimetableMovesNothingAndSaysInPlaceWhatDoesNotWork() {
    Says says = new Says();
    says.hours = "Mo-Fr 09:00-10:00";
    says.maxPeople = 20;
    says.coachHeight = new BigDecimal("3.00");
    tours.host(1, 10.02, 45.11, says);
    ObjectNode question = question("""
        "vehicle": {"profile": "coach", "height": 3.2}, "end": {"time": "11:00"}, "group": {"people": 23}, "lunch": {"from": "09:00", "to": "09:30", "minutes": 30},
        "stops": [{"id": "a", "point": [10.059, 45.1], "visitMinutes": 90}, {"id": 1}, {"id": "c", "point": [10.2, 45.1], "visitMinutes": 10}]""");
    ObjectNode order = read("{\"stops\": [{\"id\": \"a\"}, {\"id\": 1}, {\"id\": \"c\"}]}");
    Answer answer = tours.timetable(question, List.of(order));
    Itinerary day = answer.itineraries().get(0);
    assertThat(day.stops()).extracting(PlannedStop::id).containsExactly("a", "1", "c");
    assertThat(day.stops().get(0).violations()).isEmpty();
    assertThat(day.stops().get(1).violations()).extracting(Itinerary.Violation::kind).containsExactly(Kind.GROUP_SIZE, Kind.COACH_HEIGHT, Kind.WINDOW);
    assertThat(day.stops().get(1).violations()).extracting(Itinerary.Violation::quantity).startsWith(3, 20);
    PlannedStop late = day.stops().get(1);
    int beyond = late.violations().get(2).quantity();
    assertThat(late.start().plusMinutes(60).minusMinutes(beyond).toLocalTime()).isBetween(LocalTime.of(9, 59), LocalTime.of(10, 0));
    assertThat(day.stops().get(2).violations()).extracting(Itinerary.Violation::kind).contains(Kind.NO_ROAD);
    assertThat(day.stops().get(2).travelSeconds()).isNull();
    assertThat(day.end().violations()).extracting(Itinerary.Violation::kind).contains(Kind.DAY_END);
    assertThat(answer.dropped()).isEmpty();
  }

  @Test
  void whatAnotherTourHasBookedIsTakenUnlessItIsThisOne() {
    tours.host(1, 10.02, 45.1, new Says());
    tours.taken.add(new Taken(1, FRIDAY, new Window(8 * 60, 18 * 60), 20, "tour:12", true));
    ObjectNode question = question("\"vehicle\": \"car\", \"stops\": [{\"id\": 1}]");
    assertThat(tours.plan(question).dropped().get(0).constraint()).isEqualTo(Kind.TAKEN);
    assertThat(tours.plan(question.deepCopy().put("bookingsOf", 12)).dropped()).isEmpty();
    assertThat(tours.plan((ObjectNode) read("{\"bookingsOf\": [\"campaign:4\", \"tour:12\"]}").setAll(question)).dropped()).isEmpty();
    ObjectNode renamed = question("\"vehicle\": \"car\", \"bookingsOf\": 12, \"stops\": [{\"id\": \"9\", \"host\": 1}]");
    PlannedStop stop = tours.plan(renamed).itineraries().get(0).stops().get(0);
    assertThat(stop.id()).as("a stop may have another name than its host").isEqualTo("9");
    assertThat(stop.host()).isEqualTo(1L);
    tours.taken.set(0, new Taken(1, FRIDAY, new Window(8 * 60, 12 * 60), 20, "tour:12", true));
    assertThat(tours.plan(question).itineraries().get(0).stops().get(0).start().getHour()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void lunchAtAChosenPlaceAndPinsAndLocksHold() {
    ObjectNode question = question("""
        "vehicle": "car", "end": {"time": "16:00"}, "lunch": {"from": "12:15", "to": "12:45", "minutes": 50, "stop": "inn"},
        "stops": [{"id": "inn", "point": [10.03, 45.1]}, {"id": "p", "point": [10.01, 45.11], "visitMinutes": 30, "pin": {"time": "14:20"}},
                  {"id": "b", "point": [10.05, 45.1], "visitMinutes": 30, "locked": true}, {"id": "a", "point": [10.02, 45.1], "visitMinutes": 30, "locked": true}],
        "order": [{"stops": ["b", "a"]}]""");
    Itinerary day = tours.plan(question).itineraries().get(0);
    List<String> ids = new ArrayList<>(day.stops().stream().map(PlannedStop::id).toList());
    assertThat(ids).containsExactlyInAnyOrder("inn", "p", "a", "b");
    assertThat(ids.indexOf("b")).isLessThan(ids.indexOf("a"));
    assertThat(day.stops().get(ids.indexOf("p")).start().toLocalTime()).isEqualTo(LocalTime.of(14, 20));
    PlannedStop inn = day.stops().get(ids.indexOf("inn"));
    assertThat(inn.start().toLocalTime()).isBetween(LocalTime.of(12, 15), LocalTime.of(12, 45));
    assertThat(inn.visitMinutes()).isEqualTo(50);
    assertThat(day.lunch()).isNull();
  }

  @Test
  void withoutStopsThereIsTheWayFromStartToEnd() {
    Answer answer = tours.plan(question("\"vehicle\": \"car\", \"end\": {\"point\": [10.028, 45.1]}, \"stops\": []"));
    Itinerary day = answer.itineraries().get(0);
    assertThat(day.stops()).isEmpty();
    assertThat(Duration.between(day.start().leave(), day.end().arrive()).toSeconds()).isEqualTo((long) day.end().travelSeconds()).isPositive();
    assertThat(answer.dropped()).isEmpty();
  }

  @Test
  void aStartFarFromRoadsIsNoRoadData() {
    assertThatThrownBy(() -> tours.plan("{\"date\": \"2027-04-16\", \"start\": {\"point\": [12, 44]}, \"stops\": []}")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("start.point");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "date          | 'soon'                                                                         | date",
      "start         | {'point': [45]}                                                                | start.point",
      "start         | {'point': [10, 95]}                                                            | start.point",
      "start         | {'point': {'lon': 10}}                                                         | start.point.lat",
      "start         | {'point': [10, 45], 'time': '25:00'}                                           | start.time",
      "end           | {'time': '07:00'}                                                              | end.time",
      "vehicle       | 'tank'                                                                         | vehicle",
      "vehicle       | {'profile': 'coach', 'height': 0}                                              | vehicle.height",
      "vehicle       | {'profile': 'walk', 'height': 2}                                               | vehicle",
      "group         | {'people': 0}                                                                  | group.people",
      "lunch         | {'from': '13:00', 'to': '12:00'}                                               | lunch.to",
      "lunch         | {'from': '12:00', 'to': '13:00', 'stop': 'inn'}                                | lunch.stop",
      "days          | 15                                                                             | days",
      "days          | ['2027-04-16', '2027-04-16']                                                   | days[1]",
      "groups        | 11                                                                             | groups",
      "groups        | [{'id': 'a'}, {'id': 'a'}]                                                     | groups[1].id",
      "sharing       | 'all'                                                                          | sharing",
      "stops         | {}                                                                             | stops",
      "stops         | [{'id': 'x'}]                                                                  | stops[0].point",
      "stops         | [{'id': 999}]                                                                  | stops[0].id",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1]}, {'id': 'x', 'point': [10.02, 45.1]}]     | stops[1].id",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'windows': [{'from': '9', 'to': '10:00'}]}] | stops[0].windows[0].from",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'windows': [{'from': '10:00', 'to': '10:00'}]}] | stops[0].windows[0].to",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'priority': 101}]                         | stops[0].priority",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'visitMinutes': 1.5}]                     | stops[0].visitMinutes",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'agreed': ['window']}]                    | stops[0].agreed[0]",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'pin': {'time': '10:00', 'group': '2'}}]  | stops[0].pin.group",
      "stops         | [{'id': 'x', 'point': [10.02, 45.1], 'colour': 'red'}]                         | stops[0].colour",
      "order         | [{'stops': ['y']}]                                                             | order[0].stops[0]",
      "seconds       | 61                                                                             | seconds",
      "iterations    | 0                                                                              | iterations",
      "speed         | 3                                                                              | speed"})
  void whatCanNotBeReadIsNamedByItsPath(String member, String value, String parameter) {
    ObjectNode question = question("\"stops\": []");
    question.set(member, TestTours.JSON.readTree(value.replace('\'', '"')));
    assertThatThrownBy(() -> tours.plan(question)).isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.parameter()).isEqualTo(parameter));
  }
}
