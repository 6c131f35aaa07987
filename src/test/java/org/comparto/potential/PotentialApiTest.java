package org.comparto.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a surface can bear and bring, by the table and by a stand-in that answers as PVGIS does. */
@IntegrationTest
class PotentialApiTest {

  private static final String POTENTIAL = "/api/energy/potential?lang=en";
  private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[10.02,45.13],[10.0213,45.13],[10.0213,45.1309],[10.02,45.1309],[10.02,45.13]]]}";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nothingKept() {
    db.sql("DELETE FROM pvgis_answer WHERE url LIKE 'http://127.%'").update();
  }

  @Test
  void powerAndEnergyOfEveryCaseWithItsRange() {
    String[][] cases = {{"roof", "0.08", "0.10", "0.14"}, {"canopy", "0.08", "0.10", "0.11"}, {"ground_fixed", "0.055", "0.075", "0.090"},
        {"ground_tracker", "0.060", "0.060", "0.060"},
        {"agripv", "0.035", "0.0425", "0.050"}, {"floating", "0.055", "0.075", "0.090"}};
    for (String[] one : cases) {
      JsonNode answer = ask("{\"areaM2\":1000,\"territory\":\"cremona\",\"case\":\"" + one[0] + "\"}");
      assertThat(answer.path("kwp").path("low").asDouble()).as(one[0]).isCloseTo(1000 * Double.parseDouble(one[1]), within(1e-9));
      assertThat(answer.path("kwp").path("default").asDouble()).as(one[0]).isCloseTo(1000 * Double.parseDouble(one[2]), within(1e-9));
      assertThat(answer.path("kwp").path("high").asDouble()).as(one[0]).isCloseTo(1000 * Double.parseDouble(one[3]), within(1e-9));
      double months = answer.path("months").valueStream().mapToDouble(JsonNode::asDouble).sum();
      assertThat(months).isCloseTo(answer.path("kwhYear").asDouble(), within(1e-6));
      assertThat(answer.path("parameters").valueStream()
          .map(parameter -> parameter.path("source").asString())).allSatisfy(source -> assertThat(source).isNotBlank());
      assertThat(answer.path("yield").path("source").asString()).contains("to be confirmed");
    }
    // ground at 35° to the south: 75 kWp · 1330 · 0.86
    assertThat(ask("{\"areaM2\":1000,\"territory\":\"cremona\",\"case\":\"ground_fixed\"}").path("kwhYear").asDouble()).isCloseTo(75 * 1330 * 0.86, within(1e-6));
    assertThat(ask("{\"areaM2\":1000,\"case\":\"roof\",\"parameters\":{\"kwpPerM2\":0.12,\"usableShare\":0.5,\"specificYield\":1100,\"planningFactor\":1}}").path("kwhYear").asDouble())
        .isCloseTo(1000 * 0.5 * 0.12 * 1100, within(1e-6));
  }

  @Test
  void aDrawnAreaIsMeasuredInMetresAndAMegawattIsWarnedOf() {
    double m2 = db.sql("SELECT ST_Area(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(:json), 4326), 7791))").param("json", SQUARE).query(Double.class).single();
    JsonNode answer = ask("{\"geometry\":" + SQUARE + ",\"case\":\"roof\"}");
    assertThat(answer.path("areaM2").asDouble()).isCloseTo(m2, within(1e-6));
    assertThat(answer.path("computeCrs").asString()).isEqualTo("EPSG:7791");
    assertThat(answer.path("warnings").valueStream().map(warning -> warning.path("code").asString())).contains("over_1_mw", "yield_from_table");
    assertThat(refused("{\"geometry\":" + SQUARE + ",\"areaM2\":5,\"case\":\"roof\"}")).isEqualTo("geometry");
    assertThat(refused("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[10,45]},\"case\":\"roof\"}")).isEqualTo("geometry");
    assertThat(refused("{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[10,45],[11,46],[11,45],[10,46],[10,45]]]},\"case\":\"roof\"}")).isEqualTo("geometry");
    assertThat(refused("{\"areaM2\":1000}")).isEqualTo("case");
    assertThat(refused("{\"areaM2\":1000,\"case\":\"balcony\"}")).isEqualTo("case");
    assertThat(refused("{\"areaM2\":1000,\"case\":\"roof\"}")).isEqualTo("point");
    assertThat(refused("{\"areaM2\":1000,\"case\":\"roof\",\"point\":[2.35,48.85]}")).isEqualTo("parameters.specificYield");
    assertThat(refused("{\"areaM2\":1000,\"case\":\"roof\",\"parameters\":{\"tilt\":91}}")).isEqualTo("parameters.tilt");
  }

  private JsonNode ask(String body) {
    Http.Answer answer = Http.send(port, "POST", POTENTIAL, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private String refused(String body) {
    Http.Answer answer = Http.send(port, "POST", POTENTIAL, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    return answer.json().path("parameter").asString();
  }

  /** A year of 1,300 kWh in the form of PVcalc. */
  private static final String PVCALC = "{\"inputs\":{\"meteo_data\":{\"radiation_db\":\"PVGIS-SARAH2\"}},\"outputs\":{\"monthly\":{\"fixed\":["
      + IntStream.rangeClosed(1, 12).mapToObj(m -> "{\"month\":" + m + ",\"E_m\":" + (50 + 9.0 * m) + "}").collect(Collectors.joining(","))
      + "]},\"totals\":{\"fixed\":{\"E_y\":1302.0}}}}";

  @Test
  void pvgisIsAskedOnceForAPlaceAndTheTableServesWhereItIsSilent() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/PVcalc", exchange -> {
      String query = exchange.getRequestURI().getQuery();
      asked.add(query);
      boolean broken = query.contains("lat=45.40");
      byte[] body = (broken ? "<html>too many requests" : PVCALC).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(broken ? 429 : 200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/PVcalc");
      Yields yields = new Yields(new Pvgis(new PvgisProperties(url, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofDays(365)), db), db);
      Yield first = yields.find(new Panel(10.0203, 45.1304, 35, 0, false), null, 14, PvCase.GROUND_FIXED).orElseThrow();
      Yield second = yields.find(new Panel(10.0198, 45.1296, 35, 0, false), null, 14, PvCase.GROUND_FIXED).orElseThrow();
      assertThat(asked).singleElement().asString().contains("lat=45.13", "lon=10.02", "peakpower=1", "loss=14", "angle=35", "aspect=0",
          "mountingplace=free", "outputformat=json");
      assertThat(first).isEqualTo(second);
      assertThat(first.perKwp()).isEqualTo(1302);
      assertThat(first.months()).startsWith(59.0).endsWith(158.0);
      assertThat(first.database().en()).isEqualTo("PVGIS-SARAH2");
      assertThat(first.pvgis()).isTrue();

      Yield silent = yields.find(new Panel(9.69, 45.40, 35, 0, false), null, 14, PvCase.GROUND_FIXED).orElseThrow();
      assertThat(silent.warning()).isEqualTo("pvgis_silent");
      assertThat(silent.perKwp()).isCloseTo(1330, within(1e-9));
      assertThat(asked).hasSize(2);
    } finally {
      server.stop(0);
    }
  }
}
