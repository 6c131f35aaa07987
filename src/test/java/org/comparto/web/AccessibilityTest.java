package org.comparto.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class AccessibilityTest {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/#place=map&lang=it | 1440", "/#place=map&lang=en | 360", "/#place=map&list=plot&lang=it | 1440", "/#place=map&list=plot&lang=en | 360",
      "/#place=plots&lang=it | 1440", "/#place=plots&lang=en | 360", "/#place=roads&lang=it | 1440", "/#place=roads&lang=en | 360", "/#place=energy&lang=it | 1440", "/#place=energy&lang=en | 360",
      "/#place=inquiry&lang=it | 1440", "/#place=inquiry&lang=en | 360", "/#place=offer&lang=it | 1440", "/#place=offer&lang=en | 360", "/#place=tours&lang=it | 1440", "/#place=tours&lang=en | 360", "/accessibility.html | 1440", "/accessibility.html#en | 360",
      "/privacy.html | 1440", "/privacy.html#en | 360"})
  void axeFindsNothingSerious(String path, int width, Browser browser) {
    Page page = browser.open(path, width);
    settle(page);
    assertEquals(List.of(), grave(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @ParameterizedTest
  @CsvSource({"1440", "360"})
  void axeFindsNothingSeriousInARecord(int width, Browser browser) {
    Page page = browser.open("/#list=plot", width);
    settle(page);
    page.locator("#list tbody button").first().click();
    page.waitForSelector("#feature .record-section");
    assertEquals(List.of(), grave(page));
  }

  private static void settle(Page page) {
    if (page.url().contains("#place") || page.url().contains("#list")) {
      page.waitForSelector("body.is-ready");
      page.waitForFunction("() => document.getElementById('status').textContent !== ''");
    }
  }

  /** Pages have no frames, which spares axe a page of its own to put together what it found; what it is content with it need not list. */
  static List<String> grave(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact())).map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList();
  }
}
