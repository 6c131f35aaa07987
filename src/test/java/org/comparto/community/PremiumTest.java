package org.comparto.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every formula of the tariff, worked by hand. */
class PremiumTest {

  private static final Tariff TARIFF = Tariff.CURRENT;

  /** The table of the specification: power, FIX, CAP before K, then TIP with K = +10 at Pz 60, 150 and 180 EUR/MWh. */
  @ParameterizedTest
  @CsvSource({"1, 80, 120, 130, 120, 90", "200, 80, 120, 130, 120, 90", "200.1, 70, 110, 120, 110, 80", "600, 70, 110, 120, 110, 80",
      "600.1, 60, 100, 110, 100, 70", "1000, 60, 100, 110, 100, 70"})
  void theTableCellByCell(double kw, double fix, double cap, double at60, double at150, double at180) {
    assertThat(TARIFF.band(kw).fix()).isEqualTo(fix);
    assertThat(TARIFF.band(kw).cap()).isEqualTo(cap);
    Premium premium = Premium.of(TARIFF, kw, 10, 0);
    assertThat(premium.at(60)).isEqualTo(at60);
    assertThat(premium.at(150)).isEqualTo(at150);
    assertThat(premium.at(180)).isEqualTo(at180);
    // the variable part lies between 0 and 40
    assertThat(premium.at(500) - 10).isEqualTo(fix);
    assertThat(premium.at(0) - 10).isEqualTo(cap);
    assertThat(cap - fix).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"Emilia-Romagna, 10", "Friuli-Venezia Giulia, 10", "Liguria, 10", "Lombardia, 10", "Piemonte, 10", "Trentino-Alto Adige, 10",
      "Valle d'Aosta, 10", "Veneto, 10",
      "Lazio, 4", "Marche, 4", "Toscana, 4", "Umbria, 4", "Abruzzo, 4", "Molise, 0", "Campania, 0", "Puglia, 0", "Basilicata, 0",
      "Calabria, 0", "Sicilia, 0", "Sardegna, 0"})
  void everyRegionHasItsCorrection(String region, double correction) {
    assertThat(TARIFF.geographic().regions()).containsEntry(region, correction).hasSize(20);
  }

  /** 300 kW in Toscana with a grant of 24 %: F = 0.5 · 24/40 = 0.30; at 100 EUR/MWh (min(110, 70 + 80) + 4) · 0.70 = 79.80. */
  @Test
  void aGrantReducesTheTariffAndIsWaivedForSomeConsumers() {
    assertThat(TARIFF.reduction(0)).isZero();
    assertThat(TARIFF.reduction(0.24)).isCloseTo(0.30, within(1e-12));
    assertThat(TARIFF.reduction(0.40)).isEqualTo(0.50);
    Premium premium = Premium.of(TARIFF, 300, 4, TARIFF.reduction(0.24));
    assertThat(premium.at(100)).isCloseTo(79.80, within(1e-9));
    assertThat(premium.at(100, 1)).isCloseTo(114, within(1e-9));
    assertThat(premium.at(100, 0.5)).isCloseTo(114 * 0.85, within(1e-9));
  }

  /** 100,000 kWh shared of 2024: 100 MWh · (10.57 + 0.65) = EUR 1,122. */
  @Test
  void theContributionOf2024() {
    assertThat(Premium.arera(100_000, Parameters.of(null, "it").arera(2024).value())).isCloseTo(1122, within(1e-9));
    assertThat(Parameters.of(null, "it").areraYearInstead(2024)).isNull();
    assertThat(Parameters.of(null, "it").areraYearInstead(2026)).isEqualTo(2024);
    assertThat(Parameters.of(Map.of("areraEurPerMwh", 9.5), "it").areraYearInstead(2026)).isNull();
  }

  /** 80 MWh shared of 100 injected, paid EUR 8,000: 25 MWh lie above 55 %, at the mean of 100 EUR/MWh EUR 2,500; with a grant 35 MWh, EUR 3,500. */
  @Test
  void whatIsSharedAboveTheThreshold() {
    assertThat(Premium.excess(80_000, 100_000, 0.55, 8_000)).isCloseTo(2_500, within(1e-9));
    assertThat(Premium.excess(80_000, 100_000, 0.45, 8_000)).isCloseTo(3_500, within(1e-9));
    assertThat(Premium.excess(54_000, 100_000, 0.55, 5_400)).isZero();
    assertThat(Premium.excess(0, 0, 0.55, 0)).isZero();
  }

  /** 500 kW of 1,100 hours without hourly data: 0.49 · 500 · 1,100 = 269,500 kWh. */
  @Test
  void theRoughEstimate() {
    assertThat(Premium.rough(TARIFF.rough().alpha(), 500, 1_100)).isCloseTo(269_500, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"20, 1500", "20.1, 1200", "200, 1200", "600, 1100", "1000, 1050"})
  void capsOfTheGrant(double kw, double eur) {
    assertThat(Grants.ALL.grants().get(0).cap(kw)).isEqualTo(eur);
  }
}
