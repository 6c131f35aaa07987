package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Communities, potential and targets as planners use them: composed, computed at once, kept, compared and saved, at a desk and on a phone. */
@BrowserTest
class CommunityPageTest {

  private static final String AREA = "AC999E00001";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM energy_community WHERE owner_name LIKE 'test-%'").update();
    db.sql("DELETE FROM utilised_farmland WHERE updated_by LIKE 'test-%'").update();
    db.sql("DELETE FROM energy_target WHERE updated_by LIKE 'test-%'").update();
    new People(db, port).remove();
  }

  @Test
  void withoutAnAccountACommunityIsComposedComputedTakenBackKeptAndCompared(Browser browser) {
    Page page = browser.open("/#place=energy&view=communities&lang=it", Browser.PHONE);
    button(page, "Nuova comunità").click();
    begin(page, "CER di prova");
    page.locator("#cm-producers .cm-picks button").first().click();
    fill(page, "#cm-P1-kw", "200");
    page.locator("#cm-P1-commissioned").fill("2026-05-01");
    button(page, "Aggiungi un edificio comunale").click();
    fill(page, "#cm-M1-name", "Scuola");
    assertThat(page.locator("#cm-result")).containsText("Scuola: consumo annuo");
    fill(page, "#cm-M1-annualKwh", "90.000");
    assertThat(page.locator(".cm-figures")).containsText("200 kW");
    assertThat(page.locator(".cm-strip")).containsText("condivisa");
    assertThat(page.locator("#cm-fold-incentives")).containsText("Tariffa premio");
    assertThat(page.locator("#cm-fold-assumptions")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");

    page.locator("#cm-M1-load").setInputFiles(csv("1\nx\n3"));
    assertThat(page.locator("#cm-consumers")).containsText("Riga 2: «x» non è un numero.");
    page.locator("#cm-M1-load").setInputFiles(csv("1\n".repeat(8759)));
    assertThat(page.locator("#cm-consumers")).containsText("Fino alla riga 8759 ci sono 8759 valori");
    page.locator("#cm-M1-load").setInputFiles(csv("ora;kWh\n" + IntStream.range(0, 8760).mapToObj(h -> LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(h) + ";1").collect(Collectors.joining("\n"))));
    assertThat(page.locator("#cm-consumers")).containsText("Riga 2092: l’ora 2026-03-29T02:00 non esiste");
    page.locator("#cm-M1-load").setInputFiles(csv("\uFEFFora;kWh;\r\n" + "x;10,5;\r\n".repeat(8760)));
    assertThat(page.locator("#cm-M1-line")).containsText("misurato");
    page.locator("#cm-undo").click();
    assertThat(page.locator("#cm-M1-line")).containsText("Uffici");

    assertThat(page.locator(".cm-saved")).containsText("Conservata in questo browser");
    button(page, "Copia come scenario").click();
    assertThat(page.locator("#cm-name")).hasValue("CER di prova – scenario");
    page.reload();
    assertThat(page.locator("#cm-name")).hasValue("CER di prova – scenario");
    fill(page, "#cm-P1-kw", "300"); // its row is closed: nothing is missing in it
    assertThat(page.locator(".cm-figures")).containsText("300 kW");
    assertThat(page.locator(".cm-saved")).containsText("Conservata in questo browser");
    button(page, "Tutte le comunità").click();
    page.locator(".cm-card input").first().check();
    page.locator(".cm-card input").nth(1).check();
    button(page, "Confronta le scelte").click();
    assertThat(page.locator("tr[data-measure=powerKw]")).hasClass(Pattern.compile("is-different"));
    assertThat(page.locator("tr[data-measure=members]")).not().hasClass(Pattern.compile("is-different"));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @Test
  void whoMayProposeSavesAndWhoComesTooLateMerges(Browser browser) {
    Page page = DeskPage.openAs(new People(db, port), "planner", browser, "place=energy&view=communities&item=new&lang=it", Browser.DESKTOP).page();
    begin(page, "CER salvata");
    button(page, "Salva allo sportello").click();
    assertThat(page.locator(".cm-saved")).hasText("Salvata");
    assertThat(page).hasURL(Pattern.compile(".*view=communities.*item=\\d+.*"));
    page.locator("#cm-producers .cm-picks button").first().click();
    fill(page, "#cm-P1-kw", "200");
    page.locator("#cm-P1-commissioned").fill("2026-05-01");
    button(page, "Aggiungi un edificio comunale").click();
    fill(page, "#cm-M1-name", "Scuola");
    fill(page, "#cm-M1-annualKwh", "90.000");
    button(page, "Salva").click();
    assertThat(page.locator(".cm-saved")).hasText("Salvata");
    assertThat(page.locator(".cm-outputs button").first()).isEnabled();
    assertTrue(page.waitForDownload(() -> button(page, "Excel con le formule").click()).suggestedFilename().endsWith("CER_salvata_balance.xlsx"));
    assertTrue(page.waitForDownload(() -> button(page, "Per RECON (CSV)").click()).suggestedFilename().endsWith("CER_salvata_recon.csv"));
    assertThat(page.locator(".cm-outputs [role=status]")).isEmpty();
    db.sql("UPDATE energy_community SET name = 'Di un altro', version = version + 1 WHERE owner_name = 'test-planner'").update();
    fill(page, "#cm-name", "La mia");
    button(page, "Salva").click();
    Locator merge = page.locator(".cm-merge");
    assertThat(merge).containsText("la sua: Di un altro");
    merge.getByText("la sua: Di un altro").click();
    button(page, "Unisci e salva").click();
    assertThat(page.locator("#cm-name")).hasValue("Di un altro");
    assertThat(page.locator(".cm-saved")).hasText("Salvata");

    button(page, "Obiettivi").click();
    page.selectOption("#tg-territory", "cremona");
    page.getByText("Nuovo obiettivo").click();
    fill(page, "#tg-new-year", "2041");
    fill(page, "#tg-new-mw", "42,5");
    button(page, "Salva l’obiettivo").click();
    assertThat(page.locator(".tg-target").filter(new Locator.FilterOptions().setHasText("2041"))).containsText("42,5");
    assertThat(page.locator(".cm-chart table").first()).containsText("2041");
    assertEquals(List.of(), AccessibilityTest.grave(page));

    page.getByText("Indica la superficie agricola utilizzata (SAU)").click();
    fill(page, "#tg-sau-hectares", "135.000");
    button(page, "Salva la SAU").click();
    assertThat(page.locator("#energy").getByText("Servono superficie, anno e fonte.")).isVisible();
    fill(page, "#tg-sau-year", "2020");
    fill(page, "#tg-sau-source", "Statistica di prova");
    button(page, "Salva la SAU").click();
    assertThat(page.locator(".side-tab").last()).containsText("Superficie agricola utilizzata (SAU): 135.000 ha nel 2020.");
    assertThat(page.locator(".side-tab").last()).containsText("% della SAU");

    button(page, "Potenziale").click();
    assertThat(page.locator(".cm-figures")).containsText("100 kW");
    fill(page, "#pt-area", "20.000");
    assertThat(page.locator(".side-notice.is-warning").first()).containsText("1 MW");
    fill(page, "#pt-parameter-kwpPerM2", "0,05");
    assertThat(page.locator(".cm-figures")).containsText("1 MW");
    assertEquals(List.of(), AccessibilityTest.grave(page));
  }

  private static void begin(Page page, String name) {
    fill(page, "#cm-name", name);
    page.selectOption("#cm-territory", "cremona");
    assertThat(page.locator("#cm-area option[value=" + AREA + "]")).hasCount(1);
    page.selectOption("#cm-area", AREA);
    assertThat(page.locator("#cm-producers .cm-picks button").first()).isVisible();
  }

  /** Typed and left, as the field takes it then. Rows that are closed are opened. */
  private static void fill(Page page, String field, String value) {
    String row = field.replaceAll("#cm-([PM]\\d+)-.*", "#cm-$1-line");
    if (!row.equals(field) && !page.locator(field).isVisible()) {
      page.locator(row).click();
    }
    page.locator(field).fill(value);
    page.locator(field).press("Tab");
  }

  private static FilePayload csv(String text) {
    return new FilePayload("carico.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
