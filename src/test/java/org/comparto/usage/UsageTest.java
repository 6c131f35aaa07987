package org.comparto.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is done is counted once, by month, and leads to nobody. */
@IntegrationTest
class UsageTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired NamedParameterJdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Usage usage;
  People people;

  @BeforeEach
  void nothingCounted() {
    people = new People(db, port);
    usage.write();
    db.sql("DELETE FROM usage_count").update();
  }

  @AfterEach
  void nothingStays() {
    nothingCounted();
    people.remove();
  }

  @Test
  void aPlotThatIsReadIsCountedAndAHeadOrAMissingOneIsNot() {
    List<Long> plots = db.sql("SELECT id FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT 2").query(Long.class).list();
    Http.get(port, "/ogc/collections/plot/items/" + plots.get(0) + "?f=html");
    Http.get(port, "/ogc/collections/plot/items/" + plots.get(0));
    Http.get(port, "/ogc/collections/plot/items/" + plots.get(1));
    Http.send(port, "HEAD", "/ogc/collections/plot/items/" + plots.get(1), null);
    Http.get(port, "/ogc/collections/plot/items/999999999");
    JsonNode figures = people.signIn("desk").get("/api/usage").json();
    assertThat(figures.path("months").get(0).path("kind").asString()).isEqualTo("plot_view");
    assertThat(figures.path("months").get(0).path("count").asLong()).isEqualTo(3);
    assertThat(figures.path("plots").get(0).path("plotId").asLong()).isEqualTo(plots.get(0));
    assertThat(figures.path("plots").get(0).path("plotView").asLong()).isEqualTo(2);
    assertThat(figures.path("plots")).hasSize(2);
  }

  @Test
  void ofASearchTheNamesOfItsAttributesAreKeptAndNothingElse() {
    usage.countSearch(List.of("price_eur_m2", "status", "price_eur_m2"));
    usage.countSearch(List.of());
    usage.write();
    assertThat(db.sql("SELECT kind || ' ' || attribute || ' ' || count FROM usage_count ORDER BY 1").query(String.class).list())
        .containsExactly("filter price_eur_m2 1", "filter status 1", "search  2");
    assertThat(db.sql("SELECT column_name FROM information_schema.columns WHERE table_name = 'usage_count' ORDER BY ordinal_position")
        .query(String.class).list()).containsExactly("month", "kind", "plot_id", "attribute", "count");
  }

  @Test
  void severalInstancesAndManyThreadsAddUpExactly() throws Exception {
    Usage other = new Usage(jdbc, transactions);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    for (int thread = 0; thread < 6; thread++) {
      Usage mine = thread % 2 == 0 ? usage : other;
      threads.submit(() -> {
        for (int i = 0; i < 5000; i++) {
          mine.count(UsageKind.FACT_SHEET, i % 7 + 1);
          if (i % 1000 == 0) {
            mine.write();
          }
        }
      });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    usage.write();
    other.write();
    assertThat(db.sql("SELECT sum(count) FROM usage_count WHERE kind = 'fact_sheet'").query(Long.class).single()).isEqualTo(30_000);
  }

  @Test
  void whatCanNotBeWrittenBecauseTheDatabaseIsAwayIsWrittenLater(@Autowired DataSource there) {
    DelegatingDataSource source = new DelegatingDataSource(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"));
    Usage cutOff = new Usage(new NamedParameterJdbcTemplate(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    cutOff.count(UsageKind.FACT_SHEET, 7);
    cutOff.write();
    cutOff.count(UsageKind.FACT_SHEET, 7);
    source.setTargetDataSource(there);
    cutOff.write();
    assertThat(db.sql("SELECT count FROM usage_count WHERE kind = 'fact_sheet'").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void theMonthsAreAddedUpAndCanBeTakenAsCsv() {
    db.sql("INSERT INTO usage_count (month, kind, count) VALUES ('2026-01-01', 'search', 5), ('2026-02-01', 'search', 7)").update();
    db.sql("INSERT INTO usage_count (month, kind, plot_id, count) VALUES ('2026-02-01', 'inquiry', 0, 1), ('2026-02-01', 'inquiry', 11, 1), ('2026-02-01', 'inquiry', 12, 1)").update();
    Visitor editor = people.signIn("desk");
    JsonNode february = editor.get("/api/usage?from=2026-02&to=2026-02").json();
    assertThat(february.path("months").valueStream().map(one -> one.path("kind").asString() + " " + one.path("count").asLong()).toList())
        .containsExactly("inquiry 1", "search 7");
    Http.Answer csv = editor.get("/api/usage?from=2026-01&to=2026-02&f=csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text().lines()).hasSize(6).first().isEqualTo("month,kind,plot_id,plot_code,attribute,count");
    assertThat(csv.text()).contains("2026-01,search,,,,5");
  }

  @Test
  void anAccountOfOneTerritorySeesItsPlots() {
    List<String> territories = db.sql("SELECT territory_code FROM plot GROUP BY 1 ORDER BY 1 LIMIT 2").query(String.class).list();
    for (String territory : territories) {
      usage.count(UsageKind.PLOT_VIEW, db.sql("SELECT min(id) FROM plot WHERE territory_code = :t").param("t", territory).query(Long.class).single());
    }
    people.make("test-local", "desk", territories.get(0));
    JsonNode seen = Visitor.signedIn(port, "test-local", People.PASSWORD).get("/api/usage").json();
    assertThat(seen.path("plots")).hasSize(1);
    assertThat(seen.path("months").get(0).path("count").asLong()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=2026", "from=2026-13", "from=2026-05&to=2026-04", "f=xml", "until=2026-01"})
  void whatMakesNoSenseIsRefused(String query) {
    assertThat(people.signIn("desk").get("/api/usage?" + query).status()).isEqualTo(400);
  }

  @Test
  void theMonthIsThatOfItaly() {
    usage.count(UsageKind.SEARCH);
    usage.write();
    assertThat(db.sql("SELECT to_char(month, 'YYYY-MM') FROM usage_count").query(String.class).single())
        .isEqualTo(YearMonth.now(ZoneId.of("Europe/Rome")).toString());
  }
}
