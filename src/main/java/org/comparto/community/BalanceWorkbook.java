package org.comparto.community;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.comparto.community.Balance.Incentive;
import org.comparto.problem.InvalidInputException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * A community as a workbook that goes on computing: injected and withdrawn energy and prices of each hour stand there as values; what is shared, how it falls
 * to the plants, the tariff of every hour and all amounts are formulas over them and over the sheet of parameters.
 */
@Component
class BalanceWorkbook {

  static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  /** So many columns of 8,760 cells each are a file that spreadsheets still open: about 15 MB. */
  private static final int MOST_PLANTS = 60;

  byte[] write(Balancing balancing) {
    if (balancing.flows() == null) {
      throw new InvalidInputException("mode", "A workbook needs hours; leave mode out, or ask for hourly");
    }
    if (balancing.community().plants().size() > MOST_PLANTS) {
      throw new InvalidInputException("plants", "plants has " + balancing.community().plants().size() + " entries; " + MOST_PLANTS + " are the most in a workbook");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(out, "Comparto", null);
      WorkbookLayout layout = new WorkbookLayout(balancing);
      new SummarySheet(layout).write(workbook);
      new ParametersSheet(layout).write(workbook);
      new HoursSheet(layout).write(workbook);
      about(workbook, layout);
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void about(Workbook workbook, WorkbookLayout layout) throws IOException {
    Worksheet sheet = workbook.newWorksheet(layout.say("Informazioni", "About"));
    int row = 0;
    line(sheet, row++, layout.say("Anno", "Year"), layout.balance.year() + " (" + layout.balance.hours() + layout.say(" ore)", " hours)"));
    line(sheet, row++, layout.say("Generato il", "Made on"), LocalDate.now(EnergyYear.ROME).toString());
    line(sheet, row++, layout.say("Tariffa", "Tariff"), layout.balance.tariff() + ": " + Tariff.CURRENT.tariff().formula());
    for (Balance.Exclusion exclusion : layout.balance.exclusions()) {
      line(sheet, row++, layout.say("Escluso", "Excluded"), exclusion.reason() + " (" + exclusion.citation() + ")");
    }
    for (Balance.Warning warning : layout.balance.warnings()) {
      line(sheet, row++, layout.say("Avviso", "Warning"), warning.text());
    }
    for (String assumption : layout.balance.assumptions()) {
      line(sheet, row++, layout.say("Ipotesi", "Assumption"), assumption);
    }
    for (Incentive incentive : layout.balance.incentives()) {
      line(sheet, row++, incentive.title(), incentive.formula() + " — " + incentive.citation());
    }
    sheet.width(0, 40);
    sheet.width(1, 140);
    sheet.finish();
  }

  private static void line(Worksheet sheet, int row, String label, String text) {
    sheet.inlineString(row, 0, label);
    sheet.style(row, 0).bold().set();
    sheet.inlineString(row, 1, text);
    sheet.style(row, 1).wrapText(true).set();
  }
}
