package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.demo.DemonstrationRoads;
import org.comparto.network.FixtureRoads;
import org.comparto.network.Roads;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The place Tours as an organiser meets it: from an empty page to a programme that is changed by hand, saved, shared and taken along; at a desk and on a phone. */
@BrowserTest
class ToursPageTest {

  private static final String HERE = "&at=45.13300,10.02200,12";

  @Autowired Roads roads;
  @Autowired JdbcClient db;

  @BeforeEach
  void theDemonstrationsRoads(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("roads.osm.gz");
    DemonstrationRoads.write(file, 1);
    FixtureRoads.use(roads, file);
  }

  @AfterEach
  void nothingStays() {
    FixtureRoads.restore(roads);
    db.sql("DELETE FROM tour WHERE name LIKE 'Prova %'").update();
  }

  @Test
  void aThemeRouteIsReadOnAPhoneAndBecomesOnesOwnTour(Browser browser) {
    Page page = browser.open("/#place=tours&view=themes&lang=it" + HERE, Browser.PHONE);
    assertThat(page.getByAltText("Disegno: un violino davanti al fiume, con pioppi, una chiatta e una gru")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.getByText("Dal liutaio al Po (dimostrazione)").press("Enter");
    assertThat(page.locator(".theme-stops > li")).hasCount(4);
    assertThat(page.locator(".overlay-tour span")).hasCount(4);
    assertThat(page.locator(".side-facts")).containsText("km");
    assertThat(page.locator("[data-view=themes] h2")).isFocused();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    button(page, "Fanne il mio giro").click();
    assertThat(page.locator(".tour-steps")).containsText("Tappe (4)");
  }

  @Test
  void fromAnEmptyPageToAProgrammeThatIsChangedSavedSharedAndTakenAlong(Browser browser) throws IOException {
    Page page = browser.open("/#place=tours&lang=it" + HERE, Browser.DESKTOP);
    page.getByLabel("Partenza da", new Page.GetByLabelOptions().setExact(true)).fill("45.133, 10.022");
    page.keyboard().press("Enter");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, "Avanti: le tappe").click();
    choose(page, 5);
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, "Calcola il programma").click();

    assertThat(page.locator("#tour-plan-again")).isVisible();
    assertThat(page.locator(".tour-said")).containsText(Pattern.compile("\\d tapp[ae] su 5 · tutti gli orari tornano"));
    assertThat(page.locator(".overlay-tour span").first()).isVisible();
    assertThat(page.locator(".tour-row .tour-clock").first()).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    assertEquals(List.of(), AccessibilityTest.grave(page));

    List<String> planned = order(page);
    assertTrue(planned.size() >= 2, "too few stops to be moved: " + planned);
    Locator grip = page.locator("[data-stop='" + planned.get(0) + "'] [data-does=drag]");
    grip.focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Space");
    assertThat(page.locator("[data-stop]").nth(1)).hasAttribute("data-stop", planned.get(0));
    assertThat(page.locator(".tour-timetables[aria-busy=false]")).isVisible();
    assertNotEquals(planned, order(page));
    button(page, "Annulla l'ultima modifica").click();
    assertThat(page.locator("[data-stop]").first()).hasAttribute("data-stop", planned.get(0));
    assertThat(page.locator(".tour-said")).containsText("tutti gli orari tornano");

