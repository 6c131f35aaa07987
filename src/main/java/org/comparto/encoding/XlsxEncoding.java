package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Localized;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Office Open XML for spreadsheets: typed cells below titles in the caller's language, what the codes mean, and where the data come from. */
final class XlsxEncoding implements Encoding {

  private static final int FAST = 3;

  private final FeatureRows rows;

  XlsxEncoding(FeatureRows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public String extension() {
    return "xlsx";
  }

  @Override
  public Localized title() {
    return new Localized("Foglio di calcolo (XLSX)", "Spreadsheet (XLSX)");
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Comparto", null);
    workbook.setCompressionLevel(FAST);
    FeatureSheets sheets = new FeatureSheets(workbook, query, about);
    rows.read(query, sheets::add);
    sheets.finish();
    writeAbout(workbook, about, sheets.cut());
    writeCodes(workbook, query.attributes(), about);
    workbook.finish();
  }

  private static void writeAbout(Workbook workbook, About about, long cut) throws IOException {
    Worksheet sheet = workbook.newWorksheet(about.text("Informazioni", "About"));
    sheet.width(0, 26);
    sheet.width(1, 110);
    int row = 0;
    for (About.Line line : about.lines()) {
      sheet.inlineString(row, 0, line.label());
      sheet.inlineString(row, 1, line.value());
      sheet.style(row, 0).bold().set();
      row++;
    }
    if (cut > 0) {
      sheet.inlineString(row, 0, about.text("Testi troncati", "Texts cut"));
      sheet.inlineString(row, 1, cut + about.text(" celle superano 32.767 caratteri, il massimo di un foglio di calcolo: i testi sono troncati, le geometrie omesse",
          " cells have more than 32,767 characters, the most a spreadsheet holds: texts are cut, shapes left out"));
    }
    sheet.finish();
  }

  private static void writeCodes(Workbook workbook, List<Attribute> attributes, About about) throws IOException {
    List<Attribute> coded = attributes.stream().filter(attribute -> about.layer().codes().containsKey(String.valueOf(attribute.codes()))).toList();
    if (coded.isEmpty()) {
      return;
    }
    Worksheet sheet = workbook.newWorksheet(about.text("Codici", "Codes"));
    sheet.width(0, 34);
    sheet.width(1, 26);
    sheet.width(2, 50);
    int row = 0;
    for (Attribute attribute : coded) {
      for (Layer.Code code : about.layer().codes().get(attribute.codes())) {
        sheet.inlineString(row, 0, attribute.title().in(about.language()));
        sheet.inlineString(row, 1, code.value());
        sheet.inlineString(row, 2, code.title().in(about.language()));
        row++;
      }
    }
    sheet.finish();
  }
}
