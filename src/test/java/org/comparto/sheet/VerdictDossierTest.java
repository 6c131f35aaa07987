package org.comparto.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The dossier of a verdict, read back as anybody reads a PDF; and that the demonstration has every result to be printed. */
@IntegrationTest
class VerdictDossierTest {

  private static final int MOST_BYTES = 3_000_000;
  private static final double MM_PER_POINT = 25.4 / 72;
  private static final String TODAY = "2026-11-22";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @CsvSource({"SUITABLE, '', zone", "GROUND_PV_FORBIDDEN, '9.9500,45.2100,9.9530,45.2120', ", "UNSUITABLE, '9.9980,45.1160,10.0000,45.1175', ",
      "ORDINARY, '', B-019036", "UNKNOWN, '', B-039007"})
  void theDemonstrationHasAnAreaWithEveryResultForGroundPhotovoltaicsToday(String result, String box, String where) {
    JsonNode verdict = ask(where == null ? rectangle(box) : inside(where));
    assertThat(verdict.path("result").asString()).as(verdict.toString()).isEqualTo(result);
    assertThat(verdict.path("whole").asBoolean()).isTrue();
    if (result.equals("UNKNOWN")) {
      assertThat(verdict.path("parts").get(0).path("missingLayers").toString()).isEqualTo("[\"state_property\"]");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"it | Dati dimostrativi, non ufficiali | Da confermare: | Regola per regola | Non idonea", "en | Demonstration data, not official | To be confirmed: | Rule by rule | Unsuitable"})
  void theDossierIsTaggedAndSaysInItsLanguageWhatTheVerdictSays(String language, String label, String unconfirmed, String rules, String part) throws IOException {
    JsonNode verdict = ask(rectangle("10.0000,45.1150,10.0300,45.1400")); // flood, farmland and town
    byte[] bytes = pdf(verdict, language);
    assertThat(bytes.length).isLessThan(MOST_BYTES);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(document.getDocumentInformation().getTitle()).contains(verdict.path("id").asString().substring(0, 8));
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      String all = text(document);
      assertThat(all).contains(plain(label), plain(unconfirmed), plain(rules), plain(part), verdict.path("id").asString(), plain(verdict.path("computeCrs").asString()));
      verdict.path("rules").forEach(rule -> assertThat(all).contains(plain(rule.path("title").path(language).asString()), plain(rule.path("citation").asString())));
      verdict.path("layers").forEach(layer -> assertThat(all).contains(plain(layer.path("title").path(language).asString())));
      verdict.path("warnings").forEach(warning -> assertThat(all).contains(plain(warning.path("text").path(language).asString())));
      verdict.path("parts").forEach(one -> assertThat(all).contains(plain(area(one.path("m2").asDouble(), language))));
    }
  }

  @Test
  void lengthsOnPaperAreTrueAndTheSquareCodeLeadsBackToTheVerdict() throws Exception {
    String area = rectangle("9.9500,45.2100,9.9530,45.2120");
    JsonNode verdict = ask(area);
    byte[] bytes = pdf(verdict, "en");
    assertThat(pdf(verdict, "en")).as("the same again").isEqualTo(bytes);
    double longest = db.sql("""
        SELECT max(ST_Distance(a.geom::geography, b.geom::geography))
        FROM ST_DumpPoints(ST_GeomFromGeoJSON(:area)) AS a, ST_DumpPoints(ST_GeomFromGeoJSON(:area)) AS b""").param("area", area).query(Double.class).single();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String all = text(document);
      int scale = Integer.parseInt(all.replaceFirst(".*Scale1:([0-9,]+)true.*", "$1").replace(",", ""));
      assertThat(StrokedPath.longest(document.getPage(0), VerdictMap.AREA_COLOUR) * MM_PER_POINT).isCloseTo(longest * 1000 / scale, within(0.05));
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
      int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
          Map.of(DecodeHintType.TRY_HARDER, true)).getText()).endsWith("/#place=energy&view=verdict&verdict=" + verdict.path("id").asString());
    }
  }

  @Test
  void aVerdictThatWasNeverGivenHasNoDossier() {
    assertThat(Http.get(port, "/api/energy/verdicts/00000000.pdf").status()).isEqualTo(404);
  }

  private JsonNode ask(String geometry) {
    Http.Answer answer = Http.send(port, "POST", "/api/energy/verdicts", "{\"geometry\": " + geometry + ", \"technology\": \"pv_ground\", \"date\": \"" + TODAY + "\"}");
    assertThat(answer.status()).as(answer::text).isEqualTo(200);
    return answer.json();
  }

  private byte[] pdf(JsonNode verdict, String language) {
    Http.Answer answer = Http.get(port, "/api/energy/verdicts/" + verdict.path("id").asString() + ".pdf?lang=" + language);
    assertThat(answer.status()).as(answer::text).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    return answer.bytes();
  }

  /** A small square in the middle of a zone of the plan, or of an industrial zone. */
  private String inside(String zone) {
    String of = zone.equals("zone") ? "industrial_zone AS z WHERE demonstration AND territory_code = 'cremona' AND NOT EXISTS (SELECT FROM thematic_flood_hazard f WHERE ST_Intersects(f.geom, z.geom)) ORDER BY code" : "thematic_land_use_zone WHERE code = '" + zone + "'";
    return db.sql("SELECT ST_AsGeoJSON(ST_Envelope(ST_Buffer(ST_PointOnSurface(geom)::geography, 15)::geometry)) FROM " + of + " LIMIT 1").query(String.class).single();
  }

  private static String rectangle(String box) {
    String[] b = box.split(",");
    return String.format(Locale.ROOT, "{\"type\": \"Polygon\", \"coordinates\": [[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}", b[0], b[1], b[2], b[3]);
  }

  private static String area(double m2, String language) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
    format.setMaximumFractionDigits(2);
    return format.format(m2);
  }

  private static String text(PDDocument document) throws IOException {
    return plain(new PDFTextStripper().getText(document));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }
}
