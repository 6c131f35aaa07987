package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The search box finds places and features whatever the accents, and never what is not public. */
@IntegrationTest
class SearchTest {

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @ParameterizedTest
  @CsvSource({"Ivrea, Ivrea", "cuorgne, Cuorgnè", "CUORGNÈ, Cuorgnè", "fiorano mod, Fiorano Modenese", "segromigno, Segromigno"})
  void namesAreFoundWithoutAccentsOrCapitals(String words, String name) {
    assertThat(search(words).path(0).path("name").asString()).contains(name);
  }

  @Test
  void aCodeLeadsToItsFeatureFirst() {
    var plot = db.sql("SELECT id, code FROM plot ORDER BY id OFFSET 17 LIMIT 1").query().singleRow();
    JsonNode first = search((String) plot.get("code")).path(0);
    assertThat(first.path("layer").asString()).isEqualTo("plot");
    assertThat(first.path("id").asLong()).isEqualTo(plot.get("id"));
    assertThat(first.path("bbox").size()).isEqualTo(4);
  }

  @Test
  void allWordsMustOccurAndPatternSignsAreOnlySigns() {
    assertThat(search("Ivrea Cremona").isEmpty()).isTrue();
    assertThat(search("%").isEmpty()).isTrue();
    assertThat(search("_____").isEmpty()).isTrue();
    assertThat(search("'; DROP TABLE plot; --").isEmpty()).isTrue();
  }

  @Test
  void aCompanyThatDidNotConsentIsNotFound() {
    String name = db.sql("SELECT name FROM company WHERE NOT 'identity' = ANY (consented_groups) ORDER BY id LIMIT 1").query(String.class).single();
    search(name).forEach(hit -> assertThat(hit.path("name").asString()).isNotEqualTo(name));
  }

  @Test
  void manySearchesAtOnceWaitForEachOtherAndAllAreAnswered() throws Exception {
    // more than there are connections: a search that needed a second one while holding its first would stand still for ever
    ExecutorService people = Executors.newFixedThreadPool(40);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        answers.add(people.submit(() -> search("fiorano").size()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      people.shutdownNow();
    }
  }

  private JsonNode search(String words) {
    return Http.get(port, "/api/search?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)).json().path("items");
  }
}
