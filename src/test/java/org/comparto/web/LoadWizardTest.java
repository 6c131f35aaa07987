package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file on its way from the desk's computer to the map, and back. */
@BrowserTest
class LoadWizardTest {

  private static final String LAYER = "wizard_benches";
  private static final Files FILES = new Files();

  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void knowPeople() {
    people = new People(db, port);
  }

  @AfterEach
  void forgetPeople() {
    people.remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aGeoJsonFileBecomesALayerAndIsTakenBack(int width, Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "admin", browser, "place=data&load=new&lang=it", width);
    send(desk, "wizard_benches.geojson", FILES.benches());
    desk.page().locator("#target-layer").selectOption("*");
    desk.page().getByLabel("Identificativo").fill(LAYER + width);
    desk.page().locator("#to-mapping").click();
    desk.button("Controlla i dati").click();
    assertThat(desk.page().locator(".figures")).containsText("Si possono caricare2");
    assertThat(desk.content()).containsText("Contorno che si incrocia");

    desk.page().locator(".problem-rows .link-button").first().click();
    Locator marks = desk.page().locator("#load-rows");
    assertThat(marks).containsText("Riga 3: Contorno che si incrocia");
    desk.page().reload();
    assertThat(marks).containsText("Riga 3: Contorno che si incrocia");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    marks.locator(".marks-back").click();

    desk.page().getByLabel("Ripara queste geometrie").check();
    assertThat(desk.page().locator(".figures")).containsText("Si possono caricare3");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    desk.page().locator("#to-difference").click();
    assertThat(desk.page().locator(".rows-table tbody tr")).hasCount(3);
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    desk.page().locator("#apply-load").click();
    assertThat(desk.content()).containsText("Il caricamento è nel livello");
    assertTrue(isLayer(desk, LAYER + width));

    desk.page().getByLabel("Titolo in inglese").fill("Benches");
    desk.button("Salva l'aspetto").click();
    assertThat(desk.content()).containsText("Salvato.");
    desk.page().locator("#offer-rollback").click();
    desk.answer("Ripristina").click();
    assertThat(desk.content()).containsText("I dati sono di nuovo com'erano prima");
    assertFalse(isLayer(desk, LAYER + width));
    assertEquals(0, desk.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aTableWithoutReferenceSystemIsAskedForItAndItsValuesAreExplained(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "admin", browser, "place=data&load=new&lang=it", Browser.DESKTOP);
    send(desk, "lotti.csv", FILES.plots());
    assertThat(desk.content()).containsText("Il file non dice in quale sistema sono le coordinate");
    assertThat(desk.page().locator("#to-mapping")).isDisabled();
    desk.page().getByLabel("Cerca per codice o nome").fill("7792");
    desk.page().getByLabel("EPSG:7792").check();
    desk.page().locator("#target-layer").selectOption("plot");
    desk.page().reload();
    assertThat(desk.page().locator("#target-layer")).hasValue("plot");
    desk.page().locator("#to-mapping").click();
    assertThat(desk.page().locator("select[data-target=code]")).hasValue("CODICE");
    assertThat(desk.page().locator("select[data-target=status]")).hasValue("STATO");
    desk.button("Controlla i dati").click();
    assertThat(desk.content()).containsText("Valore fuori dall'elenco previsto");
    desk.button("Correggi i campi").click();
    desk.page().getByLabel("Significato di «sfitto»").selectOption("available");
    desk.button("Controlla i dati").click();
    assertThat(desk.content()).containsText("Nessuna riga è stata scartata.");
    desk.page().locator("#to-difference").click();
    assertThat(desk.page().locator(".rows-table")).containsText("WIZ-1");
    desk.button("Scarta").click();
    desk.answer("Scarta il caricamento").click();
    assertThat(desk.content()).containsText("Carica un file");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aFileThatIsNoneOfTheFormatsIsRefusedInWords(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "desk", browser, "place=data&load=new&lang=it", Browser.DESKTOP);
    desk.page().locator("#load-file").setInputFiles(new FilePayload("photo.geojson", "application/octet-stream", new byte[] {1, 2, 3, 4}));
    assertThat(desk.content()).containsText("photo.geojson non si può caricare");
    assertThat(desk.page().locator(".drop-zone")).isVisible();
  }

  private static void send(DeskPage desk, String name, String text) {
    desk.page().locator("#load-file").setInputFiles(new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8)));
    desk.page().waitForSelector("#to-mapping");
  }

  private static boolean isLayer(DeskPage desk, String id) {
    return (boolean) desk.page().evaluate("id => fetch('/api/layers').then(a => a.json()).then(c => c.layers.some(l => l.id === id))", id);
  }

  /** The files of these tests. */
  private static final class Files {

    /** Three squares; the third one's outline crosses itself. */
    String benches() {
      return "{\"type\":\"FeatureCollection\",\"features\":[" + square("B-1", 12.330, false) + "," + square("B-2", 12.332, false) + "," + square("B-3", 12.334, true) + "]}";
    }

    private static String square(String code, double west, boolean crossed) {
      double east = west + 0.001;
      double[][] ring = crossed
          ? new double[][] {{west, 44.250}, {east, 44.251}, {east, 44.250}, {west, 44.251}, {west, 44.250}}
          : new double[][] {{west, 44.250}, {east, 44.250}, {east, 44.251}, {west, 44.251}, {west, 44.250}};
      return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\",\"name\":\"Panca " + code + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
          + java.util.Arrays.deepToString(ring) + "]}}";
    }

    /** Two plots as WKT in RDN2008 / UTM 33N, with semicolons, decimal commas and a value of the sender's own. */
    String plots() {
      return "CODICE;NOME;STATO;SUPERFICIE;WKT\n" + plot("WIZ-1", "Disponibile", 286800) + plot("WIZ-2", "sfitto", 286900);
    }

    private static String plot(String code, String status, int east) {
      return code + ";Lotto " + code + ";" + status + ";2500,5;POLYGON ((" + east + " 4903000, " + (east + 50) + " 4903000, " + (east + 50) + " 4903050, "
          + east + " 4903050, " + east + " 4903000))\n";
    }
  }
}
