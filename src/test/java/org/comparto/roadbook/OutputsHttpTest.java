package org.comparto.roadbook;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.DayOfWeek;
import java.util.List;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What leaves a saved tour, as programs ask for it: calendars remember what they were given, and links show no people. */
@IntegrationTest
class OutputsHttpTest {

  private static final String DAY = OrdinaryWeek.ahead(60, DayOfWeek.FRIDAY).toString();
  private static final String TOUR = """
      {"name": "Mills", "question": {"date": "DAY", "start": {"point": [10.002, 45.1], "time": "08:30"}, "vehicle": "car",
       "stops": [{"id": "mill", "point": [10.028, 45.1], "name": "Mill", "visitMinutes": 30}, {"id": "port", "point": [10.055, 45.1], "name": "Port", "visitMinutes": 45}]},
       "plan": {"itineraries": [{"group": "1", "date": "DAY", "stops": [{"id": "mill"}, {"id": "port"}]}]}, "participants": [{"name": "Anna Rossi", "phone": "0372 12345"}]}"""
      .replace("DAY", DAY);

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM tour").update();
    db.sql("DELETE FROM tour_calendar").update();
    db.sql("DELETE FROM source_attempt").update();
  }

  private ICalendar calendar(String address, String... headers) {
    Http.Answer answer = Http.get(port, address, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Biweekly.parse(answer.text()).first();
  }

  private static VEvent event(ICalendar calendar, String name) {
    return calendar.getEvents().stream().filter(one -> one.getSummary().getValue().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aStopThatIsGoneIsCancelledInTheCalendarsThatHadIt() {
    JsonNode made = Http.send(port, "POST", "/api/tours?lang=en", TOUR).json();
    String address = "/api/tours/" + made.path("id").asLong();
    String key = made.path("key").asString();
    assertThat(Http.get(port, address + "/tour.ics").status()).isEqualTo(404);
    String token = Http.send(port, "POST", address + "/share", "{}", "Tour-Key", key).json().path("token").asString();
    ICalendar first = calendar(address + "/tour.ics?token=" + token);
    assertThat(first.getEvents()).extracting(one -> one.getSummary().getValue()).containsExactly("Mill", "Port");

    String shorter = "{\"plan\": {\"itineraries\": [{\"group\": \"1\", \"date\": \"" + DAY + "\", \"stops\": [{\"id\": \"mill\"}]}]}}";
    String version = String.valueOf(Http.get(port, address, "Tour-Key", key).header("ETag"));
    assertThat(Http.send(port, "PUT", address, shorter, "Tour-Key", key, "If-Match", version).status()).isEqualTo(200);
    ICalendar second = calendar(address + "/tour.ics?token=" + token);
    assertThat(event(second, "Mill").getUid().getValue()).isEqualTo(event(first, "Mill").getUid().getValue());
    assertThat(event(second, "Mill").getStatus().isCancelled()).isFalse();
    assertThat(event(second, "Port").getUid().getValue()).isEqualTo(event(first, "Port").getUid().getValue());
    assertThat(event(second, "Port").getStatus().isCancelled()).isTrue();
    assertThat(event(second, "Port").getSequence().getValue()).isGreaterThan(event(first, "Port").getSequence().getValue());
  }

  @Test
  void noFormOfALinkNamesPeopleAndOnlyTheKeyPrintsThem() {
    JsonNode made = Http.send(port, "POST", "/api/tours?lang=en", TOUR).json();
    String address = "/api/tours/" + made.path("id").asLong();
    String key = made.path("key").asString();
    String token = Http.send(port, "POST", address + "/share", "{}", "Tour-Key", key).json().path("token").asString();
    for (String form : List.of("tour.gpx", "tour.kml", "tour.csv", "tour.geojson", "tour.ics")) {
      Http.Answer answer = Http.get(port, address + "/" + form + "?token=" + token);
      assertThat(answer.status()).as(form).isEqualTo(200);
      assertThat(answer.text()).as(form).contains("Mill").doesNotContain("Anna", "0372", key);
      assertThat(Http.get(port, address + "/" + form + "?token=" + key).status()).as("a key is no token").isEqualTo(404);
    }
    assertThat(Http.get(port, address + "/participants.pdf", "Tour-Key", token).status()).isEqualTo(404);
    Http.Answer printed = Http.get(port, address + "/participants.pdf", "Tour-Key", key);
    assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
  }
}
