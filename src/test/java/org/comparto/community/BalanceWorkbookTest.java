package org.comparto.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.comparto.mail.Words;
import org.junit.jupiter.api.Test;

/** The workbook computes by itself what the application has computed, and goes on when a parameter is changed; read with Apache POI. */
class BalanceWorkbookTest {

  private static final Balancing BALANCING = Balancing.of(firstDays(Community.of(Samples.large(2026, 12, 7, 7), "it"), 240), null, null,
      LocalDate.of(2026, 11, 22), Words.in("community", "en"));

  /** Ten days instead of a year: POI takes long to read a year. */
  private static Community firstDays(Community whole, int hours) {
    EnergyYear year = whole.year();
    EnergyYear days = new EnergyYear(year.year(), year.firstHour(), hours, Arrays.copyOf(year.dayOf(), hours), Arrays.copyOf(year.clockOf(),
        hours), Arrays.copyOf(year.monthOf(), hours));
    return new Community(days, false, whole.territory(), whole.region(), null, whole.plants(), whole.members(), Arrays.copyOf(whole.price(), hours),
        Parameters.of(Map.of("operationEurPerKw", 0.1), "it"), whole.substations(), false);
  }

  @Test
  void itsFormulasGiveTheComputedFiguresAndFollowTheParameters() throws Exception {
    Balance balance = BALANCING.balance();
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(new BalanceWorkbook().write(BALANCING)))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Sheet sheet = workbook.getSheet("Balance");
      for (Balance.PlantTotals plant : balance.plants()) {
        Row row = row(sheet, plant.name());
        near(number(evaluator, row.getCell(6)), plant.sharedKwh());
        near(number(evaluator, row.getCell(7)), plant.tipEur());
      }
      near(figure(evaluator, sheet, "Injected [kWh]"), balance.totals().injectedKwh());
      near(figure(evaluator, sheet, "Withdrawn [kWh]"), balance.totals().withdrawnKwh());
      near(figure(evaluator, sheet, "Shared [kWh]"), balance.totals().sharedKwh());
      near(figure(evaluator, sheet, "CO2 [kg]"), balance.economics().co2Kg());
      for (Balance.Incentive line : balance.incentives()) {
        near(figure(evaluator, sheet, line.title()), line.eur());
        assertThat(row(sheet, line.title()).getCell(1).getCellType()).isEqualTo(CellType.FORMULA);
      }
      near(figure(evaluator, sheet, "Payback [years]"), balance.economics().paybackYears());

      double before = figure(evaluator, sheet, "ARERA contribution");
      Cell contribution = row(workbook.getSheet("Parameters"), "ARERA contribution").getCell(1);
      contribution.setCellValue(contribution.getNumericCellValue() * 2);
      Cell geographic = row(workbook.getSheet("Parameters"), "K_geo").getCell(1);
      geographic.setCellValue(0);
      evaluator.notifyUpdateCell(contribution);
      evaluator.notifyUpdateCell(geographic);
      near(figure(evaluator, sheet, "ARERA contribution"), 2 * before);
      assertThat(figure(evaluator, sheet, "Premium tariff (TIP)")).isLessThan(balance.incentives().get(0).eur());
    }
  }

  @Test
  void theTableForReconHasPlantsAndMembersByMonth() {
    List<String> lines = new String(ReconCsv.write(BALANCING), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1 + 12 + 7);
    assertThat(lines.get(0)).startsWith("\uFEFFkind;id;name;profile;substation;power_kw;role;commissioned;year;annual_kwh;m01_kwh;").endsWith(";m12_kwh");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      assertThat(cells).hasSize(22);
      assertThat(Arrays.stream(cells).skip(9)).allSatisfy(kwh -> assertThat(Double.parseDouble(kwh)).isNotNegative());
    }
  }

  private static double figure(FormulaEvaluator evaluator, Sheet sheet, String title) {
    return number(evaluator, row(sheet, title).getCell(1));
  }

  private static double number(FormulaEvaluator evaluator, Cell cell) {
    return cell.getCellType() == CellType.FORMULA ? evaluator.evaluate(cell).getNumberValue() : cell.getNumericCellValue();
  }

  private static Row row(Sheet sheet, String title) {
    for (Row row : sheet) {
      Cell cell = row.getCell(0);
      if (cell != null && cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(title)) {
        return row;
      }
    }
    throw new AssertionError("no row " + title);
  }

  private static void near(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }
}
