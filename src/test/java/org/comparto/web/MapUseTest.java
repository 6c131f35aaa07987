package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@BrowserTest
class MapUseTest {

  @Test
  void speaksTheOtherLanguageAtOnceAndInTheLink(Browser browser) {
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    assertThat(map.page().locator("#demonstration")).containsText("Dati dimostrativi, non ufficiali");
    map.button("EN").click();
    assertThat(map.page().locator("#demonstration")).containsText("Demonstration data, not official");
    assertThat(map.page().locator("#layers")).containsText("Industrial zones");
    assertThat(map.page().locator("html")).hasAttribute("lang", "en");
    assertTrue(map.view().contains("lang=en"), map.view());
  }

  @Test
  void readsTheRecordOfAPlotThatIsClicked(Browser browser) {
    JsonNode plot = somePlot(browser);
    double longitude = plot.path("point").path(0).asDouble();
    double latitude = plot.path("point").path(1).asDouble();
    MapPage map = MapPage.open(browser, at(latitude, longitude, 18) + "&layers=plot", Browser.DESKTOP).click(longitude, latitude);
    assertThat(map.record().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2))).hasText(plot.path("name").asString());
    assertThat(map.record()).containsText("Dato dimostrativo");
    assertThat(map.record()).containsText("Superficie fondiaria (SF)");
    assertThat(map.record()).containsText("m²");
    assertThat(map.record().locator("[data-attribute=zone_id]")).not().containsText("[0-9]{3}");
    assertTrue(map.view().contains("feature=plot/" + plot.path("id").asLong()), map.view());
    map.page().keyboard().press("Escape");
    assertThat(map.record()).isHidden();
  }

  @Test
  void findsAPlotByItsCodeAndShowsIt(Browser browser) {
    JsonNode plot = somePlot(browser);
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    Locator field = map.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Cerca"));
    field.fill(plot.path("code").asString());
    assertThat(map.found().first()).containsText(plot.path("code").asString());
    field.press("ArrowDown");
    field.press("Enter");
    assertThat(map.record()).containsText(plot.path("code").asString());
  }

  @Test
  void enterGoesToWhatIsWrittenAndAnEmptiedSearchSaysNothing(Browser browser) {
    String code = somePlot(browser).path("code").asString();
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    Locator field = map.page().locator("#search-field");
    field.fill("Montaletto");
    assertThat(map.found().first()).containsText("Montaletto");
    field.fill(code);
    field.press("Enter"); // its answer has still to come
    assertThat(map.record()).containsText(code);
    field.fill("qqzzqqzz");
    assertThat(map.page().locator(".search-note")).containsText("qqzzqqzz");
    map.page().locator(".search-clear").click();
    assertThat(map.page().locator(".search-note")).hasText("");
    assertThat(map.page().locator(".search-clear")).isHidden();
  }

  @Test
  void goesToCoordinatesTypedInEitherOrder(Browser browser) {
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    Locator field = map.page().locator("#search-field");
    field.fill("12,33 44,25");
    assertThat(map.found().first()).containsText("44,25000 N, 12,33000 E");
    field.press("Enter");
    map.page().waitForURL(url -> url.contains("at=44.25"));
  }

  @Test
  void aLinkBringsBackTheWholeView(Browser browser) {
    JsonNode plot = somePlot(browser);
    String view = at(plot.path("point").path(1).asDouble(), plot.path("point").path(0).asDouble(), 17)
        + "&lang=en&layers=plot:40,industrial_zone&list=plot&feature=plot/" + plot.path("id").asLong();
    MapPage map = MapPage.open(browser, view, Browser.DESKTOP);
    assertThat(map.record()).containsText(plot.path("name").asString());
    assertThat(map.list()).containsText("items in the view");
    assertThat(map.layer("Plots")).isChecked();
    assertThat(map.layer("Bottlenecks")).not().isChecked();
    assertEquals("40", map.page().locator("#opacity-plot").inputValue());
    assertTrue(map.view().contains("layers=plot:40,industrial_zone"), map.view());
  }

  @Test
  void theBackButtonGoesThroughPlaces(Browser browser) {
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    map.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Visite").setExact(true)).click();
    Locator tours = map.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1).setName("Visite").setExact(true));
    assertThat(tours).isVisible();
    map.page().goBack();
    assertThat(map.page().locator("#tours")).isHidden();
    map.page().goForward();
    assertThat(tours).isVisible();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aPlotIsReachedByKeyboardAloneAndFocusComesBack(int width, Browser browser) {
    JsonNode plot = somePlot(browser);
    MapPage map = MapPage.open(browser, at(plot.path("point").path(1).asDouble(), plot.path("point").path(0).asDouble(), 17), width);
    Page page = map.page();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(page.getByText("Vai all'elenco di ciò che mostra la mappa")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#list-button")).isFocused();
    page.keyboard().press("Enter");
    Locator first = map.list().getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.BUTTON).first();
    assertThat(first).isVisible();
    assertThat(map.list().locator(".panel-title")).isFocused();
    for (int presses = 0; presses < 12 && !isFocused(first); presses++) {
      page.keyboard().press("Tab");
    }
    assertThat(first).isFocused();
    page.keyboard().press("Enter");
    assertThat(map.record().locator(".panel-title")).isFocused();
    assertThat(map.record()).containsText("Superficie fondiaria");
    page.keyboard().press("Escape");
    assertThat(map.record()).isHidden();
    assertThat(first).isFocused();
    page.keyboard().press("Escape");
    assertThat(map.list()).isHidden();
    assertThat(page.locator("#list-button")).isFocused();
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theMapMovesAndZoomsByKeyboard(Browser browser) {
    MapPage map = MapPage.open(browser, "at=44.5,10.8,12&layers=", Browser.DESKTOP);
    map.page().locator("#map").focus();
    map.page().keyboard().press("+");
    map.page().waitForURL(url -> url.contains(",13&"));
    String before = map.view();
    map.page().keyboard().press("ArrowRight");
    map.page().waitForURL(url -> !url.endsWith(before));
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void theListPagesThroughTheViewAndOpensTheSameRecord(int width, Browser browser) {
    MapPage map = MapPage.open(browser, "list=plot&at=44.9,9.9,7", width);
    Locator rows = map.list().locator("tbody tr");
    assertThat(rows).hasCount(25);
    String first = rows.first().getAttribute("data-id");
    map.button("Pagina successiva").click();
    assertThat(rows.first()).not().hasAttribute("data-id", first);
    map.button("Pagina precedente").click();
    assertThat(rows.first()).hasAttribute("data-id", first);
    rows.first().getByRole(AriaRole.BUTTON).click();
    assertThat(map.record()).isVisible();
  }

  @Test
  void theMapStaysUsableOnAPhone(Browser browser) {
    MapPage map = MapPage.open(browser, "", Browser.PHONE);
    int overflow = (int) map.page().evaluate("() => document.documentElement.scrollWidth - screen.width");
    assertEquals(0, overflow, "the page scrolls sideways");
    for (Locator control : map.page().locator("#controls button:visible, .places a:visible, .languages button:visible, #account button:visible").all()) {
      assertTrue(control.boundingBox().width >= 43.5 && control.boundingBox().height >= 43.5, control.toString());
    }
    map.button("Livelli e legenda").click();
    assertThat(map.page().locator("#layers")).isVisible();
    assertTrue(map.page().locator("#layers").boundingBox().y > 180, "the sheet leaves nothing of the map");
  }

  @Test
  void saysSoWhenTheServerDoesNotAnswerAndTriesAgain(Browser browser) {
    JsonNode plot = somePlot(browser);
    MapPage map = MapPage.open(browser, "", Browser.DESKTOP);
    map.page().route("**/items/*", route -> route.abort());
    map.page().locator("#search-field").fill(plot.path("code").asString());
    map.found().first().click();
    assertThat(map.record().getByRole(AriaRole.ALERT)).containsText("non si può leggere");
    map.page().unroute("**/items/*");
    map.record().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Riprova")).click();
    assertThat(map.record()).containsText("Superficie fondiaria");
  }

  @Test
  void aPlaceThatDoesNotOpenSaysSoAndOpensWhenItIsAskedForAgain(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=", Browser.DESKTOP);
    map.page().route("**/js/plots/page.js", route -> route.abort());
    map.page().route("**/locales/plots.it.json", route -> route.abort());
    map.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lotti").setExact(true)).click();
    Locator plots = map.page().locator("#plots");
    for (String missing : List.of("**/js/plots/page.js", "**/locales/plots.it.json")) {
      assertThat(plots.getByRole(AriaRole.ALERT)).containsText("non si è aperta");
      map.page().unroute(missing);
      plots.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Riprova")).click();
    }
    assertThat(plots.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1))).isVisible();
  }

  private static boolean isFocused(Locator locator) {
    return (boolean) locator.evaluate("element => element === document.activeElement");
  }

  private static String at(double latitude, double longitude, int zoom) {
    return String.format(Locale.ROOT, "at=%.5f,%.5f,%d", latitude, longitude, zoom);
  }

  /** A plot as the search answers it. */
  private static JsonNode somePlot(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=", Browser.DESKTOP);
    String code = map.ask("/ogc/collections/plot/items?limit=1").path("features").path(0).path("properties").path("code").asString();
    JsonNode found = map.ask("/api/search?q=" + code + "&limit=5").path("items");
    map.page().close();
    for (JsonNode item : found) {
      if (item.path("layer").asString().equals("plot") && item.path("code").asString().equals(code)) {
        return item;
      }
    }
    throw new AssertionError("the search does not find " + code);
  }
}
