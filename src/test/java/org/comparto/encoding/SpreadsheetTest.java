package org.comparto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a spreadsheet opens: typed cells, no formula, and where the data come from; read by Java's own zip and XML. */
@IntegrationTest
class SpreadsheetTest {

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Test
  void aWorkbookHoldsTheValuesOfTheDatabaseAsTypedCells() throws Exception {
    Map<String, byte[]> parts = Zip.entries(get("xlsx", "it").bytes());
    List<Element> rows = rows(parts.get("xl/worksheets/sheet1.xml"));
    List<Map<String, Object>> expected = db.sql("SELECT id, code, area_m2, price_eur_m2, divisible, available_from FROM plot ORDER BY id").query().listOfRows();

    assertThat(rows).hasSize(expected.size() + 1);
    assertThat(texts(rows.get(0))).startsWith("id", "Codice", "Disponibile dal", "Prezzo [€/m²]", "Frazionabile", "Superficie fondiaria (SF) [m²]");
    for (int i = 0; i < expected.size(); i++) {
      Map<String, Object> plot = expected.get(i);
      List<String> cells = texts(rows.get(i + 1));
      assertThat(cells.get(0)).isEqualTo(plot.get("id").toString());
      assertThat(cells.get(1)).isEqualTo(plot.get("code"));
      assertThat(cells.get(3).isEmpty()).isEqualTo(plot.get("price_eur_m2") == null);
      assertThat(Double.parseDouble(cells.get(5))).isEqualTo(((Number) plot.get("area_m2")).doubleValue());
      if (plot.get("available_from") != null) { // days since the 30th of December 1899
        assertThat(Double.parseDouble(cells.get(2))).isEqualTo(((java.sql.Date) plot.get("available_from")).toLocalDate().toEpochDay() + 25_569.0);
      }
    }
    assertThat(new String(Zip.unpacked(get("xlsx", "it").bytes()))).contains("Dati dimostrativi, non ufficiali").contains("CC BY 4.0").doesNotContain("<f>");
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+39 0372 1", "-x", "@sum", "\t=1", "＝1"})
  void aTextThatLooksLikeAFormulaIsNone(String text) throws Exception {
    long id = db.sql("SELECT min(id) FROM plot").query(Long.class).single();
    String before = db.sql("SELECT code FROM plot WHERE id = :id").param("id", id).query(String.class).single();
    db.sql("UPDATE plot SET code = :code WHERE id = :id").param("code", text).param("id", id).update();
    try {
      assertThat(get("csv", "it").text().split("\r\n")[1]).contains("'" + text);
      Element cell = (Element) rows(Zip.entries(get("xlsx", "it").bytes()).get("xl/worksheets/sheet1.xml")).get(1).getElementsByTagName("c").item(1);
      assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
      assertThat(cell.getTextContent()).isEqualTo(text);
    } finally {
      db.sql("UPDATE plot SET code = :code WHERE id = :id").param("code", before).param("id", id).update();
    }
  }

  @Test
  void aNegativeNumberStaysANumberInCsv() {
    assertThat(Spreadsheets.harmless("plain")).isEqualTo("plain");
    assertThat(Spreadsheets.harmless("'=1")).isEqualTo("''=1");
    assertThat(Spreadsheets.harmless("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    assertThat(Http.get(port, "/ogc/collections/gateway/download?f=csv&crs=http://www.opengis.net/def/crs/EPSG/0/7795").text()).doesNotContain("'-");
  }

  @Test
  void theItalianCsvHasAByteOrderMarkSemicolonsAndDecimalCommas() {
    String text = get("csv-it", "it").text();
    assertThat(text).startsWith("\uFEFFid;code;available_from;");
    String area = db.sql("SELECT area_m2::text FROM plot ORDER BY id LIMIT 1").query(String.class).single();
    assertThat(text.split("\r\n")[1]).contains(";" + area.replace('.', ',') + ";");
  }

  private Http.Answer get(String encoding, String language) {
    Http.Answer answer = Http.get(port, "/ogc/collections/plot/download?properties=code,available_from,price_eur_m2,divisible,area_m2&f=" + encoding,
        "Accept-Language", language);
    assertThat(answer.status()).as(answer.status() == 200 ? "" : answer.text()).isEqualTo(200);
    return answer;
  }

  private static List<Element> rows(byte[] sheet) throws Exception {
    Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(sheet));
    NodeList found = document.getElementsByTagName("row");
    List<Element> rows = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      rows.add((Element) found.item(i));
    }
    return rows;
  }

  /** The cells' texts by their columns, empty where there is no cell. */
  private static List<String> texts(Element row) {
    List<String> texts = new ArrayList<>();
    NodeList cells = row.getElementsByTagName("c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      int column = 0;
      for (char letter : cell.getAttribute("r").replaceAll("\\d", "").toCharArray()) {
        column = column * 26 + letter - 'A' + 1;
      }
      while (texts.size() < column - 1) {
        texts.add("");
      }
      texts.add(cell.getTextContent());
    }
    return texts;
  }
}
