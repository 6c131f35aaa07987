package org.comparto.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Takes the pictures that README and reviewers look at: a plot of the ceramic district and its record, at both widths. */
@BrowserTest
class ReadmePictureTest {

  @ParameterizedTest
  @CsvSource({"desktop, 1440, it", "desktop-en, 1440, en", "phone, 360, it"})
  void aPlotAndItsRecord(String name, int width, String language, Browser browser) {
    int port = Integer.parseInt(browser.origin().replaceAll("\\D", ""));
    JsonNode plot = Http.get(port, "/api/search?q=FI-01-012").json().path("items").path(0);
    String view = "place=map&lang=%s&at=%s,%s,16&layers=territory,municipality,industrial_zone,logistics_zone,plot,energy_area,bottleneck&feature=plot/%d"
        .formatted(language, plot.path("point").path(1).asDouble(), plot.path("point").path(0).asDouble(), plot.path("id").asLong());

    MapPage map = MapPage.open(browser, view, width);
    map.record().getByText("FI-01-012").first().waitFor();
    map.drawn();
    byte[] picture = map.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));

    assertThat(picture).hasSizeGreaterThan(20_000); // an empty map compresses to less
    assertThat(browser.complaints()).isEmpty();
  }
}
