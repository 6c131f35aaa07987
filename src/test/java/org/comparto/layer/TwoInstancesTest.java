package org.comparto.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.comparto.CompartoApplication;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two applications on one database: an edit through one of them is in both's answers, in the tile and in the items. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

  private static final Duration PROMISED = Duration.ofSeconds(1);
  private static final String ITEMS = "/ogc/collections/gateway/items?properties=name";

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  private ConfigurableApplicationContext second;

  @BeforeAll
  void startTheSecond() {
    second = new SpringApplicationBuilder(CompartoApplication.class).initializers(TestPostgres.initializer())
        .run("--server.port=0", "--spring.jmx.enabled=false");
  }

  @AfterAll
  void stopTheSecond() {
    second.close();
  }

  @RepeatedTest(5)
  void anEditIsInTheNextAnswersOfBoth() throws InterruptedException {
    int otherPort = Integer.parseInt(second.getEnvironment().getProperty("local.server.port"));
    long id = db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    String name = db.sql("SELECT name FROM gateway WHERE id = :id").param("id", id).query(String.class).single();
    String tile = tileOf(id);
    List.of(port, otherPort).forEach(each -> List.of(ITEMS, tile).forEach(path -> Http.get(each, path)));
    String changed = "Changed " + System.nanoTime();
    rename(id, changed);
    try {
      assertThat(Http.get(port, ITEMS).text()).contains(changed);
      Thread.sleep(PROMISED.toMillis());
      for (int each : List.of(port, otherPort)) {
        assertThat(Http.get(each, ITEMS).text()).as("items at %s", each).contains(changed);
        assertThat(Http.get(each, tile).text()).as("tile at %s", each).contains(changed);
      }
    } finally {
      rename(id, name);
    }
  }

  private void rename(long id, String name) {
    transactions.executeWithoutResult(transaction ->
        db.sql("UPDATE gateway SET name = :name WHERE id = :id").param("name", name).param("id", id).update());
  }

  /** At zoom 16. */
  private String tileOf(long id) {
    return db.sql("""
        SELECT format('/tiles/gateway/16/%s/%s', floor((ST_X(p) + 180) / 360 * 65536),
                      floor((1 - asinh(tan(radians(ST_Y(p)))) / pi()) / 2 * 65536))
        FROM (SELECT ST_PointOnSurface(geom) AS p FROM gateway WHERE id = :id) AS g""").param("id", id).query(String.class).single();
  }
}
