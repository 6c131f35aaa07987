package org.comparto.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comparto.problem.RefusedException;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.PlotGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The fact sheet, read back as anybody reads a PDF: complete, accessible, true to scale, and the same again from the same link. */
@IntegrationTest
class FactSheetTest {

  private static final int MOST_BYTES = 3_000_000;
  private static final double MM_PER_POINT = 25.4 / 72;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  private PlotGround ground;
  private long plot;

  @BeforeEach
  void aPlot() {
    ground = new PlotGround(db, transactions);
    plot = ground.make();
    ground.gateway("Casello", "toll_gate", 10.52, 46.2);
    ground.times("car", "prova 1", "Casello", 420, 7_140);
    ground.times("truck", "prova 1", "Casello", 540, 7_860);
  }

  @AfterEach
  void nothingStays() {
    ground.clear();
    new People(db, port).remove();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"it | Scheda del lotto Lotto di prova | Dati dimostrativi, non ufficiali | Grandezze derivate",
      "en | Fact sheet of the plot Lotto di prova | Demonstration data, not official | Derived quantities"})
  void theSheetIsTaggedAndHoldsEverythingInItsLanguage(String language, String title, String label, String derived) throws IOException {
    byte[] bytes = sheet("?lang=" + language);
    assertThat(bytes.length).isLessThan(MOST_BYTES);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth() * MM_PER_POINT).isCloseTo(210, within(0.2));
        assertThat(page.getMediaBox().getHeight() * MM_PER_POINT).isCloseTo(297, within(0.2));
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        assertThat(text(document, page)).contains(plain(label));
      }
      String all = text(document, 0);
      assertThat(all).contains(plain(derived));
      JsonNode facts = Http.get(port, "/api/plots/" + plot + "/facts?lang=" + language).json();
      for (JsonNode section : facts.path("sections")) {
        for (JsonNode field : section.path("fields")) {
          assertThat(all).contains(plain(field.path("title").asString()));
          if (field.path("known").asBoolean()) {
            assertThat(all).contains(plain(field.path("text").asString()));
          }
        }
      }
      facts.path("access").path("rows").forEach(way -> assertThat(all).contains(plain(way.path("title").asString()), plain(way.path("truck").asString())));
      assertThat(all).contains(plain(facts.path("access").path("origin").asString()));
      for (String part : List.of("derived", "constraints")) {
        facts.path(part).forEach(one -> assertThat(all).contains(plain(one.path("title").asString()), plain(one.path("text").asString())));
      }
      facts.path("derived").forEach(one -> assertThat(all).contains(plain(one.path("formula").asString())));
      assertThat(all).contains(facts.path("snapshot").asString());
    }
  }

  @Test
  void whatOnlyTheDeskMayKnowIsInNobodysSheet() throws IOException {
    String admin = new People(db, port).token("admin", "read", "write", "admin");
    try (PDDocument document = Loader.loadPDF(Http.get(port, "/api/plots/" + plot + "/sheet.pdf", "Authorization", "Bearer " + admin).bytes())) {
      assertThat(text(document, 0)).doesNotContain("Segreta", "segreta", "riservatissima");
    }
  }

  @ParameterizedTest
  @CsvSource({", 5000", "2500, 2500", "10000, 10000", "25000, 25000"})
  void lengthsOnPaperAreTrueAtTheStatedScale(Integer wanted, int scale) throws IOException {
    byte[] bytes = sheet("?lang=en" + (wanted == null ? "" : "&scale=" + wanted));
    double longest = db.sql("""
        SELECT max(ST_Distance(a.geom::geography, b.geom::geography))
        FROM (SELECT (ST_DumpPoints(geom)).geom FROM plot WHERE id = :id) AS a, (SELECT (ST_DumpPoints(geom)).geom FROM plot WHERE id = :id) AS b""")
        .param("id", plot).query(Double.class).single();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(text(document, 1)).contains("Scale1:" + String.format(Locale.ENGLISH, "%,d", scale));
      double drawn = StrokedPath.longest(document.getPage(0), PlotMap.PLOT_COLOUR) * MM_PER_POINT;
      assertThat(drawn).as("millimetres").isCloseTo(longest * 1000 / scale, within(0.05));
    }
  }

  @Test
  void theSquareCodeIsTheLinkThatMakesTheSameSheetAgain() throws Exception {
    byte[] first = sheet("?lang=it");
    String link = code(first);
    assertThat(link).startsWith("http://localhost:" + port + "/api/plots/" + plot + "/sheet.pdf?lang=it&at=").contains("&snapshot=");
    assertThat(sheet("?lang=it")).as("as long as nothing changes").isEqualTo(first);
    ground.change("price_eur_m2 = 120, name = 'Altro nome'");
    assertThat(sheet("?lang=it")).isNotEqualTo(first);
    assertThat(Http.get(port, link).bytes()).as("byte for byte").isEqualTo(first);
  }

  @Test
  void aSheetThatCanNotBeMadeAgainSaysSo() throws IOException {
    try (PDDocument document = Loader.loadPDF(sheet("?lang=en&snapshot=0123456789abcdef"))) {
      assertThat(text(document, 1)).contains(plain("This sheet can no longer be made again exactly"), "0123456789abcdef");
    }
  }

  @Test
  void oddCharactersAreTextAndDoNoHarm() throws IOException {
    String odd = "<b>&amp; \"x\" ' </body><script>alert(1)</script> \uD83C\uDFED \u0001 漢字 ]]> " + "lungo".repeat(120);
    ground.change("name = :odd, code = 'PROVA-1', address = :odd, description_it = :odd, attachments = CAST(:json AS jsonb)", Map.of("odd", odd,
        "json", "[{\"title_it\": \"<i>&\", \"href\": \"javascript:alert(1)\", \"kind\": \"photo\"}, {\"title_it\": \"<i>Pianta\", \"href\": \"https://example.org/a.pdf\"}]"));
    try (PDDocument document = Loader.loadPDF(sheet("?lang=it"))) {
      String all = text(document, 0);
      assertThat(all).contains("<b>&amp;\"x\"'</body><script>alert(1)</script>", "<i>Pianta").doesNotContain("javascript:");
    }
    String svg = Http.get(port, "/api/plots/" + plot + "/map.svg").text();
    assertThat(svg).doesNotContain("<script", "<b>").startsWith("<svg");
    assertThat(Http.get(port, "/api/plots/" + plot + "/facts").text()).doesNotContain("javascript:");
  }

  @Test
  void someSheetsGoIntoOneFileInTheOrderAskedFor() throws IOException {
    List<Long> others = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND verified_on > current_date - 300 AND territory_code <> 'test-ground' ORDER BY id LIMIT 2")
        .query(Long.class).list();
    byte[] bytes = Http.get(port, "/api/plots/sheets.pdf?lang=it&ids=" + others.get(1) + "," + plot + "," + others.get(0)).bytes();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String all = text(document, 0);
      List<Integer> at = Stream.of(others.get(1), plot, others.get(0)).map(id -> all.indexOf(plain("&snapshot=" +
          Http.get(port, "/api/plots/" + id + "/facts?lang=it").json().path("snapshot").asString().substring(0, 16)))).toList();
      assertThat(at).doesNotContain(-1).isSorted();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Schede di 3 lotti");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"'' | 400 | for instance ids=12,15", "?ids=a | 400 | for instance", "?ids=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21 | 400 | at most 20",
      "?ids=999999998 | 404 | 999999998"})
  void aBatchThatCanNotBeMadeNamesTheCure(String query, int status, String cure) {
    Http.Answer answer = Http.get(port, "/api/plots/sheets.pdf" + query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("detail").asString()).contains(cure);
  }

  @Test
  void everyPlotHasAMapWhateverItsFrameCutsThrough() {
    List<Long> fresh = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND verified_on > current_date - 300 AND id % 11 = 0 ORDER BY id")
        .query(Long.class).list();
    assertThat(fresh).hasSizeGreaterThan(10);
    fresh.forEach(id -> assertThat(Http.get(port, "/api/plots/" + id + "/map.svg?scale=10000").text()).as("%d", id).startsWith("<svg").endsWith("</svg>"));
  }

  @Test
  void whoFindsNoPlaceIsToldWhenToComeBack() throws InterruptedException {
    SheetPlaces places = new SheetPlaces(1, Duration.ofMillis(10));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread first = new Thread(() -> places.make(() -> {
      taken.countDown();
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 1;
    }));
    first.start();
    taken.await();
    assertThatThrownBy(() -> places.make(() -> 2)).isInstanceOf(RefusedException.class).hasMessageContaining("try again in 10 seconds");
    done.countDown();
    first.join();
    assertThat(places.make(() -> 3)).isEqualTo(3);
  }

  private byte[] sheet(String query) {
    Http.Answer answer = Http.get(port, "/api/plots/" + plot + "/sheet.pdf" + query);
    assertThat(answer.status()).as(() -> answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    return answer.bytes();
  }

  /** Without white space, which layout decides about. @param page from 1; 0 for all */
  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    if (page > 0) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
    }
    return plain(stripper.getText(document));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  private static String code(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
      int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
          Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }
  }
}
