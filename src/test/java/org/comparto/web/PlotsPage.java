package org.comparto.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comparto.testing.Browser;

/** The place Plots as a person meets it: names of controls in Italian unless the link says otherwise. */
final class PlotsPage {

  private final Page page;

  private PlotsPage(Page page) {
    this.page = page;
  }

  /** Opens the place with further parts of the link, and waits for the first answer. */
  static PlotsPage open(Browser browser, String view, int width) {
    PlotsPage plots = new PlotsPage(browser.open("/#place=plots" + (view.isEmpty() ? "" : "&" + view), width));
    plots.page.waitForSelector("body.is-ready");
    return plots.answered();
  }

  static PlotsPage searching(Browser browser, String filter, int width) {
    return open(browser, "lang=it&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"), width);
  }

  /** Waits until what is listed answers the filter that stands in the link, and nothing is being typed any more. */
  PlotsPage answered() {
    page.waitForFunction("""
        () => {
          const form = document.querySelector('.plots-form'), list = document.querySelector('.plots-list .plots-body')
          if (!form || form.dataset.pending || list.getAttribute('aria-busy') !== 'false') return false
          const link = new URLSearchParams(location.hash.slice(1)), answers = JSON.parse(list.dataset.answers)
          return answers !== null && answers.filter === (link.get('filter') ?? '') && answers.sort === (link.get('sort') ?? '')
        }""");
    return this;
  }

  Page page() {
    return page;
  }

  /** The CQL2 text in the link, empty where it names none. */
  String filter() {
    return (String) page.evaluate("() => new URLSearchParams(location.hash.slice(1)).get('filter') ?? ''");
  }

  long total() {
    return Long.parseLong(page.locator(".plots-count").getAttribute("data-total"));
  }

  Locator cards() {
    return page.locator(".plots-list .plot-card");
  }

  List<String> names() {
    return page.locator(".plots-list .plot-name").allTextContents();
  }

  Locator chips() {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Condizioni della ricerca")).getByRole(AriaRole.LISTITEM);
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** A box of the form by what stands before its count. */
  Locator choice(String field, String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(field).setExact(true)).getByLabel(name);
  }

  Locator amount(String field, String end) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(field)).getByLabel(end, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Presses the Tab key until a control has the focus. */
  PlotsPage tabTo(Locator control) {
    for (int i = 0; i < 120; i++) {
      if ((boolean) control.evaluate("it => it === document.activeElement")) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + control);
  }

  static String decoded(String url) {
    return URLDecoder.decode(url, StandardCharsets.UTF_8);
  }
}
