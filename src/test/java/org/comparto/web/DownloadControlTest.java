package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer can be taken along from where its source and legend are shown, with the keyboard and on a phone. */
@BrowserTest
class DownloadControlTest {

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aLayerIsDownloadedInTheChosenFormWithTheKeyboardAlone(int width, Browser browser) throws Exception {
    MapPage map = MapPage.open(browser, "", width);
    Page page = map.page();
    Locator row = page.locator("[data-layer=gateway]");
    if (!row.isVisible()) {
      page.locator("#layers-button").focus();
      page.keyboard().press("Enter");
    }
    Locator group = page.locator("details.layer-group").filter(new Locator.FilterOptions().setHas(row));
    if (group.getAttribute("open") == null) {
      group.locator("summary").first().press("Enter");
    }
    row.getByRole(AriaRole.BUTTON).first().press("Enter");
    row.locator("details.download > summary").press("Enter");
    assertThat(row.locator(".download-terms").last()).containsText("Dati dimostrativi, non ufficiali.");
    assertThat(row.locator(".download-terms").last()).containsText("CC BY 4.0");

    row.getByLabel("Formato").selectOption("kml");
    assertThat(row.getByLabel("Sistema di riferimento")).isDisabled();
    row.getByLabel("Formato").selectOption("csv");
    row.getByLabel("Sistema di riferimento").selectOption("http://www.opengis.net/def/crs/EPSG/0/7791");
    Locator link = row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Scarica"));
    assertThat(link.boundingBox().width).isLessThanOrEqualTo(width);
    assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= screen.width")).isTrue();

    Download file = page.waitForDownload(() -> link.press("Enter"));
    assertThat(file.suggestedFilename()).contains("dati-dimostrativi").contains("epsg7791").endsWith(".csv");
    assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).startsWith("id,code,").contains("POINT (");
  }
}
