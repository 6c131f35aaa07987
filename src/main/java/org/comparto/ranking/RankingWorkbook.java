package org.comparto.ranking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Localized;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A ranking as a workbook that goes on computing: every score is a formula over the values beside it and the weights, worst and
 * best of the sheet of criteria, so that whoever changes a weight sees the new order.
 */
@Component
class RankingWorkbook {

  static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  // columns of the sheet of criteria; the first criterion stands in its second row
  private static final int WEIGHT = 2;
  private static final int WORST = 3;
  private static final int BEST = 4;
  // columns of the sheet of plots: rank, id, name, score, then value, worth and contribution of each criterion
  private static final int SCORE = 3;
  private static final int FIRST = 4;

  private final PlotReading reading;
  private final LayerFigures figures;

  RankingWorkbook(PlotReading reading, LayerFigures figures) {
    this.reading = reading;
    this.figures = figures;
  }

  byte[] write(Ranker.Ranked ranked, @Nullable String filter, int limit, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(out, "Comparto", null);
      long[] shown = IntStream.of(ranked.ranking().order()).limit(limit).mapToLong(position -> ranked.values().ids()[position]).toArray();
      Sheets sheets = new Sheets(ranked, reading.names(shown), language);
      sheets.plots(workbook, shown.length);
      sheets.criteria(workbook);
      about(workbook, ranked, filter, language);
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void about(Workbook workbook, Ranker.Ranked ranked, @Nullable String filter, String language) throws IOException {
    boolean english = language.equals("en");
    Layer layer = reading.plot();
    Worksheet sheet = workbook.newWorksheet(english ? "About" : "Informazioni");
    sheet.width(0, 24);
    sheet.width(1, 120);
    int row = 0;
    if (figures.of(layer).demonstration()) {
      line(sheet, row++, english ? "Note" : "Avviso", english ? "Demonstration data, not official" : "Dati dimostrativi, non ufficiali");
    }
    line(sheet, row++, english ? "Source" : "Fonte", layer.source().in(language));
    if (layer.licence() != null) {
      line(sheet, row++, english ? "Licence" : "Licenza", layer.licence().name() + " " + layer.licence().href());
    }
    line(sheet, row++, english ? "Made on" : "Generato il", LocalDate.now(ZoneId.of("Europe/Rome")).toString());
    line(sheet, row++, english ? "Filter (CQL2)" : "Filtro (CQL2)", filter == null ? english ? "none" : "nessuno" : filter);
    line(sheet, row++, english ? "Plots" : "Lotti", ranked.values().size() + (english ? " meet the filter, " : " rispettano il filtro, ")
        + ranked.ranking().order().length + (english ? " take part" : " concorrono"));
    line(sheet, row++, english ? "Formula" : "Formula", Formula.inWords(language));
    line(sheet, row, english ? "The same ranking" : "La stessa graduatoria", Ranker.permalink(filter, ranked.asked().wishes()));
    sheet.finish();
  }

  private static void line(Worksheet sheet, int row, String label, String text) {
    sheet.inlineString(row, 0, label);
    sheet.style(row, 0).bold().set();
    sheet.inlineString(row, 1, text);
    sheet.style(row, 1).wrapText(true).set();
  }

  /** The two sheets that refer to each other. */
  private record Sheets(Ranker.Ranked ranked, Map<Long, String> names, String language) {

    private String say(String it, String en) {
      return new Localized(it, en).in(language);
    }

    private String criteriaName() {
      return say("Criteri", "Criteria");
    }

    /** A cell of the sheet of criteria, as a formula names it. */
    private String of(int criterion, int column) {
      return criteriaName() + "!$" + letters(column) + "$" + (criterion + 2);
    }

    void plots(Workbook workbook, int rows) throws IOException {
      Worksheet sheet = workbook.newWorksheet(say("Graduatoria", "Ranking"));
      sheet.freezePane(FIRST, 1);
      List<String> heads = List.of(say("Posizione", "Rank"), "id", say("Lotto", "Plot"), say("Punteggio", "Score"));
      for (int column = 0; column < heads.size(); column++) {
        head(sheet, column, heads.get(column));
      }
      for (int k = 0; k < ranked.criteria().size(); k++) {
        Attribute attribute = ranked.asked().attributes().get(k);
        String title = attribute.title().in(language);
        head(sheet, FIRST + 3 * k, title + (attribute.unit() == null ? "" : " [" + attribute.unit() + "]"));
        head(sheet, FIRST + 3 * k + 1, title + say(": valore 0–1", ": worth 0–1"));
        head(sheet, FIRST + 3 * k + 2, title + say(": contributo", ": contribution"));
      }
      for (int row = 1; row <= rows; row++) {
        plot(sheet, row, rows, ranked.ranking().order()[row - 1]);
      }
      sheet.finish();
    }

    private void plot(Worksheet sheet, int row, int rows, int position) {
      int line = row + 1;
      String scores = "$" + letters(SCORE) + "$2:$" + letters(SCORE) + "$" + (rows + 1);
      String score = letters(SCORE) + line;
      // rows stand in the order of ids where they are equal, as long as nobody sorts them anew
      sheet.formula(row, 0, "RANK(" + score + "," + scores + ")+COUNTIF($" + letters(SCORE) + "$2:" + score + "," + score + ")-1");
      sheet.value(row, 1, ranked.values().ids()[position]);
      sheet.inlineString(row, 2, names.getOrDefault(ranked.values().ids()[position], ""));
      StringBuilder sum = new StringBuilder("ROUND((");
      for (int k = 0; k < ranked.criteria().size(); k++) {
        int column = FIRST + 3 * k;
        cell(sheet, row, column, ranked.asked().attributes().get(k), ranked.values().columns()[k][position]);
        sheet.formula(row, column + 1, worth(k, letters(column) + line));
        sheet.formula(row, column + 2, of(k, WEIGHT) + "*" + letters(column + 1) + line + "/" + weights());
        sum.append(k == 0 ? "" : "+").append(of(k, WEIGHT)).append('*').append(letters(column + 1)).append(line);
      }
      sheet.formula(row, SCORE, sum.append(")/").append(weights()).append(",12)").toString());
      sheet.style(row, SCORE).bold().format("0.0000").set();
    }

    /** The value function of a criterion; an empty cell is not known and counts nothing. */
    private String worth(int k, String value) {
      Criterion criterion = ranked.criteria().get(k);
      String best = of(k, BEST);
      String worst = of(k, WORST);
      String reached = "IF(" + (criterion.direction() == Direction.MAX ? value + ">=" + best : best + ">=" + value) + ",1,0)";
      String counted = criterion.shape() == Shape.THRESHOLD ? reached
          : "IF(" + best + "=" + worst + "," + reached + ",MAX(0,MIN(1,(" + value + "-" + worst + ")/(" + best + "-" + worst + "))))";
      return "IF(ISBLANK(" + value + "),0," + counted + ")";
    }

    private String weights() {
      return "SUM(" + of(0, WEIGHT) + ":$" + letters(WEIGHT) + "$" + (ranked.criteria().size() + 1) + ")";
    }

    void criteria(Workbook workbook) throws IOException {
      Worksheet sheet = workbook.newWorksheet(criteriaName());
      sheet.freezePane(0, 1);
      List<String> heads = List.of(say("Criterio", "Criterion"), say("Direzione", "Direction"), say("Peso (modificabile)", "Weight (may be changed)"),
          say("Peggiore", "Worst"), say("Migliore", "Best"), say("Forma", "Shape"), say("Obbligatorio", "Required"));
      for (int column = 0; column < heads.size(); column++) {
        head(sheet, column, heads.get(column));
      }
      for (int k = 0; k < ranked.criteria().size(); k++) {
        Criterion criterion = ranked.criteria().get(k);
        Attribute attribute = ranked.asked().attributes().get(k);
        sheet.inlineString(k + 1, 0, attribute.title().in(language) + (attribute.unit() == null ? "" : " [" + attribute.unit() + "]"));
        sheet.inlineString(k + 1, 1, criterion.direction() == Direction.MAX ? say("più è meglio", "more is better") : say("meno è meglio", "less is better"));
        sheet.value(k + 1, WEIGHT, criterion.weight());
        sheet.style(k + 1, WEIGHT).bold().fillColor("FFF6E0").set();
        cell(sheet, k + 1, WORST, attribute, criterion.worst());
        cell(sheet, k + 1, BEST, attribute, criterion.best());
        sheet.inlineString(k + 1, 5, criterion.shape() == Shape.THRESHOLD ? say("soglia", "threshold") : say("lineare", "linear"));
        sheet.inlineString(k + 1, 6, criterion.needsValue() ? say("sì", "yes") : "no");
      }
      sheet.width(0, 48);
      sheet.finish();
    }

    /** Days as days; yes-or-no as 1 and 0, since spreadsheets hold truth for greater than any number. */
    private void cell(Worksheet sheet, int row, int column, Attribute attribute, double value) {
      if (Double.isNaN(value)) {
        return;
      }
      if (attribute.type() == AttributeType.DATE) {
        sheet.value(row, column, LocalDate.ofEpochDay((long) value));
        sheet.style(row, column).format("yyyy-mm-dd").set();
        return;
      }
      sheet.value(row, column, value);
      if (attribute.type() == AttributeType.BOOLEAN) {
        sheet.style(row, column).format(say("\"sì\";;\"no\"", "\"yes\";;\"no\"")).set();
      }
    }

    private static void head(Worksheet sheet, int column, String title) {
      sheet.inlineString(0, column, title);
      sheet.style(0, column).bold().wrapText(true).set();
      sheet.width(column, Math.min(24, Math.max(10, title.length() + 2)));
    }

    /** A for 0, AA for 26. */
    private static String letters(int column) {
      return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }
  }
}
