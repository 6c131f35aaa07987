package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of data as a browser shows them: reachable for everybody, no wider than the screen, used by links and a plain form. */
@BrowserTest
class DataPagesTest {

  @ParameterizedTest
  @CsvSource({"/ogc, 1440", "/ogc?lang=en, 360", "/ogc/collections, 1440", "/ogc/collections?lang=en, 360", "/ogc/collections/plot, 1440",
      "/ogc/collections/plot?lang=en, 360", "/ogc/collections/plot/items?lang=en&status=available, 1440", "/ogc/collections/plot/items?status=available, 360",
      "/ogc/api, 1440", "/ogc/api?lang=en, 360", "/ogc/conformance, 360"})
  void axeFindsNothingSeriousAndNothingIsCutOff(String path, int width, Browser browser) {
    Page page = browser.open(path, width);
    check(page, browser);
  }

  @ParameterizedTest
  @CsvSource({"1440", "360"})
  void anItemIsReachedByLinksAloneAndOpensOnTheMap(int width, Browser browser) {
    Page page = browser.open("/ogc/collections?lang=en", width);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plots").setExact(true)).click();
    page.locator(".action-main").click();
    page.locator(".data-table tbody a").first().click();
    page.waitForURL(url -> url.contains("/items/"));
    String name = page.locator("h1").textContent();
    check(page, browser);
    page.locator(".action-main").click();
    assertThat(page.locator("#feature .panel-title")).hasText(name);
  }

  @Test
  void theFormAsksForWhatIsChosen(Browser browser) {
    Page page = browser.open("/ogc/collections/plot/items?lang=en", Browser.DESKTOP);
    page.locator(".filter summary").click();
    page.getByLabel("Status", new Page.GetByLabelOptions().setExact(true)).selectOption("sold");
    page.locator(".filter button").click();
    page.waitForURL(url -> url.contains("status=sold"));
    assertFalse(page.url().contains("name="), page.url());
    assertEquals(List.of("Sold"), page.locator(".data-table tbody tr td:nth-child(2)").allTextContents().stream().distinct().toList());
  }

  @Test
  void theMapsRecordLeadsToThePageOfTheSameItem(Browser browser) {
    Page page = browser.open("/#list=plot&lang=en", Browser.DESKTOP);
    page.locator("#list tbody button").first().click();
    page.waitForSelector("#feature .record-section");
    String name = page.locator("#feature .panel-title").textContent();
    page.locator("#feature .feature-actions a").getByText("Data and API").click();
    assertThat(page.locator("h1")).hasText(name);
  }

  private static void check(Page page, Browser browser) {
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("document.documentElement.scrollWidth - screen.width"));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }
}
