package org.comparto.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.comparto.potential.PvTables.YieldRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a kWp brings at a place: by PVGIS where this installation may ask it, else by the table of gis-data, which is to be confirmed. */
@Component
public class Yields {

  private static final String TERRITORY_AT = Sql.load("potential/territory-at.sql").text();
  /** Any year without a leap day: it only spreads the year over its months. */
  private static final int SPREAD_YEAR = 2023;

  private final Pvgis pvgis;
  private final JdbcClient db;

  Yields(Pvgis pvgis, JdbcClient db) {
    this.pvgis = pvgis;
    this.db = db;
  }

  /** A place in the middle of a territory of the table, as longitude and latitude; empty for others. */
  public static Optional<double[]> middle(@Nullable String territory) {
    return Optional.ofNullable(territory).map(PvTables.YIELDS.territories()::get).map(row -> new double[] {row.at().get(0), row.at().get(1)});
  }

  /** The figure that a yield is multiplied with for planning, and its source. */
  public static Parameter planningFactor(String language) {
    return PvTables.DENSITIES.planningFactor().named("planningFactor", language);
  }

  /** The part of the irradiation that comes from the whole sky, and its source. */
  public static Parameter diffuseShare(String language) {
    return PvTables.DENSITIES.diffuseShare().named("diffuseShare", language);
  }

  /** Losses of cables, inverter and soiling in percent, as they are usually taken. */
  public static double usualLossPercent() {
    return PvTables.DENSITIES.lossPercent().value();
  }

  /** The planning factor where nobody chooses another. */
  public static double usualPlanningFactor() {
    return PvTables.DENSITIES.planningFactor().value();
  }

  /**
   * Empty where no figure is known: PVGIS is not asked and the place lies in no territory of the table.
   *
   * @param territory null finds the one at the place
   */
  public Optional<Yield> find(Panel panel, @Nullable String territory, double lossPercent, PvCase pvCase) {
    if (!pvgis.isOn()) {
      return table(panel, territory, lossPercent).map(yield -> yield.warning("yield_from_table"));
    }
    Optional<Yield> asked = pvgis.find(panel, lossPercent, pvCase);
    return asked.isPresent() ? asked : table(panel, territory, lossPercent).map(yield -> yield.warning("pvgis_silent"));
  }

  private Optional<Yield> table(Panel panel, @Nullable String territory, double lossPercent) {
    String code = territory != null ? territory : db.sql(TERRITORY_AT).param("lon", panel.lon()).param("lat", panel.lat()).query(String.class)
        .optional().orElse(null);
    YieldRow row = code == null ? null : PvTables.YIELDS.territories().get(code);
    if (row == null) {
      return Optional.empty();
    }
    double perKwp = row.byDefault() * orientation(panel) * (100 - lossPercent) / (100 - usualLossPercent());
    return Optional.of(new Yield(perKwp, spread(panel, perKwp), source(" (" + plainly(row.low()) + "–" + plainly(row.high())
        + " kWh/kWp)"), PvTables.YIELDS.database(), PvTables.YIELDS.asOf(), false, null));
  }

  private static Localized source(String range) {
    return new Localized(PvTables.YIELDS.source().it() + range, PvTables.YIELDS.source().en() + range);
  }

  /** What modules receive in a year compared with those that look south at 35°. */
  static double orientation(Panel panel) {
    return Arrays.stream(months(panel)).sum() / Arrays.stream(months(panel.best())).sum();
  }

  /** A year's energy over the months, as the sun and the usual clouds of a month have it. */
  public static List<Double> spread(Panel panel, double perYear) {
    double[] months = months(panel);
    double sum = Arrays.stream(months).sum();
    List<Double> spread = new ArrayList<>();
    for (double month : months) {
      spread.add(perYear * month / sum);
    }
    return List.copyOf(spread);
  }

  private static double[] months(Panel panel) {
    double[] clear = Production.months(Production.year(panel, SPREAD_YEAR, PvTables.DENSITIES.diffuseShare().value()), Production.firstHour(SPREAD_YEAR));
    for (int m = 0; m < 12; m++) {
      clear[m] *= PvTables.YIELDS.clearness().get(m);
    }
    return clear;
  }

  private static String plainly(double value) {
    return String.valueOf(Math.round(value));
  }
}
