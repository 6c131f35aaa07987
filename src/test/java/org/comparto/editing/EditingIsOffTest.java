package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Where it is switched off nothing can be written and nothing says that it could. */
@IntegrationTest
@TestPropertySource(properties = "comparto.editing.enabled=false")
class EditingIsOffTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void nobodyWritesAndWhoMightIsToldThatThereIsOnlyReading() {
    Editor admin = new Editor(port, new People(db, port).token("admin", "read", "write", "load", "admin"));
    String item = Editor.items("gateway") + "/" + db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    for (String[] way : new String[][] {{"POST", Editor.items("gateway")}, {"PUT", item}, {"PATCH", item}, {"DELETE", item}}) {
      Http.Answer answer = admin.send(way[0], way[1], "{}", Editor.GEOJSON);
      assertThat(answer.status()).as(way[0]).isEqualTo(405);
      assertThat(answer.header("Allow").split(", *")).as(way[0]).doesNotContain("POST", "PUT", "PATCH", "DELETE");
      assertThat(Http.sendAs(port, way[0], way[1], "{}", Editor.GEOJSON).status()).as(way[0]).isEqualTo(401);
    }
    for (String path : List.of(Editor.items("gateway"), item)) {
      assertThat(admin.send("OPTIONS", path, null, null).header("Allow")).doesNotContain("POST").doesNotContain("PUT").doesNotContain("PATCH");
    }
  }

  @Test
  void nothingOfItIsDeclaredOrDescribed() {
    assertThat(Http.get(port, "/ogc/conformance").text()).doesNotContain("ogcapi-features-4");
    Http.get(port, "/ogc/api").json().path("paths").properties()
        .forEach(path -> assertThat(path.getValue().propertyNames()).as(path.getKey()).containsExactly("get"));
    assertThat(Http.get(port, "/ogc/api").text()).doesNotContain("If-Match").doesNotContain("securitySchemes");
  }
}
