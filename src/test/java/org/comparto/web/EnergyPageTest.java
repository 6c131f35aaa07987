package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The place Energy as a planner meets it: an area is asked about, its answer read, kept and compared; rules and substations are looked up. */
@BrowserTest
class EnergyPageTest {

  @Autowired JdbcClient db;

  @Test
  void aStoredAreaIsJudgedReadByItsLinkAndComparedWithAnotherDate(Browser browser) {
    long area = db.sql("SELECT id FROM energy_area WHERE publication_status = 'published' AND technology = 'pv_ground' ORDER BY code LIMIT 1").query(Long.class).single();
    Page page = browser.open("/#place=energy&lang=it&date=2026-03-01&feature=energy_area/" + area, Browser.DESKTOP);
    assertThat(page.locator(".energy-chosen")).containsText("Area scelta: Aree per l'energia");
    assertThat(button(page, "22 novembre 2025")).isVisible();
    button(page, "Chiedi il verdetto").click();
    assertThat(page.locator(".energy-result h2")).isFocused();
    assertThat(page.locator(".side-facts").first()).containsText("1 marzo 2026");
    assertThat(page.locator(".energy-warnings").filter(new Locator.FilterOptions().setHasText("Da confermare")).first()).isVisible();
    assertThat(page.locator(".energy-part").first()).containsText("m²");
    assertThat(page.locator(".leaflet-overlay-pane path.leaflet-interactive").first()).isVisible();
    assertThat(page.locator(".energy-shares .side-card").first()).containsText("AC");
    assertEquals(List.of(), AccessibilityTest.grave(page));

    // another area is asked about; back at the first answer it is the first area again that is meant
    button(page, "Nuova area").click();
    button(page, "File o testo").click();
    assertThat(page.locator(".energy-way")).containsText("Chi accede può dare anche Shapefile");
    page.getByLabel("Oppure il testo, GeoJSON o WKT").fill("POLYGON((9.990 45.196, 9.992 45.196, 9.992 45.198, 9.990 45.198, 9.990 45.196))");
    button(page, "Usa questo testo").click();
    button(page, "Chiedi il verdetto").click();
    assertThat(page.locator(".energy-result h2")).isFocused();
    page.goBack();
    assertThat(page.locator(".energy-ask")).isVisible();
    page.goBack();
    assertThat(page.locator(".energy-result h2")).isVisible();
    button(page, "Cambia la domanda").click();
    assertThat(page.locator(".energy-chosen")).containsText("Area scelta: Aree per l'energia");
    page.goBack();

    assertThat(page.locator(".energy-result h2")).isVisible();
    page.reload();
    assertThat(page.locator(".energy-result h2")).isVisible();
    page.getByText("Confronta con un'altra data").click();
    page.locator(".energy-compared").locator("xpath=..").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("16 maggio 2024")).click();
    assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Superfici"))).containsText("16 maggio 2024");
    assertThat(page).hasURL(Pattern.compile(".*beside=2024-05-16.*"));

    button(page, "Aree idonee").click();
    assertThat(page.locator("#energy").getByLabel("Aree idonee calcolate")).isChecked();
    page.getByText("Macchina del tempo: due date a confronto").click();
    page.locator("#energy-slider").press("ArrowRight");
    assertThat(page.locator("#energy").getByLabel("Aree idonee calcolate")).not().isChecked();
    assertThat(page.locator("#energy").getByLabel("Aree idonee calcolate")).isDisabled();
    button(page, "Chiudi il confronto").click();
    assertThat(page.locator("#energy").getByLabel("Aree idonee calcolate")).isChecked();
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void aPastedAreaIsJudgedOnAPhoneAndRulesAndSubstationsAreLookedUp(Browser browser) {
    Page page = browser.open("/#place=energy&lang=en&technology=agripv", Browser.PHONE);
    button(page, "File or text").click();
    button(page, "Ask for the verdict").click();
    assertThat(page.locator(".energy-foot [role=alert]")).isInViewport();
    page.getByLabel("Or the text, GeoJSON or WKT").fill("POINT(9.99 45.13)");
    button(page, "Use this text").click();
    assertThat(page.locator(".energy-way .energy-trouble")).containsText("An area is needed");
    page.getByLabel("Or the text, GeoJSON or WKT").fill("POLYGON((9.990 45.196, 9.992 45.196, 9.992 45.198, 9.990 45.198, 9.990 45.196))");
    button(page, "Ask for the verdict").click(); // what stands there is meant
    assertThat(page.locator(".energy-result")).containsText("Agrivoltaics");
    assertTrue((boolean) page.evaluate("() => document.querySelector('.energy-result h2').getBoundingClientRect().top > document.querySelector('#energy .side-body').getBoundingClientRect().top"),
        "the result stands above what is seen");
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Rules").click();
    Locator current = page.locator("[data-set^='it-190-2024@']");
    current.click();
    assertThat(current).hasAttribute("aria-expanded", "true");
    assertThat(page.locator(".energy-ruleset .energy-rule").first()).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Substations").click();
    assertThat(page.locator(".side-table tbody th").first()).containsText("AC");
    button(page, "Eligible areas").click();
    assertThat(page.locator("#energy").getByLabel("Eligible areas (computed)")).isChecked();
    button(page, "Show the map").click();
    assertThat(page.locator(".side-panel")).isHidden();
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), browser.foreignRequests());
  }

  private static Locator button(Page page, String name) {
    return page.locator("#energy").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
