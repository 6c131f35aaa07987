package org.comparto.ranking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.ranking.Comparison.Row;
import org.comparto.ranking.Comparison.Section;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A comparison as a file: one row for each field and one column for each plot, exactly as the page shows it. */
final class ComparisonFiles {

  private ComparisonFiles() {}

  static byte[] csv(Comparison comparison, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(withMark(out), ',')) {
      heads(comparison, language).forEach(head -> table.value(Spreadsheets.harmless(head))); // names of plots among them
      table.endRow();
      for (Section section : comparison.sections()) {
        for (Row row : section.rows()) {
          table.value(section.title()).value(title(row)).value(mark(row, language));
          for (String text : row.texts()) {
            table.value(text == null ? unknown(language) : Spreadsheets.harmless(text));
          }
          table.endRow();
        }
      }
      if (comparison.demonstration()) {
        table.value(notice(language));
        table.endRow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] xlsx(Comparison comparison, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(out, "Comparto", null);
      Worksheet sheet = workbook.newWorksheet(language.equals("en") ? "Comparison" : "Confronto");
      sheet.freezePane(3, 1);
      int row = 0;
      List<String> heads = heads(comparison, language);
      for (int column = 0; column < heads.size(); column++) {
        sheet.inlineString(0, column, heads.get(column));
        sheet.style(0, column).bold().wrapText(true).set();
        sheet.width(column, column == 1 ? 44 : 26);
      }
      for (Section section : comparison.sections()) {
        for (Row field : section.rows()) {
          row(sheet, ++row, section, field, language);
        }
      }
      if (comparison.demonstration()) {
        sheet.inlineString(row + 2, 0, notice(language));
      }
      sheet.finish();
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void row(Worksheet sheet, int row, Section section, Row field, String language) {
    sheet.inlineString(row, 0, section.title());
    sheet.inlineString(row, 1, title(field));
    sheet.inlineString(row, 2, mark(field, language));
    for (int p = 0; p < field.values().size(); p++) {
      Object value = field.values().get(p);
      boolean isQuantity = value instanceof Number && field.texts().get(p).matches("-?\\d+(\\.\\d+)?");
      if (isQuantity) {
        sheet.value(row, p + 3, new BigDecimal(field.texts().get(p)));
      } else {
        sheet.inlineString(row, p + 3, value == null ? unknown(language) : field.texts().get(p));
      }
      if (field.best() != null && field.best().get(p)) {
        sheet.style(row, p + 3).bold().set();
      }
    }
  }

  private static List<String> heads(Comparison comparison, String language) {
    boolean english = language.equals("en");
    List<String> heads = new ArrayList<>(List.of(english ? "Section" : "Sezione", english ? "Field" : "Campo", english ? "Difference" : "Differenza"));
    comparison.plots().forEach(plot -> heads.add(plot.title()));
    return heads;
  }

  private static String title(Row row) {
    return row.title() + (row.unit() == null ? "" : " [" + row.unit() + "]");
  }

  private static String mark(Row row, String language) {
    return row.differs() ? language.equals("en") ? "differs" : "diverso" : "";
  }

  private static String unknown(String language) {
    return language.equals("en") ? "not known" : "non noto";
  }

  private static String notice(String language) {
    return language.equals("en") ? "Demonstration data, not official" : "Dati dimostrativi, non ufficiali";
  }

  /** By the byte order mark spreadsheets know UTF-8. */
  private static OutputStream withMark(ByteArrayOutputStream out) throws IOException {
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    return out;
  }
}
