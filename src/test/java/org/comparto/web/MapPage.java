package org.comparto.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map page as a person meets it: names of controls in Italian unless the view says otherwise. */
final class MapPage {

  private final Page page;

  private MapPage(Page page) {
    this.page = page;
  }

  /** Opens a view, given as the part after the # sign, and waits until it is drawn. */
  static MapPage open(Browser browser, String view, int width) {
    MapPage map = new MapPage(browser.openMoving("/#" + view, width));
    map.page.waitForSelector("body.is-ready");
    return map.drawn();
  }

  /** Waits until all tiles of the view and the typefaces of its names have come and are painted. */
  MapPage drawn() {
    page.evaluate("() => document.fonts.ready.then(() => null)");
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    page.waitForFunction("() => document.getElementById('status').dataset.pending === '0'");
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    return this;
  }

  Page page() {
    return page;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator layer(String title) {
    return page.locator("#layers").getByLabel(title, new Locator.GetByLabelOptions().setExact(false)).and(page.locator("input[type=checkbox]"));
  }

  /** The results of the search, best first. */
  Locator found() {
    return page.locator("#search-results").getByRole(AriaRole.OPTION);
  }

  Locator record() {
    return page.locator("#feature");
  }

  Locator list() {
    return page.locator("#list");
  }

  /** What the live region says once the map has come to rest. */
  String status() {
    page.waitForFunction("() => document.getElementById('status').textContent !== ''");
    return page.locator("#status").textContent();
  }

  String view() {
    return (String) page.evaluate("() => location.hash");
  }

  /** Keeps what the data canvas shows now, for {@link #changedPixels}. */
  MapPage remember() {
    page.evaluate("() => { const c = document.querySelector('.vector-sheet-data');"
        + " window.remembered = c.getContext('2d').getImageData(0, 0, c.width, c.height).data }");
    return this;
  }

  /** How many pixels of the data canvas differ from what was remembered. */
  int changedPixels() {
    return (int) page.evaluate("() => { const c = document.querySelector('.vector-sheet-data');"
        + " const now = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;"
        + " for (let i = 0; i < now.length; i += 4) if (now[i] !== remembered[i] || now[i+1] !== remembered[i+1] || now[i+2] !== remembered[i+2]) n++;"
        + " return n }");
  }

  /** Clicks the map at a place of the world; the map must be wide enough to show it beside the panels. */
  MapPage click(double longitude, double latitude) {
    Map<?, ?> point = (Map<?, ?>) page.evaluate("""
        ([longitude, latitude]) => {
          const at = new URLSearchParams(location.hash.slice(1)).get('at').split(',').map(Number)
          const box = document.getElementById('map').getBoundingClientRect()
          const size = 256 * 2 ** at[2]
          const x = lon => (lon + 180) / 360 * size
          const y = lat => (0.5 - Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) / 2 / Math.PI) * size
          return { x: box.left + box.width / 2 + x(longitude) - x(at[1]), y: box.top + box.height / 2 + y(latitude) - y(at[0]) }
        }""", List.of(longitude, latitude));
    page.mouse().click(((Number) point.get("x")).doubleValue(), ((Number) point.get("y")).doubleValue());
    return this;
  }

  /** Asks the application as the page would; the answer is JSON. */
  JsonNode ask(String path) {
    return JsonMapper.shared().readTree(page.request().get(page.url().replaceAll("#.*", "") + path.substring(1)).text());
  }
}
