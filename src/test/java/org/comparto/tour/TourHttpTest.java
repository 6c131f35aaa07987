package org.comparto.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tours as programs ask for them: planned, watched, kept by a key, shared by a link, and nobody else's business. */
@IntegrationTest
class TourHttpTest {

  /** A Friday that is no holiday, whenever this runs. */
  private static final LocalDate DAY = OrdinaryWeek.ahead(60, DayOfWeek.FRIDAY);
  private static final String STOPS = """
      "stops": [{"id": "mill", "point": {"lon": 10.028, "lat": 45.1}, "visitMinutes": 30}, {"id": "port", "point": "10.055,45.1", "visitMinutes": 45}]""";
  private static final String QUESTION = """
      {"date": "%s", "start": {"point": [10.002, 45.1], "time": "08:30", "name": "School"}, "vehicle": {"profile": "coach", "height": 3.6}, "iterations": 500, "seconds": 60, %s}"""
      .formatted(DAY, STOPS);
  private static final String TOUR = """
      {"name": "Mills", "question": %s, "plan": {"itineraries": [{"group": "1", "date": "%s", "stops": [{"id": "mill"}, {"id": "port"}]}]}, "note": "Ring twice",
       "participants": [{"name": "Anna Rossi", "phone": "0372 12345"}]}""".formatted(QUESTION, DAY);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Tours tours;
  @Autowired PlanningPlaces places;

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM tour").update();
    db.sql("DELETE FROM source_attempt").update();
    new People(db, port).remove();
  }

  private Http.Answer post(String path, String body, String... headers) {
    return Http.send(port, "POST", path, body, headers);
  }

  /** Of Italy on the day: "+01:00" or "+02:00". */
  private static String offset() {
    return TourClock.at(DAY, 12 * 3600).getOffset().getId();
  }

  @Test
  void aPlanTakesTheTimesOfTheRoadsAndTheTimetableOfItsOrderIsTheSame() {
    Http.Answer planned = post("/api/tours/plan?lang=en", QUESTION);
    assertThat(planned.status()).as(planned.text()).isEqualTo(200);
    JsonNode day = planned.json().path("itineraries").path(0);
    assertThat(day.path("stops").size()).isEqualTo(2);
    assertThat(day.path("start").path("leave").asString()).startsWith(DAY + "T08:30:00" + offset());
    String here = "10.002,45.1";
    for (JsonNode stop : day.path("stops")) {
      String there = stop.path("point").path("lon").asDouble() + "," + stop.path("point").path("lat").asDouble();
      JsonNode route = Http.get(port, "/api/roads/route?profile=coach&height=3.6&from=" + here + "&to=" + there).json();
      assertThat(stop.path("travelSeconds").asInt()).isEqualTo((int) Math.round(route.path("seconds").asDouble()));
      here = there;
    }
    JsonNode back = Http.get(port, "/api/roads/route?profile=coach&height=3.6&from=" + here + "&to=10.002,45.1").json();
    assertThat(day.path("end").path("travelSeconds").asInt()).isEqualTo((int) Math.round(back.path("seconds").asDouble()));
    assertThat(planned.json().path("roads").path("version").asString()).isEqualTo("fixture");
    assertThat(planned.json().path("warnings").findValuesAsString("kind")).contains("demonstration");
    String timed = QUESTION.substring(0, QUESTION.length() - 1) + ", \"itineraries\": " + planned.json().path("itineraries") + "}";
    Http.Answer again = post("/api/tours/timetable", timed);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.json().path("itineraries").path(0).path("stops")).isEqualTo(day.path("stops"));
  }

  @Test
  void whoDidNotAgreeToVisitsIsNoHost() {
    long silent = db.sql("SELECT id FROM company WHERE publication_status = 'published' AND NOT 'visit' = ANY (coalesce(consented_groups, '{}')) ORDER BY id LIMIT 1").query(Long.class)
        .single();
    for (long id : List.of(silent, 999_999_999L)) {
      Http.Answer answer = post("/api/tours/plan?lang=it", QUESTION.replace("\"id\": \"mill\", \"point\": {\"lon\": 10.028, \"lat\": 45.1}", "\"id\": " + id));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("parameter").asString()).isEqualTo("stops[0].id");
      assertThat(answer.json().path("detail").asString()).startsWith("Non c'è un ospite visitabile con numero " + id);
    }
    assertThat(post("/api/tours/plan", "[]").status()).isEqualTo(400);
    assertThat(post("/api/tours/plan", "{\"date\": \"" + DAY + "\"}").json().path("parameter").asString()).isEqualTo("start");
  }

  @Test
  void aDayThatIsOverIsToldBesideThePlan() {
    JsonNode planned = post("/api/tours/plan?lang=it", QUESTION.replace(DAY.toString(), LocalDate.now(TourClock.ZONE).minusDays(1).toString())).json();
    assertThat(planned.path("warnings").findValuesAsString("text")).contains("Il giorno è già passato.");
    assertThat(post("/api/tours/plan?lang=it", QUESTION).json().path("warnings").findValuesAsString("kind")).doesNotContain("past");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[10.002, 45.1]", "{\"lon\": 10.002, \"lat\": 45.1}", "\"10.002,45.1\""})
  void aPointAloneIsEnoughToStartFrom(String start) {
    Http.Answer planned = post("/api/tours/plan", "{\"date\": \"" + DAY + "\", \"start\": " + start + ", \"end\": " + start + ", \"iterations\": 100, " + STOPS + "}");
    assertThat(planned.status()).as(planned.text()).isEqualTo(200);
    JsonNode day = planned.json().path("itineraries").path(0);
    assertThat(day.path("start").path("point").toString() + day.path("end").path("point")).isEqualTo("{\"lon\":10.002,\"lat\":45.1}".repeat(2));
    assertThat(day.path("start").path("leave").asString()).startsWith(DAY + "T08:00:00");
    assertThat(day.path("stops").size()).isEqualTo(2);
  }

  @Test
  void planningAgainWithTheRelaxationAppliedServesTheStop() {
    ObjectNode question = (ObjectNode) TestTours.JSON.readTree(QUESTION);
    question.putObject("end").put("time", "09:30");
    JsonNode planned = post("/api/tours/plan?lang=en", question.toString()).json();
    assertThat(planned.path("dropped").size()).as(planned.toString()).isEqualTo(1);
    JsonNode relaxation = planned.path("dropped").path(0).path("relaxation");
    assertThat(relaxation.path("kind").asString()).isIn("day_end", "day_start");
    ObjectNode changed = Patch.applied(question, List.of(TestTours.JSON.treeToValue(relaxation.path("change"), Dropped.Operation[].class)));
    JsonNode again = post("/api/tours/plan?lang=en", changed.toString()).json();
    assertThat(again.path("dropped").size()).as(again.toString()).isZero();
    assertThat(again.path("itineraries").path(0).path("stops").findValuesAsString("id")).containsExactlyInAnyOrder("mill", "port");
    question.put("explain", true).set("itineraries", planned.path("itineraries"));
    assertThat(post("/api/tours/timetable?lang=en", question.toString()).json().path("dropped")).as("asked for again").isEqualTo(planned.path("dropped"));
  }

  @Test
  void whoAsksWhileAsManyToursArePlannedAsCanBeIsToldWhenToComeBack() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> planners = Stream.generate(() -> new Thread(() -> places.plan(() -> {
      begun.countDown();
      return await(end);
    }))).limit(2).toList();
    planners.forEach(Thread::start);
    begun.await();
    try {
      Http.Answer busy = post("/api/tours/plan?lang=it", QUESTION);
      assertThat(busy.status()).as(busy.text()).isEqualTo(503);
      assertThat(busy.header("Retry-After")).isEqualTo("10");
      assertThat(busy.json().path("type").asString()).endsWith("busy");
      assertThat(busy.json().path("detail").asString()).contains("10 secondi");
      String timed = QUESTION.substring(0, QUESTION.length() - 1) + ", \"itineraries\": [{\"stops\": [\"mill\"]}]}";
      assertThat(post("/api/tours/timetable", timed).status()).as("timing goes on").isEqualTo(200);
    } finally {
      end.countDown();
      for (Thread planner : planners) {
        planner.join();
      }
    }
    assertThat(post("/api/tours/plan", QUESTION).status()).isEqualTo(200);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSearchIsWatchedUntilItEnds() throws InterruptedException {
    Http.Answer begun = post("/api/tours/searches?lang=en", QUESTION);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String address = begun.header("Location");
    JsonNode state = Http.get(port, address).json();
    for (int i = 0; i < 2400 && state.path("state").asString().equals("running"); i++) {
      Thread.sleep(50);
      state = Http.get(port, address).json();
    }
    assertThat(state.path("state").asString()).isEqualTo("done");
    assertThat(state.path("improvements").asInt()).isPositive();
    assertThat(state.path("best").path("itineraries").path(0).path("stops").size()).isEqualTo(2);
    assertThat(post(address + "/stop", null).json().path("id").asString()).isEqualTo(begun.json().path("id").asString());
    assertThat(Http.get(port, "/api/tours/searches/nothing").status()).isEqualTo(404);
    assertThat(post("/api/tours/searches", QUESTION.replace("10.002", "12")).problem()).isEqualTo("no-road-data");
  }

  @Test
  void aSavedTourIsReadAndChangedWithItsKeyOnly() {
    Http.Answer made = post("/api/tours?lang=en", TOUR);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String key = made.json().path("key").asString();
    String address = made.header("Location");
    assertThat(Http.get(port, address).status()).isEqualTo(404);
    assertThat(Http.get(port, address, "Tour-Key", key + "x").status()).isEqualTo(404);
    Http.Answer read = Http.get(port, address, "Tour-Key", key);
    assertThat(read.json().path("participants").path(0).path("phone").asString()).isEqualTo("0372 12345");
    assertThat(read.json().path("state").asString()).isEqualTo("draft");
    JsonNode stop = read.json().path("plan").path("itineraries").path(0).path("stops").path(0);
    assertThat(stop.path("start").asString()).startsWith(DAY + "T").endsWith(offset());
    assertThat(read.text()).doesNotContain(key);

    assertThat(Http.send(port, "PUT", address, "{\"state\": \"requested\"}", "Tour-Key", key).status()).isEqualTo(428);
    assertThat(Http.send(port, "PUT", address, "{\"state\": \"requested\"}", "Tour-Key", key, "If-Match", "\"7\"").status()).isEqualTo(412);
    Http.Answer requested = Http.send(port, "PUT", address, "{\"state\": \"requested\"}", "Tour-Key", key, "If-Match", "\"1\"");
    assertThat(requested.status()).as(requested.text()).isEqualTo(200);
    assertThat(requested.json().path("sequence").asInt()).as("no time has changed").isZero();
    assertThat(Http.send(port, "PUT", address, "{\"state\": \"done\"}", "Tour-Key", key, "If-Match", "\"2\"").problem()).isEqualTo("wrong-step");
    String turned = "{\"plan\": {\"itineraries\": [{\"stops\": [{\"id\": \"port\"}, {\"id\": \"mill\"}]}]}}";
    Http.Answer moved = Http.send(port, "PUT", address, turned, "Tour-Key", key, "If-Match", "\"2\"");
    assertThat(moved.json().path("sequence").asInt()).isEqualTo(1);
    assertThat(moved.json().path("participants").size()).as("what is not sent stays").isEqualTo(1);
    Http.Answer wrong = Http.send(port, "PUT", address, "{\"plan\": {\"itineraries\": [{\"stops\": [{\"id\": \"inn\"}]}]}}", "Tour-Key", key, "If-Match", "\"3\"");
    assertThat(wrong.json().path("parameter").asString()).isEqualTo("plan.itineraries[0].stops[0].id");
    assertThat(Http.send(port, "PUT", address, "{\"state\": \"cancelled\"}", "Tour-Key", key, "If-Match", "\"3\"").json().path("sequence").asInt()).isEqualTo(2);
    assertThat(Http.send(port, "DELETE", address, null, "If-Match", "\"4\"").status()).isEqualTo(404);
    assertThat(Http.send(port, "DELETE", address, null, "Tour-Key", key, "If-Match", "\"4\"").status()).isEqualTo(204);
    assertThat(db.sql("SELECT count(*) FROM tour_personal").query(Integer.class).single()).isZero();
  }

  @Test
  void aLinkShowsTheTourWithoutPeopleUnlessItsMakerSaysSo() {
    JsonNode made = post("/api/tours", TOUR).json();
    String address = "/api/tours/" + made.path("id").asLong();
    String key = made.path("key").asString();
    assertThat(post(address + "/share", "{}").status()).isEqualTo(404);
    String former = post(address + "/share", "{}", "Tour-Key", key).json().path("token").asString();
    Http.Answer shared = Http.get(port, "/api/tours/shared/" + former);
    assertThat(shared.status()).isEqualTo(200);
    assertThat(shared.text()).doesNotContain("Anna").doesNotContain("0372").doesNotContain("Ring").doesNotContain("owner");
    assertThat(Http.get(port, address, "Tour-Key", former).status()).as("a link changes nothing").isEqualTo(404);
    String token = post(address + "/share", "{\"contacts\": true, \"days\": 5}", "Tour-Key", key).json().path("token").asString();
    assertThat(Http.get(port, "/api/tours/shared/" + former).status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/tours/shared/" + token).json().path("participants").path(0).path("name").asString()).isEqualTo("Anna Rossi");
    db.sql("UPDATE tour SET share_expires = now() - interval '1 minute'").update();
    assertThat(Http.get(port, "/api/tours/shared/" + token).status()).isEqualTo(404);
    token = post(address + "/share", "{}", "Tour-Key", key).json().path("token").asString();
    assertThat(Http.send(port, "DELETE", address + "/share", null, "Tour-Key", key).status()).isEqualTo(204);
    assertThat(Http.get(port, "/api/tours/shared/" + token).status()).isEqualTo(404);
    db.sql("UPDATE tour_personal SET erase_after = current_date - 1").update();
    tours.eraseExpired();
    JsonNode erased = Http.get(port, address, "Tour-Key", key).json();
    assertThat(erased.path("participants").size()).isZero();
    assertThat(erased.has("note")).isFalse();
  }

  @Test
  void anAccountSeesItsOwnAndTheDeskSeesAll() {
    People people = new People(db, port);
    Visitor viewer = people.signIn("viewer");
    Visitor desk = people.signIn("desk");
    post("/api/tours", TOUR.replace("Mills", "Somebody's"));
    Http.Answer own = viewer.send("POST", "/api/tours", TOUR);
    assertThat(own.status()).as(own.text()).isEqualTo(201);
    String address = own.header("Location");
    JsonNode mine = viewer.get("/api/tours").json();
    assertThat(mine.path("tours").findValuesAsString("name")).containsExactly("Mills");
    assertThat(mine.path("tours").path(0).path("stops").asInt()).isEqualTo(2);
    assertThat(mine.path("tours").path(0).path("chosen").asInt()).isEqualTo(2);
    assertThat(viewer.get(address).status()).isEqualTo(200);
    assertThat(viewer.get("/api/tours?of=all").status()).isEqualTo(403);
    assertThat(desk.get("/api/tours?of=all").json().path("tours").findValuesAsString("name")).containsExactlyInAnyOrder("Mills", "Somebody's");
    assertThat(desk.get("/api/tours").json().path("tours").size()).isZero();
    assertThat(desk.get(address).json().path("owner").asString()).isEqualTo("test-viewer");
    assertThat(people.signIn("auditor").get(address).status()).isEqualTo(404);
    String revision = mine.path("revision").asString();
    viewer.send("POST", "/api/tours", TOUR);
    assertThat(viewer.get("/api/tours").json().path("revision").asString()).isNotEqualTo(revision);
    assertThat(Http.get(port, "/api/tours").status()).isEqualTo(401);
  }

  @Test
  void addressesWithoutAnAccountSaveSoManyAnHourAndWhoSignedInAsManyAsACampaignHas() {
    assertThat(post("/api/tours", TOUR).status()).isEqualTo(201);
    db.sql("INSERT INTO source_attempt (kind, network) SELECT kind, network FROM source_attempt, generate_series(1, 100) WHERE kind = 'tours'").update();
    Http.Answer refused = post("/api/tours", TOUR);
    assertThat(refused.status()).as(refused.text()).isEqualTo(429);
    assertThat(refused.json().path("type").asString()).endsWith("too-many-tours");
    assertThat(new People(db, port).signIn("tour_organiser").send("POST", "/api/tours", TOUR).status()).isEqualTo(201);
  }
}
