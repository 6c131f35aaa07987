package org.comparto.bottleneck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.comparto.bottleneck.Gains.Row;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What would be as files; each names what it was computed from. */
final class WhatIfFiles {

  private WhatIfFiles() {}

  /** The inputs are the last column of every row, so that a row stays what it is wherever it goes. */
  static byte[] csv(WhatIfTable table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}); // by it spreadsheets know UTF-8
    try (CsvTable csv = new CsvTable(out, ',')) {
      table.columns().forEach(csv::value);
      csv.value("inputs").endRow();
      String inputs = String.join("; ", table.inputs().stream().map(input -> input.label() + ": " + input.text()).toList());
      for (Row row : table.rows()) {
        table.values(row).forEach(value -> csv.value(text(value)));
        csv.value(Spreadsheets.harmless(inputs)).endRow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value instanceof String text ? Spreadsheets.harmless(text) : value.toString();
  }

  static byte[] xlsx(WhatIfTable table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(out, "Comparto", null);
      Worksheet sheet = workbook.newWorksheet(table.say("Guadagni", "Gains"));
      sheet.freezePane(4, 1);
      List<String> columns = table.columns();
      for (int column = 0; column < columns.size(); column++) {
        sheet.inlineString(0, column, columns.get(column));
        sheet.style(0, column).bold().wrapText(true).set();
        sheet.width(column, 16);
      }
      int line = 1;
      for (Row row : table.rows()) {
        List<@Nullable Object> values = table.values(row);
        for (int column = 0; column < values.size(); column++) {
          put(sheet, line, column, values.get(column));
        }
        line++;
      }
      sheet.finish();
      Worksheet about = workbook.newWorksheet(table.say("Informazioni", "About"));
      about.width(0, 30);
      about.width(1, 120);
      line = 0;
      for (WhatIfTable.Input input : table.inputs()) {
        about.inlineString(line, 0, input.label());
        about.style(line, 0).bold().set();
        about.inlineString(line, 1, input.text());
        about.style(line++, 1).wrapText(true).set();
      }
      about.finish();
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet sheet, int line, int column, @Nullable Object value) {
    if (value instanceof Number number) {
      sheet.value(line, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(line, column, truth);
    } else if (value != null) {
      sheet.inlineString(line, column, value.toString());
    }
  }

  /** Points inside of the features; the inputs are a foreign member of the collection (RFC 7946, 6.1). */
  static byte[] geoJson(WhatIfTable table) {
    JsonMapper json = JsonMapper.shared();
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    ObjectNode inputs = collection.putObject("inputs");
    table.inputs().forEach(input -> inputs.put(input.label(), input.text()));
    ArrayNode features = collection.putArray("features");
    List<String> columns = table.columns();
    for (Row row : table.rows()) {
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature.putObject("geometry").put("type", "Point").putArray("coordinates").add(row.feature().longitude()).add(row.feature().latitude());
      ObjectNode properties = feature.putObject("properties");
      List<@Nullable Object> values = table.values(row);
      for (int column = 0; column < columns.size(); column++) {
        properties.set(columns.get(column), json.valueToTree(values.get(column)));
      }
    }
    return json.writeValueAsBytes(collection);
  }
}
