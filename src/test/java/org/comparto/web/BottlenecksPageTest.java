package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comparto.bottleneck.DemonstrationGraph;
import org.comparto.network.FixtureRoads;
import org.comparto.network.Roads;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The place Bottlenecks: what is listed is on the map, what is supposed is computed, what is reported arrives. */
@BrowserTest
class BottlenecksPageTest {

  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Roads roads;

  @BeforeEach
  void theDemonstrationsRoadsAreInUse() {
    FixtureRoads.use(roads, DemonstrationGraph.file());
  }

  @AfterEach
  void nothingStays() {
    FixtureRoads.restore(roads);
    transactions.executeWithoutResult(transaction -> {
      db.sql("DELETE FROM bottleneck WHERE code LIKE 'S-%'").update();
      db.sql("DELETE FROM bottleneck_report").update();
      db.sql("DELETE FROM source_attempt").update();
    });
  }

  @Test
  void theRegisterIsFilteredShownOnItsRoadRankedAndSupposedAway(Browser browser) {
    long bridges = db.sql("SELECT count(*) FROM bottleneck WHERE publication_status = 'published' AND bottleneck_type = 'bridge'").query(Long.class).single();
    Page page = browser.open("/#place=bottlenecks&lang=it", Browser.DESKTOP);
    assertThat(page.locator(".bn-card").first()).isVisible();
    page.getByText("Filtri", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Ponte", new Page.GetByLabelOptions().setExact(true)).check();
    assertThat(page.locator(".bn-card")).hasCount((int) bridges);
    assertThat(page.locator(".bn-count")).hasText(bridges + " colli di bottiglia");
    assertThat(page).hasURL(Pattern.compile(".*bn=type:bridge.*"));

    button(page, "Ponte di ferro sul Po a Cremona").click();
    assertThat(page.locator(".bn-road")).containsText("massa massima 40 t");
    assertThat(page.locator("#feature")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Effetto").click();
    assertThat(page.locator(".bn-ranking .bn-card").filter(new Locator.FilterOptions().setHasText("Ponte di ferro")).first()).containsText("min risparmiati");
    page.locator(".bn-ranking .bn-card").filter(new Locator.FilterOptions().setHasText("Ponte di ferro")).first()
        .getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("In totale"))).containsText("Lotti");
    assertThat(page.locator(".bn-table").last()).containsText("min");
    assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Legenda della mappa"))).containsText("guadagna almeno 10 min");
    assertThat(page).hasURL(Pattern.compile(".*fix=\\d+.*"));
    page.waitForDownload(() -> button(page, "Excel").click());
    assertEquals(List.of(), AccessibilityTest.grave(page));

    page.reload();
    assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("In totale"))).containsText("Lotti");
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void whoStandsBeforeABottleneckReportsItByPhone(Browser browser) {
    Page page = browser.open("/#place=bottlenecks&show=report&lang=it&at=45.14000,10.03000,15", Browser.PHONE);
    button(page, "Invia la segnalazione").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Manca il luogo");
    button(page, "Prendi il centro della mappa").click();
    page.getByLabel("Tipo", new Page.GetByLabelOptions().setExact(true)).selectOption("road_limit");
    page.locator("#bn-report-description").fill("Sottopasso basso: gli autocarri tornano indietro.");
    for (String language : List.of("EN", "IT")) { // what is written stays
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language).setExact(true)).click();
      assertThat(page.locator("html")).hasAttribute("lang", language.toLowerCase(Locale.ROOT));
      assertThat(page.locator("#bn-report-description")).hasValue("Sottopasso basso: gli autocarri tornano indietro.");
      assertThat(page.locator("#bn-report-type")).hasValue("road_limit");
    }
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    page.locator("#bn-report-consent").check();
    page.waitForTimeout(1_000); // nobody fills it in faster, and the form says so
    button(page, "Invia la segnalazione").click();
    assertThat(page.locator(".bn-thanks")).containsText("Numero S-");
    assertEquals("road_limit", db.sql("SELECT bottleneck_type FROM bottleneck WHERE code LIKE 'S-%' AND publication_status = 'submitted'").query(String.class).single());
    button(page, "Mappa").click();
    assertThat(page.locator("#map")).isVisible();
    assertEquals(List.of(), browser.complaints());
  }

  private static Locator button(Page page, String name) {
    return page.locator("#bottlenecks").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
