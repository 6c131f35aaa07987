package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.comparto.problem.InvalidInputException;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Of a file only the wanted rows are loaded, they keep their numbers, and no value of a filter is ever SQL. */
@IntegrationTest
class RowFilterTest {

  private static final String CSV = "kind;owner;lon;lat\nroad;O'Neill;10,01;45,1\nrail;;10,02;45,1\nroad;;10,03;45,1\nROAD;x;10,04;45,1\nbroken;y;400;500\n";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  LoadingClient client;

  @BeforeEach
  void signIn() {
    client = new LoadingClient(port, new People(db, port).token("admin", "read", "load", "admin"));
  }

  @AfterEach
  void removeEverything() {
    client.rollBackAll();
    new People(db, port).remove();
  }

  @Test
  void anyOfTheAlternativesWithAllOfItsFields() {
    assertThat(read("[{\"kind\":[\"road\"]}]")).isEqualTo(2);
    assertThat(read("[{\"kind\":[\"road\",\"rail\"]}]")).isEqualTo(3);
    assertThat(read("[{\"kind\":[\"road\"],\"owner\":[]}]")).isEqualTo(1);
    assertThat(read("[{\"kind\":[\"rail\"]},{\"owner\":[\"x\"]}]")).isEqualTo(2);
    assertThat(read("[{\"owner\":[\"O'Neill\"]}]")).isEqualTo(1);
  }

  @Test
  void valuesAreOnlyValues() {
    assertThat(check("[{\"owner\":[\"x' OR '1'='1\"]}]").path("message").asString()).startsWith("empty");
    assertThat(check("[{\"owner\":[\"'); DROP TABLE plot; --\"]}]").path("message").asString()).startsWith("empty");
    assertThat(db.sql("SELECT count(*) FROM plot").query(Long.class).single()).isPositive();
    assertThatThrownBy(() -> new RowFilter(List.of(Map.of("a", List.of("x\\"))))).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new RowFilter(List.of(Map.of("a", List.of("x\n"))))).isInstanceOf(InvalidInputException.class);
    assertThat(new RowFilter(List.of(Map.of("highway", List.of("it's")))).ogr()).isEqualTo("(\"highway\" IN ('it''s'))");
  }

  @Test
  void aFieldThatIsNotThereIsNamed() {
    long id = client.upload("a.csv", CSV).json().path("id").asLong();
    var answer = client.send("PUT", "/api/loads/" + id + "/plan", plan("[{\"colour\":[\"red\"]}]"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("rows");
    assertThat(answer.json().path("detail").asString()).contains("colour").contains("kind");
  }

  @Test
  void aPartOfAFieldIsFoundByAnExpressionAndABrokenOneIsRefused() {
    JsonNode load = client.check("a.csv", CSV, "{\"layer\":\"address\",\"crs\":4326,\"mapping\":{\"name\":\"owner\"},\"parts\":{\"name\":\"^O'(.*)$\"},"
        + "\"rows\":[{\"owner\":[\"O'Neill\"]}],\"anywhere\":true}");
    assertThat(load.path("report").path("read").asInt()).as(load.toString()).isEqualTo(1);
    client.apply(load);
    assertThat(db.sql("SELECT name FROM thematic_address").query(String.class).list()).containsExactly("Neill");
    long id = client.upload("a.csv", CSV).json().path("id").asLong();
    var answer = client.send("PUT", "/api/loads/" + id + "/plan", "{\"layer\":\"osm_industrial\",\"mapping\":{\"name\":\"owner\"},\"parts\":{\"name\":\"((\"}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("parts");
  }

  private long read(String rows) {
    return check(rows).path("report").path("read").asLong();
  }

  private JsonNode check(String rows) {
    return client.check("a.csv", CSV, plan(rows));
  }

  private static String plan(String rows) {
    return "{\"layer\":\"address\",\"mapping\":{\"name\":\"owner\"},\"anywhere\":true,\"crs\":4326,\"rows\":" + rows + "}";
  }
}