    page.locator("[id^=tour-edit-]").first().click();
    page.locator("[id^=tour-pin-]").first().fill("06:15");
    page.keyboard().press("Enter");
    assertThat(page.locator(".tour-row.is-wrong .tour-violation").first()).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, "Annulla l'ultima modifica").click();
    assertThat(page.locator(".tour-violation")).hasCount(0);

    int rows = planned.size();
    button(page, "Lascia fuori").first().click(); // of the row that is still open
    assertThat(page.locator("[data-stop]")).hasCount(rows - 1);
    Locator fits = page.locator(".tour-ways button").filter(new Locator.FilterOptions().setHasText("ci sta così com'è")).first();
    assertThat(fits).isVisible(); // asked for anew, without another search
    assertEquals(List.of(), AccessibilityTest.grave(page));
    fits.click();
    assertThat(page.locator("[data-stop]")).hasCount(rows);
    button(page, "Annulla l'ultima modifica").click();
    assertThat(page.locator("[data-stop]")).hasCount(rows - 1);
    button(page, "Annulla l'ultima modifica").click();
    assertThat(page.locator("[data-stop]").first()).hasAttribute("data-stop", planned.get(0));
    assertThat(page.locator(".tour-timetables[aria-busy=false]")).isVisible();

    Download track = page.waitForDownload(() -> button(page, "Traccia (GPX)").click());
    assertTrue(Files.readString(track.path(), StandardCharsets.UTF_8).contains("<gpx"));

    button(page, "Salva").click();
    assertThat(page.locator(".tour-keeping .tour-trouble")).hasText(Pattern.compile("Dia un nome al giro"));
    assertThat(page.getByLabel("Nome del giro")).isFocused();
    page.getByLabel("Nome del giro").fill("Prova dell'organizzatore");
    button(page, "Salva").click();
    assertThat(page).hasURL(Pattern.compile(".*tour=\\d+$"));
    assertThat(page.getByText("Foglio per ogni ospite", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertThat(button(page, "Segna come richiesto")).isVisible();
    page.getByText("Condividi", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Crea un link").click();
    assertThat(page.getByLabel("Link da leggere")).hasValue(Pattern.compile(".*/tour\\.html\\?t=.+"));
    String link = page.getByLabel("Link da leggere").inputValue();

    page.reload();
    assertThat(page.locator("#tour-plan-again")).isVisible();
    assertEquals(planned, order(page));

    button(page, "Duplica").click(); // beside it another one is composed, which is not lost
    assertThat(page.getByLabel("Nome del giro")).hasValue(Pattern.compile(".*Prova dell'organizzatore.*"));
    button(page, "Giri salvati").click();
    assertThat(page.locator(".tour-saved")).hasCount(2);
    page.locator(".tour-saved .side-card").filter(new Locator.FilterOptions().setHasNotText("Non ancora salvato")).click();
    assertThat(button(page, "Segna come richiesto")).isVisible();
    page.locator(".tour-keeping").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Nuovo giro")).click();
    assertThat(page.getByText("Riprende da dove aveva lasciato")).isVisible();

    page.navigate(link);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Adesso"))).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("EN").setExact(true)).click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Call"))).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*&lang=en$"));
    page.navigate(link);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Call"))).isVisible(); // it stays chosen on this device
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void onAPhoneAPlanIsMadeTakenUpAgainAndFoundAmongTheSavedOnes(Browser browser) {
    Page page = browser.open("/#place=tours&lang=en" + HERE, Browser.PHONE);
    page.getByLabel("Start from", new Page.GetByLabelOptions().setExact(true)).fill("45.133, 10.022");
    page.keyboard().press("Enter");
    button(page, "Next: the stops").click();
    choose(page, 2);
    page.locator("[id^=tour-more-]").first().click();
    page.locator("[id^=tour-from-]").first().fill("06:00"); // of one end only, and the field is left by pressing the button
    button(page, "Make the programme").click();
    assertThat(page.locator(".tour-said")).containsText("stops of 2");
    assertThat(page.locator("#tour-plan-again")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    button(page, "Show the map").click();
    assertThat(page.locator("#tours .side-panel")).isHidden();
    assertThat(page.locator(".overlay-tour span").first()).isVisible();
    button(page, "Show the panel").click();
    assertThat(page.locator(".tour-keeping")).containsText("Kept in this browser");

    button(page, "Saved tours").click();
    assertThat(page.locator(".tour-saved")).containsText("Not saved yet");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.locator(".tour-saved .side-card").click();
    assertThat(page.locator("#tour-plan-again")).isVisible();
    assertThat(page.locator(".tour-timetables[aria-busy=false]")).isVisible();
    browser.settle(page); // the draft is timed anew
    assertThat(page.locator("[data-stop]").first()).isVisible();
    assertEquals(List.of(), browser.complaints());
  }

  private static void choose(Page page, int stops) {
    Locator add = page.locator(".tour-picker > .tour-hosts button.tour-add");
    assertThat(add.first()).isVisible();
    for (int i = 1; i <= stops; i++) {
      add.first().click();
      assertThat(page.locator(".tour-chosen-stop")).hasCount(i);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> order(Page page) {
    return (List<String>) page.locator("[data-stop]").evaluateAll("rows => rows.map(row => row.dataset.stop)");
  }

  private static Locator button(Page page, String name) {
    return page.locator("#tours").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
