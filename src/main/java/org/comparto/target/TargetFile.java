package org.comparto.target;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Targets and figures as one long table: a row for each figure, so that no column is empty but what is not known. */
@Component
class TargetFile {

  private static final List<String> COLUMNS = List.of("territory", "kind", "year", "technology", "areas", "m2", "mw", "gwh", "farmland_percent",
      "without_power", "without_yield", "demonstration", "source", "utilised_farmland_percent");
  private static final int DECIMALS = 4;

  void write(String territory, List<Target> targets, Figures figures, @Nullable UtilisedFarmland utilised, OutputStream out) throws IOException {
    try (CsvTable table = new CsvTable(out, ',')) {
      COLUMNS.forEach(table::value);
      table.endRow();
      targets.forEach(target -> row(table, territory, "target", target.year(), null, null, null, target.mw(), target.gwh(), target.farmlandPercent(), null, null,
          target.demonstration(), target.note()));
      int year = figures.date().getYear();
      figures.technologies().forEach(one -> {
        Computed computed = one.computed();
        row(table, territory, "computed", year, one.technology(), null, computed.m2(), computed.mw(), computed.gwh(), null, null, null, null, source("computed"));
        stage(table, territory, "marked", year, one.technology(), one.marked());
        stage(table, territory, "approved", year, one.technology(), one.approved());
        stage(table, territory, "built", year, one.technology(), one.built());
      });
      row(table, territory, "computed_any", year, null, null, figures.suitableM2(), null, null, null, null, null, null, source("computed"));
      Farmland farmland = figures.farmland();
      row(table, territory, "farmland", year, null, null, farmland.m2(), null, null, null, null, null, farmland.demonstration(), source("farmland"));
      if (utilised != null) {
        row(table, territory, "utilised_farmland", utilised.year(), null, null, utilised.hectares() * 10_000, null, null, null, null, null, null, utilised.source());
      }
      farmland(table, territory, "farmland_marked", year, farmland, farmland.markedM2(), utilised);
      farmland(table, territory, "farmland_approved", year, farmland, farmland.approvedM2(), utilised);
      farmland(table, territory, "farmland_built", year, farmland, farmland.builtM2(), utilised);
    }
  }

  private static void stage(CsvTable table, String territory, String kind, int year, String technology, Stage stage) {
    row(table, territory, kind, year, technology, stage.areas(), stage.m2(), stage.mw(), stage.gwh(), null, stage.withoutPower(), stage.withoutYield(),
        stage.demonstration(), source(kind));
  }

  private static void farmland(CsvTable table, String territory, String kind, int year, Farmland farmland, @Nullable Double m2, @Nullable UtilisedFarmland utilised) {
    Double percent = m2 == null || farmland.m2() == null ? null : 100 * m2 / farmland.m2();
    row(table, territory, kind, year, "pv_ground", null, m2, null, null, percent, null, null, farmland.demonstration(), source("farmland"),
        m2 == null || utilised == null ? null : m2 / (100 * utilised.hectares()));
  }

  private static void row(CsvTable table, String territory, String kind, int year, @Nullable String technology, @Nullable Integer areas, @Nullable Double m2,
      @Nullable Double mw, @Nullable Double gwh, @Nullable Double farmlandPercent, @Nullable Integer withoutPower, @Nullable Integer withoutYield,
      @Nullable Boolean demonstration, @Nullable String source) {
    row(table, territory, kind, year, technology, areas, m2, mw, gwh, farmlandPercent, withoutPower, withoutYield, demonstration, source, null);
  }

  private static void row(CsvTable table, String territory, String kind, int year, @Nullable String technology, @Nullable Integer areas, @Nullable Double m2,
      @Nullable Double mw, @Nullable Double gwh, @Nullable Double farmlandPercent, @Nullable Integer withoutPower, @Nullable Integer withoutYield,
      @Nullable Boolean demonstration, @Nullable String source, @Nullable Double utilisedPercent) {
    table.value(territory).value(kind).value(String.valueOf(year)).value(technology).value(text(areas)).value(text(m2)).value(text(mw)).value(text(gwh))
        .value(text(farmlandPercent)).value(text(withoutPower)).value(text(withoutYield)).value(text(demonstration))
        .value(source == null ? null : Spreadsheets.harmless(source)).value(text(utilisedPercent));
    table.endRow();
  }

  private static String source(String figure) {
    return Source.ALL.stream().filter(one -> one.figure().equals(figure)).findFirst().orElseThrow().text().en();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof Double amount ? BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
        : value == null ? null : value.toString();
  }
}
