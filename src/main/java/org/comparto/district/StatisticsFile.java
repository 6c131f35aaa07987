package org.comparto.district;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.district.Statistics.Key;
import org.comparto.district.Statistics.Row;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.layer.Localized;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table of figures as a file: codes and words, what is hidden and why, and at the end where and when it comes from and how it is protected. */
final class StatisticsFile {

  private static final Localized HEADS = new Localized("codice,nome,codice 2,nome 2,imprese,valore,risposte,nascosto", "code,name,code 2,name 2,firms,value,answered,hidden");
  private static final Map<Figures.Hidden, Localized> HIDDEN = Map.of(
      Figures.Hidden.FEW, new Localized("meno di %d imprese", "fewer than %d firms"),
      Figures.Hidden.DOMINATED, new Localized("una sola impresa prevale", "dominated by one firm"),
      Figures.Hidden.COMPLEMENT, new Localized("rivelerebbe una cifra nascosta", "would tell a hidden figure"));

  private StatisticsFile() {}

  static void csv(Statistics statistics, String language, OutputStream out) throws IOException {
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}); // by this mark spreadsheets know UTF-8
    try (CsvTable table = new CsvTable(out, ',')) {
      rows(statistics, language).forEach(row -> {
        row.forEach(value -> table.value(value instanceof String text ? Spreadsheets.harmless(text) : text(value)));
        table.endRow();
      });
    }
  }

  static void xlsx(Statistics statistics, String language, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Comparto", null);
    Worksheet sheet = workbook.newWorksheet(language.equals("en") ? "Census" : "Censimento");
    sheet.freezePane(0, 1);
    List<List<Object>> rows = rows(statistics, language);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        if (rows.get(r).get(c) instanceof Number number) {
          sheet.value(r, c, number);
        } else if (rows.get(r).get(c) instanceof String text) {
          sheet.inlineString(r, c, text);
        }
      }
    }
    sheet.range(0, 0, 0, 7).style().bold().set();
    sheet.width(1, 34);
    sheet.width(3, 34);
    sheet.finish();
    workbook.finish();
  }

  private static List<List<Object>> rows(Statistics statistics, String language) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of((Object[]) HEADS.in(language).split(",")));
    statistics.rows().forEach(row -> rows.add(cells(statistics, row, language)));
    if (statistics.total() != null) {
      List<Object> total = cells(statistics, statistics.total(), language);
      total.set(1, language.equals("en") ? "Total (rounded by itself)" : "Totale (arrotondato a sé)");
      rows.add(total);
    }
    rows.add(List.of());
    notes(statistics, language).forEach(note -> rows.add(List.of(note)));
    return rows;
  }

  private static List<Object> cells(Statistics statistics, Row row, String language) {
    List<Object> cells = new ArrayList<>();
    for (Key key : new Key[] {row.by(), row.by2()}) {
      cells.add(key == null ? "" : key.value());
      cells.add(key == null ? "" : key.in(language));
    }
    cells.add(row.firms() == null ? "" : row.firms());
    cells.add(row.figure() == null ? "" : BigDecimal.valueOf(row.figure()).stripTrailingZeros());
    cells.add(row.answered() == null ? "" : row.answered());
    cells.add(row.hidden() == null ? "" : HIDDEN.get(row.hidden()).in(language).formatted(statistics.k()));
    return cells;
  }

  private static List<String> notes(Statistics statistics, String language) {
    boolean english = language.equals("en");
    List<String> notes = new ArrayList<>();
    notes.add((english ? "Figure: " : "Valore: ") + statistics.measure().title().in(language) + (statistics.unit() == null ? "" : " [" + statistics.unit() + "]"));
    if (statistics.filter() != null && statistics.value() != null) {
      notes.add((english ? "Only: " : "Solo: ") + statistics.filter().title().in(language) + " = " + statistics.value().in(language));
    }
    notes.add((english ? "Source: " : "Fonte: ") + statistics.source().in(language));
    notes.add((english ? "Date: " : "Data: ") + DateTimeFormatter.ISO_LOCAL_DATE.format(statistics.takenAt().atZoneSameInstant(ZoneId.of("Europe/Rome"))));
    if (statistics.exact()) {
      notes.add(english ? "Exact figures for the desk: not for publication" : "Valori esatti per lo sportello: non pubblicare");
    } else {
      notes.add((english ? "Licence: " : "Licenza: ") + statistics.licence());
      notes.add((english ? "Protected: counts under %1$d are hidden, others rounded to multiples of %1$d, sums of amounts masked (decision 0045); totals are not the sum of rows"
          : "Protetti: i conteggi sotto %1$d sono nascosti, gli altri arrotondati a multipli di %1$d, le somme mascherate (decisione 0045); i totali non sono la somma delle righe")
          .formatted(statistics.k()));
    }
    if (statistics.demonstration()) {
      notes.add(english ? "Demonstration data, not official" : "Dati dimostrativi, non ufficiali");
    }
    return notes;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof BigDecimal amount ? amount.toPlainString() : value == null ? null : value.toString();
  }
}
