package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The census in figures and the networks of firms as their readers meet them: cards, charts that are tables, circles on the map, files, and a network with its firms. */
@BrowserTest
class DistrictPagesTest {

  private static final String MECHANICS = "Rete dimostrativa della meccanica cremonese";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void figuresAreReadByAreaAndByPropertyComparedSeenOnTheMapAndTakenAway(Browser browser) throws IOException {
    Page page = browser.open("/#place=census&of=cremona&lang=it", Browser.DESKTOP);
    assertThat(page.locator(".district-cards dt").first()).hasText("Imprese");
    assertThat(page.locator("#census")).containsText("dimostrativi");
    assertThat(page.locator(".district-bars caption")).hasText("Imprese");
    assertThat(page.locator(".overlay-limit")).not().hasCount(0);
    assertEquals(List.of(), AccessibilityTest.grave(page));
    settledTable(page);

    page.locator("#district-by").focus();
    page.selectOption("#district-by", "zone");
    assertThat(page.locator(".district-bars thead th").first()).hasText("Area produttiva");
    assertThat(page.locator("#district-by")).isFocused();
    page.selectOption("#district-chain", "mechanics");
    assertThat(page.locator(".district-bars caption")).containsText("Meccanica");
    assertThat(page).hasURL(Pattern.compile(".*by=zone.*chain=mechanics.*"));
    Download table = page.waitForDownload(() -> page.locator("#census a[href*='statistics.csv']").click());
    assertTrue(table.suggestedFilename().startsWith("comparto_census_cremona_zone_firms"), table.suggestedFilename());
    String text = Files.readString(table.path());
    assertTrue(text.contains("Meccanica") && text.contains("Fonte:") && text.contains("Dati dimostrativi, non ufficiali"), text);
    Download workbook = page.waitForDownload(() -> page.locator("#census a[href*='statistics.xlsx']").click());
    assertTrue(workbook.suggestedFilename().endsWith(".xlsx"));

    page.reload();
    assertThat(page.locator(".district-bars caption")).containsText("Meccanica");
    page.selectOption("#district-beside", "all");
    page.selectOption("#district-by", "ateco_division");
    Locator compared = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Aree a confronto"));
    assertThat(compared.locator("th[scope=col]")).hasCount(2);
    assertThat(page.locator(".district-bars thead th").first()).hasText("Divisione ATECO");
    assertThat(page.locator(".overlay-limit")).hasCount(0);
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @ParameterizedTest
  @CsvSource({"en, Employees, under 5", "it, Addetti, meno di 5"})
  void onAPhoneNothingScrollsSidewaysAndTheKeyboardReachesEverything(String language, String employees, String few, Browser browser) {
    Page page = browser.open("/#place=census&of=fiorano&by=production_chain&lang=" + language, Browser.PHONE);
    settledTable(page);
    assertThat(page.locator(".district-cards dt").nth(1)).containsText(employees);
    assertThat(page.locator(".district-bars tbody").getByText(few).first()).isVisible();
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.locator("#district-measure").focus();
    for (String next : List.of(".district-bars", "statistics.csv", "statistics.xlsx")) {
      page.keyboard().press("Tab");
      assertEquals(true, page.evaluate("name => name.startsWith('.') ? Boolean(document.activeElement.querySelector(name)) : document.activeElement.href.includes(name)", next), next);
    }
    page.locator("#census .side-tabs button").nth(1).press("Enter");
    page.locator(".side-card").first().press("Enter");
    assertThat(page.locator(".district-members")).isVisible();
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aNetworkIsFoundShowsItsFirmsOnTheMapAndStandsOnTheirPages(Browser browser) {
    Page page = browser.open("/#place=census&view=networks&lang=it", Browser.DESKTOP);
    page.locator("#networks-words").fill("meccanica");
    page.locator("#networks-words").press("Enter");
    assertThat(page.locator(".side-card")).hasCount(1);
    page.locator(".side-card").press("Enter");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(MECHANICS))).isVisible();
    int named = page.locator(".district-members li").count();
    assertThat(page.locator(".leaflet-overlay-pane path")).not().hasCount(0);
    assertThat(page.locator("#census")).containsText("meno di 5, o nessuna");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertTrue(named > 0);
    Download points = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GeoJSON")).click());
    assertTrue(points.suggestedFilename().endsWith(".geojson"));

    String firm = page.locator(".district-members button").first().textContent();
    page.locator(".district-members button").first().click();
    assertThat(page.locator("#feature")).containsText(firm);
    Locator back = page.locator(".feature-networks").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(MECHANICS));
    assertThat(back).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    back.click();
    assertThat(page).hasURL(Pattern.compile(".*place=census.*view=networks.*item=\\d+.*"));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void theDeskSeesExactFiguresThatAreMarkedSoAndInTheirFiles(Browser browser) throws IOException {
    Page page = DeskPage.openAs(new People(db, port), "desk", browser, "place=census&of=cremona&by=production_chain&lang=it", Browser.DESKTOP).page();
    settledTable(page);
    page.locator("#district-exact").check();
    assertThat(page.locator("#census .side-notice.is-warning").filter(new Locator.FilterOptions().setHasText("Cifre esatte"))).isVisible();
    assertThat(page.locator(".district-bars tbody")).not().containsText("meno di 5");
    assertThat(page.locator("#district-exact")).isFocused();
    Download table = page.waitForDownload(() -> page.locator("#census a[href*='statistics.csv']").click());
    assertTrue(table.suggestedFilename().contains("_exact"), table.suggestedFilename());
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
  }

  private static void settledTable(Page page) {
    assertThat(page.locator(".district-bars tbody tr").first()).isVisible();
  }
}
