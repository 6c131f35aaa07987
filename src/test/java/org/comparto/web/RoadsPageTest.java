package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.demo.DemonstrationRoads;
import org.comparto.network.FixtureRoads;
import org.comparto.network.Roads;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Directions and reachable areas on the demonstration's roads, by keyboard, by pointer and on a phone. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadsPageTest {

  private static final String FROM_PORT_TO_CASALMAGGIORE =
      "/#place=roads&route=9.98500,45.13900%3B10.41500,44.98800&names=Porto%7CCasalmaggiore&profile=truck";

  @Autowired JdbcClient db;
  @Autowired Roads roads;

  @BeforeAll
  void theDemonstrationsRoads(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("roads.osm.gz");
    DemonstrationRoads.write(file, 1);
    FixtureRoads.use(roads, file);
  }

  @AfterAll
  void asItWas() {
    FixtureRoads.restore(roads);
  }

  @Test
  void directionsAreFoundByKeyboardAlone(Browser browser) {
    Page page = browser.open("/#place=roads&lang=it", Browser.DESKTOP);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Strade e tempi"))).isVisible();
    assertThat(result(page)).containsText("Scelga partenza e arrivo");
    Locator start = page.getByLabel("Partenza", new Page.GetByLabelOptions().setExact(true));
    start.fill("Stazione di Cremona");
    start.press("Enter");
    Locator found = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Risultati per Partenza"));
    found.getByRole(AriaRole.BUTTON).first().press("Enter");
    assertThat(start).hasValue("Stazione di Cremona");
    assertThat(start).isFocused();
    Locator destination = page.getByLabel("Arrivo", new Page.GetByLabelOptions().setExact(true));
    destination.fill("44.988, 10.415");
    destination.press("Enter");
    assertThat(result(page).locator(".roads-sum")).containsText(Pattern.compile("min\\s.*km", Pattern.DOTALL));
    Locator steps = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Indicazioni passo per passo")).getByRole(AriaRole.BUTTON);
    assertTrue(steps.count() > 3, "there are turns");
    assertThat(steps.last()).containsText("destinazione");
    steps.nth(1).focus();
    assertThat(page.locator(".leaflet-overlay-pane path")).hasCount(4); // the way and the step, each with its white edge
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Sposta dopo: Partenza").press("Enter");
    assertThat(page.getByLabel("Arrivo", new Page.GetByLabelOptions().setExact(true))).hasValue("Stazione di Cremona");
    assertTrue(page.evaluate("() => document.activeElement.closest('[data-stop=\"1\"]') !== null").equals(true), "the focus goes with the stop");
    page.getByLabel("Mezzo", new Page.GetByLabelOptions().setExact(true)).selectOption("walk");
    assertThat(result(page).locator(".roads-sum")).containsText("A piedi");
    assertTrue(page.url().contains("profile=walk"), page.url());
    page.goBack();
    assertThat(result(page).locator(".roads-sum")).containsText("Autoarticolato");
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void aWayOpensFromItsLinkOnAPhoneAndIsTakenAlong(Browser browser) {
    Page page = browser.open(FROM_PORT_TO_CASALMAGGIORE + "&lang=en", Browser.PHONE);
    assertThat(result(page).locator(".roads-sum")).containsText("Articulated lorry");
    assertThat(page.getByLabel("Start", new Page.GetByLabelOptions().setExact(true))).hasValue("Porto");
    assertThat(result(page)).containsText("Road network");
    Locator gpx = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GPX"));
    String file = page.request().get(browser.origin() + gpx.getAttribute("href").substring(1)).text();
    assertTrue(file.contains("<gpx") && file.contains("trkpt"), file);
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    page.getByText("Size of the vehicle and time of the trip").click();
    assertThat(page.getByLabel("Time of the trip")).isVisible();
    assertEquals(0, page.locator(".roads-panel").evaluate("panel => panel.scrollWidth - panel.clientWidth"), "the panel scrolls sideways");
    page.getByText("Size of the vehicle and time of the trip").click();
    button(page, "Map").click();
    assertThat(page.locator(".roads-panel")).isHidden();
    assertThat(page.locator(".leaflet-overlay-pane path")).hasCount(2);

    button(page, "Way").click();
    button(page, "Reachable area").click();
    Locator table = page.getByRole(AriaRole.TABLE);
    assertThat(table.locator("tbody tr")).hasCount(2);
    page.getByLabel("45 minutes").check();
    assertThat(table.locator("tbody tr")).hasCount(3);
    assertThat(table).containsText("not known");
    assertThat(page.locator(".overlay-limit")).hasCount(3);
    page.getByLabel("Other minutes").fill("0");
    button(page, "Add").click();
    assertThat(page.getByLabel("Other minutes")).hasAttribute("aria-invalid", "true");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    Locator csv = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"));
    assertEquals(4, page.request().get(browser.origin() + csv.getAttribute("href").substring(1)).text().lines().count());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void whatHoldsAtCertainHoursIsAskedForAtTheTimeOfTheTrip(Browser browser) {
    Page page = browser.open(FROM_PORT_TO_CASALMAGGIORE + "&lang=it", Browser.DESKTOP);
    assertThat(result(page).locator(".roads-sum")).containsText("km");
    Locator gpx = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GPX"));
    assertThat(gpx).not().hasAttribute("href", Pattern.compile("at="));
    page.getByText("Dimensioni del mezzo e ora del viaggio").click();
    Locator time = page.getByLabel("Ora del viaggio", new Page.GetByLabelOptions().setExact(true));
    assertThat(time).hasAccessibleDescription(Pattern.compile("restrizioni limitate a certe ore contano come in vigore"));
    time.fill("2026-11-23T08:00");
    time.blur();
    assertThat(page.locator(".roads-sizes-set")).hasText(Pattern.compile("23/11/26, 08:00"));
    assertThat(gpx).hasAttribute("href", Pattern.compile("[?&]at=2026-11-23T08%3A00&"));
    assertEquals(200, page.request().get(browser.origin() + gpx.getAttribute("href").substring(1)).status());
    page.waitForURL(Pattern.compile("when=2026-11-23T08:00"));
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.reload();
    assertThat(gpx).hasAttribute("href", Pattern.compile("[?&]at=2026-11-23T08%3A00&"));
    button(page, "Area raggiungibile").click();
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"))).hasAttribute("href", Pattern.compile("[?&]at=2026-11-23T08%3A00&"));
    page.getByText("Dimensioni del mezzo e ora del viaggio").click();
    time.fill("");
    time.blur();
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"))).not().hasAttribute("href", Pattern.compile("at="));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aRecordOnTheMapLeadsToItsDirectionsAndAPlaceWithoutRoadsIsSaid(Browser browser) {
    long gateway = db.sql("SELECT id FROM gateway WHERE code = 'GW-CR-15'").query(Long.class).single();
    Page page = browser.open("/#lang=it&feature=gateway/" + gateway, Browser.DESKTOP);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Indicazioni da qui")).click();
    assertThat(page.getByLabel("Partenza", new Page.GetByLabelOptions().setExact(true))).hasValue("Porto canale di Cremona");
    Locator destination = page.getByLabel("Arrivo", new Page.GetByLabelOptions().setExact(true));
    destination.fill("45.9, 12.0");
    destination.press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nessun dato stradale");
    assertThat(page.locator(".leaflet-overlay-pane path")).hasCount(0);

    destination.fill("44.988, 10.415");
    destination.press("Enter");
    assertThat(result(page).locator(".roads-sum")).containsText("km");
    page.waitForURL(Pattern.compile("at=45\\.\\d+,10\\.")); // the map has come to the way
    button(page, "Scegli sulla mappa: Arrivo").click();
    assertThat(page.locator(".roads-pick")).containsText("barra spaziatrice");
    assertThat(page.locator("#map.is-drawing")).isVisible(); // what reads the keys has come
    page.locator("#map").press("Space");
    assertThat(page.locator(".roads-pick")).isHidden();
    assertThat(destination).hasValue(Pattern.compile("45,\\d{5} N, 10,\\d{5} E"));
    assertThat(destination).isFocused();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mappa").setExact(true)).click();
    assertThat(page.locator(".leaflet-overlay-pane path")).hasCount(0);
  }

  private static Locator result(Page page) {
    return page.locator(".roads-result");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
