package org.comparto.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Role;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

/** A plot is kept as it was given, and never overwritten by one who saw an older version. */
@IntegrationTest
@Transactional
class PlotTest {

  @Autowired PlotRepository plots;
  @Autowired EntityManager entities;
  @Autowired JdbcClient db;

  @BeforeEach
  void aTerritory() {
    db.sql("""
        INSERT INTO territory (code, territory_code, geom)
        VALUES ('TERRITORY-TEST', 'TERRITORY-TEST', ST_Multi(ST_MakeEnvelope(10, 45, 10.1, 45.1, 4326)))""").update();
  }

  @Test
  void keepsGeometryUtilitiesAndLists() throws ParseException {
    var plot = newPlot();
    plot.electricity = new Utility(true, new BigDecimal("630"), "Distributore", new BigDecimal("12.5"));
    plot.gas = new Utility(false, null, null, null);
    plot.cadastralParcels = List.of("112", "113/a");
    plot.incentives = List.of(Map.of("name_it", "Credito d'imposta", "name_en", "Tax credit"));
    saveAndForget(plot);

    var read = plots.findById(plot.id()).orElseThrow();

    assertThat(read.geom.equalsExact(plot.geom)).isTrue();
    assertThat(read.geom.getSRID()).isEqualTo(4326);
    assertThat(read.electricity).isEqualTo(plot.electricity);
    assertThat(read.gas).isEqualTo(plot.gas);
    assertThat(read.water).as("a utility of which nothing is known").isNull();
    assertThat(read.cadastralParcels).containsExactly("112", "113/a");
    assertThat(read.incentives).isEqualTo(plot.incentives);
    assertThat(read.version()).isZero();
  }

  @Test
  void writesEachUtilityInItsOwnUnit() throws ParseException {
    var plot = newPlot();
    plot.highVoltage = new Utility(true, new BigDecimal("132"), null, null);
    plot.fibre = new Utility(true, new BigDecimal("1000"), null, null);
    saveAndForget(plot);

    assertThat(rowOf(plot)).containsEntry("high_voltage_kv", new BigDecimal("132"))
        .containsEntry("fibre_mbit_s", new BigDecimal("1000")).containsEntry("electricity_present", null);
  }

  @Test
  void startsAsDraftOfWhoIsSignedIn() throws ParseException {
    var planner = new CurrentAccount(1L, "planner", "Planner", Role.DESK, null, null, null, Role.DESK.scopes(), true, false);
    SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(planner, null));
    var plot = newPlot();
    saveAndForget(plot);

    assertThat(rowOf(plot)).containsEntry("publication_status", "draft").containsEntry("created_by", "planner")
        .containsEntry("updated_by", "planner");
  }

  @Test
  void refusesAChangeOfAStaleVersion() throws ParseException {
    var plot = newPlot();
    saveAndForget(plot);
    var mine = plots.findById(plot.id()).orElseThrow();
    db.sql("UPDATE plot SET status = 'sold', version = version + 1 WHERE id = :id").param("id", plot.id()).update();

    mine.status = "reserved";

    assertThatThrownBy(() -> plots.saveAndFlush(mine)).isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void countsItsChanges() throws ParseException {
    var plot = newPlot();
    saveAndForget(plot);
    var mine = plots.findById(plot.id()).orElseThrow();
    mine.status = "reserved";
    saveAndForget(mine);

    assertThat(plots.findById(plot.id()).orElseThrow().version()).isEqualTo(1);
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private Plot newPlot() throws ParseException {
    var square = (MultiPolygon) new WKTReader().read("MULTIPOLYGON (((10 45, 10.001 45, 10.001 45.001, 10 45.001, 10 45)))");
    square.setSRID(4326);
    var plot = new Plot("PLOT-TEST", "TERRITORY-TEST", square);
    plot.status = "available";
    return plot;
  }

  private void saveAndForget(Plot plot) {
    plots.saveAndFlush(plot);
    entities.clear();
  }

  private Map<String, Object> rowOf(Plot plot) {
    return db.sql("SELECT * FROM plot WHERE id = :id").param("id", plot.id()).query().singleRow();
  }
}
