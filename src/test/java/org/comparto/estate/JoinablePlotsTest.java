package org.comparto.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Plots side by side: a row of four, 100 m wide each, with a street of 8 m between the second and the third. */
@IntegrationTest
class JoinablePlotsTest {

  private static final String MINE = "&filter=code%20LIKE%20%27JOIN-%25%27";
  /** Metres as degrees of longitude at 45° N. */
  private static final double METRE = 1 / 78846.8;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Neighbours neighbours;

  @BeforeEach
  void fourPlots() {
    plot("JOIN-1", 0, "Rossi");
    plot("JOIN-2", 100, " rossi ");
    plot("JOIN-3", 208, "Bianchi");
    plot("JOIN-4", 308, null);
  }

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE 'JOIN-%'"));
  }

  @Test
  void theSmallestUnionsComeFirstAndExplainThemselves() {
    JsonNode answer = joinable("minArea=15000" + MINE);
    assertThat(answer.path("complete").asBoolean()).isTrue();
    assertThat(names(answer)).containsExactly("[JOIN-1, JOIN-2]", "[JOIN-2, JOIN-3]", "[JOIN-3, JOIN-4]");
    JsonNode street = answer.path("unions").get(1);
    assertThat(street.path("gaps").get(0).path("gap_m").asDouble()).isBetween(7.9, 8.1);
    assertThat(street.path("explanation").path("it").asString()).contains("2 lotti contigui", "8 m", "20.000 m²", "5.000 m² oltre", "2 proprietari");
    assertThat(street.path("explanation").path("en").asString()).contains("2 plots side by side", "20,000 m²", "2 owners");
    assertThat(street.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
    assertThat(answer.toString()).doesNotContainIgnoringCase("rossi", "bianchi");
  }

  @Test
  void ownersAreCountedAndAnUnknownOneCountsAsOneOfItsOwn() {
    JsonNode answer = joinable("minArea=15000&maxOwners=1" + MINE);
    assertThat(names(answer)).as("written differently, the same owner").containsExactly("[JOIN-1, JOIN-2]");
    JsonNode last = joinable("minArea=15000" + MINE).path("unions").get(2);
    assertThat(last.path("owners").asInt()).isEqualTo(2);
    assertThat(last.path("unknown_owners").asInt()).isEqualTo(1);
    assertThat(names(joinable("minArea=35000&maxOwners=2" + MINE))).isEmpty();
    assertThat(names(joinable("minArea=35000&maxOwners=3" + MINE))).containsExactly("[JOIN-1, JOIN-2, JOIN-3, JOIN-4]");
  }

  @Test
  void aStreetWiderThanAskedForParts() {
    assertThat(names(joinable("minArea=15000&streetWidth=7" + MINE))).containsExactly("[JOIN-1, JOIN-2]", "[JOIN-3, JOIN-4]");
    assertThat(names(joinable("minArea=25000&streetWidth=7" + MINE))).isEmpty();
  }

  @Test
  void editsAreFollowedAtOnce() {
    Committed.write(transactions, db.sql("UPDATE plot SET status = 'sold' WHERE code = 'JOIN-2'"));
    assertThat(names(joinable("minArea=15000" + MINE))).containsExactly("[JOIN-3, JOIN-4]");
    Committed.write(transactions, db.sql("UPDATE plot SET geom = ST_Translate(geom, 0, 0.01) WHERE code = 'JOIN-4'"));
    assertThat(names(joinable("minArea=15000" + MINE))).isEmpty();
    Committed.write(transactions, db.sql("UPDATE plot SET geom = ST_Translate(geom, 0, -0.01) WHERE code = 'JOIN-4'"));
    assertThat(names(joinable("minArea=15000" + MINE))).containsExactly("[JOIN-3, JOIN-4]");
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code = 'JOIN-3'"));
    assertThat(names(joinable("minArea=15000" + MINE))).isEmpty();
  }

  @Test
  void allNeighboursThatAreKeptAreThoseThatComparingAllPlotsFinds() {
    neighbours.follow();
    // in Italy 0.001 degrees are more than 70 m: whoever's boxes lie further apart is not measured
    assertThat(db.sql("""
        SELECT count(*) FROM (SELECT a.id AS plot_id, b.id AS neighbour_id
                              FROM plot AS a JOIN plot AS b ON a.id < b.id AND ST_Expand(a.geom, 0.001) && b.geom
                              WHERE ST_Distance(a.geom::geography, b.geom::geography) <= 30) AS expected
        FULL JOIN plot_adjacency AS kept USING (plot_id, neighbour_id) WHERE expected IS NULL OR kept IS NULL""").query(Long.class).single()).isZero();
    assertThat(db.sql("SELECT count(*) FROM plot_adjacency").query(Long.class).single()).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"minArea=,minArea", "minArea=big,minArea", "maxOwners=0,maxOwners", "limit=101,limit", "streetWidth=31,streetWidth", "lang=fr,lang",
      "filter=area_m2%20%3E,filter"})
  void whatCanNotBeUsedIsNamedWithItsCure(String query, String parameter) {
    Http.Answer answer = Http.get(port, "/api/plots/joinable?" + (query.equals("minArea=") ? "limit=5" : query.startsWith("minArea") ? query : "minArea=5000&" + query));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  private JsonNode joinable(String query) {
    return Http.get(port, "/api/plots/joinable?" + query).json();
  }

  private static List<String> names(JsonNode answer) {
    return answer.path("unions").valueStream().map(union -> union.path("names").valueStream().map(JsonNode::asString).toList().toString()).toList();
  }

  /** @param east metres from where the row begins */
  private void plot(String code, double east, String owner) {
    Committed.write(transactions, db.sql("INSERT INTO plot (code, name, territory_code, status, area_m2, price_eur_m2, verified_on, owner_name, geom)"
        + " SELECT :code, :code, code, 'available', 10000, 30, current_date, :owner, ST_Multi(ST_MakeEnvelope(:west, 45, :east, 45.0009, 4326))"
        + " FROM territory ORDER BY id LIMIT 1")
        .param("code", code).param("owner", owner).param("west", 11.5 + east * METRE).param("east", 11.5 + (east + 100) * METRE));
  }
}
