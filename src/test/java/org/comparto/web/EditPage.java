package org.comparto.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The places Proposal, Work and History as somebody who has signed in meets them, in Italian. */
final class EditPage {

  private final Page page;
  private final boolean touches;

  EditPage(Page page, boolean touches) {
    this.page = page;
    this.touches = touches;
  }

  /** Opens a place, given as the part after the # sign, and signs in. */
  static EditPage open(Browser browser, String username, String password, String view, int width) {
    DeskPage desk = DeskPage.open(browser, view + "&lang=it", width).signIn(username, password);
    desk.page().waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    return new EditPage(desk.page(), width < 600);
  }

  /** Goes elsewhere by the address bar. */
  EditPage go(String view) {
    page.evaluate("view => { location.hash = view }", "#" + view + "&lang=it");
    return this;
  }

  Page page() {
    return page;
  }

  /** The form, once it is there. */
  Locator form() {
    page.waitForSelector("#edit .edit-form");
    return page.locator("#edit");
  }

  Locator faults() {
    return page.locator(".edit-summary");
  }

  Locator status() {
    return page.locator(".edit-status");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The one button of this name in the open window. */
  Locator answer(String name) {
    return page.locator("dialog").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Takes a step that is asked about, saying why. */
  EditPage decide(String step, String confirm, String reason) {
    page.locator("[data-step=" + step + "]").click();
    page.locator("dialog textarea").fill(reason);
    answer(confirm).click();
    page.waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    return this;
  }

  /** On a phone the sheet is made small so that there is room to draw. */
  EditPage showMap() {
    if (touches) {
      button("Riduci la scheda").click();
    }
    return this;
  }

  EditPage showForm() {
    if (touches) {
      button("Apri la scheda").click();
    }
    return this;
  }

  /** Puts a corner beside a place of the world, so many pixels away. */
  EditPage corner(double longitude, double latitude, int right, int down) {
    Map<?, ?> point = (Map<?, ?>) page.evaluate("""
        ([longitude, latitude]) => {
          const at = new URLSearchParams(location.hash.slice(1)).get('at').split(',').map(Number)
          const box = document.getElementById('map').getBoundingClientRect()
          const size = 256 * 2 ** at[2]
          const x = lon => (lon + 180) / 360 * size
          const y = lat => (0.5 - Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) / 2 / Math.PI) * size
          return { x: box.left + box.width / 2 + x(longitude) - x(at[1]), y: box.top + box.height / 2 + y(latitude) - y(at[0]) }
        }""", List.of(longitude, latitude));
    double x = ((Number) point.get("x")).doubleValue() + right;
    double y = ((Number) point.get("y")).doubleValue() + down;
    if (touches) {
      page.touchscreen().tap(x, y);
    } else {
      page.mouse().click(x, y);
    }
    page.waitForTimeout(350); // the next one shall not count as its double click
    return this;
  }

  /** The number of the proposal that the link names. */
  long proposal() {
    page.waitForURL(url -> url.contains("proposal="));
    return Long.parseLong(page.url().replaceAll(".*[#&]proposal=(\\d+).*", "$1"));
  }

  /** Asks the application as the page would, signed in as it is. */
  JsonNode ask(String path) {
    return JsonMapper.shared().readTree(page.request().get(page.url().replaceAll("#.*", "") + path.substring(1)).text());
  }
}
