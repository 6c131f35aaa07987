package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.PlotGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of a plot as people use it: wide and narrow, in both languages, by keyboard. */
@BrowserTest
class PlotPageTest {

  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  private PlotGround ground;
  private long plot;

  @BeforeEach
  void aPlot() {
    ground = new PlotGround(db, transactions);
    plot = ground.make();
    ground.put("flood_hazard", "Piana di prova", "{\"hazard_class\": \"P2\"}", "POLYGON((10.499 46.199, 10.5015 46.199, 10.5015 46.203, 10.499 46.203, 10.499 46.199))");
  }

  @AfterEach
  void nothingStays() {
    ground.clear();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1440 | it | Verifica dei vincoli | Pericolosità idraulica | nessun dato caricato | Tutti i campi | Non noto",
      "360 | en | Constraint check | Flood hazard | no data loaded | All fields | Not known"})
  void everythingKnownIsThereAndWhatIsNotKnownIsSaid(int width, String language, String check, String flood, String noData, String fields, String unknown, Browser browser) {
    Page page = open(browser, width, language);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName("Lotto di prova"))).isVisible();
    Locator checks = region(page, check);
    assertThat(checks.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(flood))).containsText(Pattern.compile("%.*P2.*Piana di prova", Pattern.DOTALL));
    assertThat(checks).containsText(noData);
    assertThat(region(page, fields)).containsText(unknown);
    assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("Lotto di prova")))).isVisible();
    assertTrue((Boolean) page.evaluate("() => document.querySelector('.plot-map img').decode().then(() => true)"), "the map is drawn");
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void aSheetAStarAQuestionAndTheMapAreOneStepAway(Browser browser) {
    Page page = open(browser, Browser.DESKTOP, "it");
    Locator sheet = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scheda PDF in inglese"));
    APIResponse answer = page.request().get(browser.origin() + sheet.getAttribute("href").substring(1));
    assertEquals("application/pdf", answer.headers().get("content-type"));
    Locator star = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("In selezione: Lotto di prova"));
    star.click();
    assertThat(star).hasAttribute("aria-pressed", "true");
    assertTrue(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Confronta")).getAttribute("href").contains("plots=" + plot));

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chiedi allo sportello")).click();
    assertThat(page.locator(".chip")).containsText("PROVA-1");
    page.goBack();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mostra sulla mappa")).click();
    assertThat(page.locator("#feature .panel-title")).hasText("Lotto di prova");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pagina del lotto")).click();
    assertThat(page.locator("#plot h1")).hasText("Lotto di prova");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theKeyboardReachesEveryActionAndTheFocusFollows(Browser browser) {
    Page page = browser.open("/#place=map&lang=en&feature=plot/" + plot, Browser.PHONE);
    Locator open = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Page of the plot"));
    open.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#plot h1")).isFocused();
    for (String action : List.of("Fact sheet (PDF) in English", "Fact sheet (PDF) in Italian", "Shortlist", "Compare", "Ask the desk", "Show on the map", "Directions from here", "Reachable from here", "Copy the link", "Print", "Open data")) {
      page.keyboard().press("Tab");
      String focused = (String) page.evaluate("() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
      assertTrue(action.equals("Shortlist") ? focused.contains("Lotto di prova") : focused.trim().equals(action), action + " is " + focused);
    }
  }

  @Test
  void aPlotThatIsWithdrawnOrGoneSaysSo(Browser browser) {
    ground.change("verified_on = current_date - 400");
    Page page = browser.open("/#place=plot&lang=it&plot=" + plot, Browser.PHONE);
    assertThat(page.locator("#plot")).containsText("Questo lotto è ritirato");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chiedi allo sportello"))).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertThat(browser.open("/#place=plot&lang=en&plot=999999998", Browser.DESKTOP).locator("#plot")).containsText("There is no such plot");
  }

  private Page open(Browser browser, int width, String language) {
    Page page = browser.open("/#place=plot&lang=" + language + "&plot=" + plot, width);
    page.waitForSelector("#plot .plot-origin");
    return page;
  }

  private static Locator region(Page page, String name) {
    return page.locator("#plot section.plot-part").filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING,
        new Page.GetByRoleOptions().setLevel(2).setName(name))));
  }
}
