package org.comparto.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@BrowserTest
class MapDrawingTest {

  @ParameterizedTest
  @CsvSource({"industrial_zone, Aree produttive", "plot, Lotti", "logistics_zone, Zone logistiche", "energy_area, Aree per l'energia",
      "bottleneck, Colli di bottiglia"})
  void drawsEachCoreLayerWhereItsFirstFeatureLies(String layer, String title, Browser browser) {
    MapPage map = MapPage.open(browser, "layers=&at=" + middleOfFirst(layer, browser) + ",16", Browser.DESKTOP).remember();
    assertEquals(0, map.drawn().changedPixels(), "the map repaints itself differently");
    map.layer(title).check();
    assertTrue(map.drawn().changedPixels() > 60, layer + " is not painted");
    map.layer(title).uncheck();
    assertEquals(0, map.drawn().changedPixels(), layer + " stays when it is hidden");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void opensOnAllTerritoriesWithTheFiveCoreLayers(int width, Browser browser) {
    MapPage map = MapPage.open(browser, "", width);
    for (String layer : List.of("industrial_zone", "plot", "logistics_zone", "energy_area", "bottleneck")) {
      assertTrue(map.view().contains(layer), map.view());
    }
    assertTrue(map.status().contains("lotti"), map.status());
    assertTrue(map.remember().changedPixels() == 0);
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void countsOnTheMapWhatTheServerCountsInTheSameBox(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=plot&list=plot&at=" + middleOfFirst("plot", browser) + ",16", Browser.DESKTOP);
    map.page().waitForSelector("#list [data-total]");
    String listed = map.page().locator("#list [data-total]").getAttribute("data-total");
    assertTrue(Integer.parseInt(listed) > 3, listed);
    String said = map.status().replaceAll("(?s).*?(\\d[\\d.]*) lott[oi].*", "$1").replace(".", "");
    assertEquals(listed, said, map.status());
  }

  @Test
  void fadesALayerWithoutFetchingItAgain(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=plot&at=" + middleOfFirst("plot", browser) + ",16", Browser.DESKTOP).remember();
    boolean[] fetched = {false};
    map.page().onRequest(request -> fetched[0] |= request.url().contains("/tiles/"));
    map.button("Legenda e fonte: Lotti").click();
    map.page().getByLabel("Opacità").and(map.page().locator("#opacity-plot")).fill("30");
    assertTrue(map.drawn().changedPixels() > 60);
    assertFalse(fetched[0]);
    assertTrue(map.view().contains("plot:30"), map.view());
  }

  @Test
  void writesNamesAnewWhenTheirTypefaceArrives(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=plot&at=" + middleOfFirst("plot", browser) + ",16", Browser.DESKTOP);
    List<Route> held = new ArrayList<>();
    map.page().route("**/*.woff2", held::add);
    map.page().reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    map.page().waitForSelector("body.is-ready");
    map.page().waitForFunction("() => document.getElementById('status').dataset.pending === '0' && document.fonts.status === 'loading'");
    map.remember();
    held.forEach(Route::resume);
    assertTrue(map.drawn().changedPixels() > 60);
  }

  @Test
  void saysHowFarToZoomForALayerThatIsOutOfScale(Browser browser) {
    MapPage map = MapPage.open(browser, "layers=&at=44.9,9.9,7", Browser.DESKTOP);
    map.layer("Comuni").check();
    assertTrue(map.page().locator("[data-layer=municipality]").textContent().contains("Ingrandisca"));
  }

  private static String middleOfFirst(String layer, Browser browser) {
    JsonNode box = MapPage.open(browser, "layers=", Browser.DESKTOP).ask("/ogc/collections/" + layer + "/items?limit=1").path("features")
        .path(0).path("geometry").path("coordinates");
    while (box.path(0).isArray()) {
      box = box.path(0);
    }
    return String.format(Locale.ROOT, "%.5f,%.5f", box.path(1).asDouble(), box.path(0).asDouble());
  }
}
