package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.DayOfWeek;
import java.util.List;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Campaigns as organisers use them: put together out of a table, solved, arranged by hand, taken back, on a phone as well. */
@BrowserTest
class CampaignPageTest {

  private static final String HOSTS = "id\tnome\tlon\tlat\tposti\tin_tutto\nH1\tFonderia\t10,03\t45,1\t20\t1\nH2\tLatteria\t10,01\t45,11\t30\t\n";
  private static final String GROUPS = "id\tclasse\tlon\tlat\tpersone\tpreferenza_1\nA\t1A\t10\t45,1\t25\tH2\nB\t2B\t10\t45,1\t18\tH1\nC\t3C\t10\t45,1\t24\tH1\n";

  /** Two jobs run at a time: what an application does at its start may come before. */
  private static final LocatorAssertions.IsVisibleOptions AFTER_OTHERS = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM tour WHERE owner_name LIKE 'test-%'").update();
    db.sql("DELETE FROM visit_campaign WHERE owner_name LIKE 'test-%'").update();
    new People(db, port).remove();
  }

  @Test
  void aCampaignIsPutTogetherSolvedArrangedByHandAndTakenBack(Browser browser) {
    Page page = DeskPage.openAs(new People(db, port), "tour_organiser", browser, "place=tours&view=campaigns&lang=it", Browser.DESKTOP).page();
    button(page, "Nuova campagna").click();
    page.getByLabel("Giorno", new Page.GetByLabelOptions().setExact(true)).fill(OrdinaryWeek.ahead(60, DayOfWeek.MONDAY).toString());
    button(page, "Aggiungi giorno").click();
    paste(page, "Importa gruppi da una tabella", "id\tclasse\tlon\tlat\tpersone\nA\t1A\t10\t45,1\tmolti\n");
    assertThat(page.locator(".side-notice").filter(new Locator.FilterOptions().setHasText("Riga 2, persone"))).isVisible();
    paste(page, "Importa gruppi da una tabella", GROUPS);
    paste(page, "Importa sedi da una tabella", HOSTS);
    assertThat(page.getByText("Sedi che accolgono (2)")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Avanti: chi va dove").click();
    seconds(page);
    button(page, "Cerca chi va dove").click();
    Locator figures = page.locator(".camp-figures");
    assertThat(button(page, "Cerca di nuovo")).isVisible(AFTER_OTHERS);
    assertThat(figures).containsText("3 su 3");
    assertThat(figures).containsText("non si può superare 3");
    assertThat(visit(page, "1A")).hasAccessibleName("1A, preferenza 1");
    assertEquals(List.of(), AccessibilityTest.grave(page));

    // 3C is too large for the foundry, and 2B is there already: both are told where they stand
    visit(page, "3C").click();
    page.getByLabel("Verso la sede").selectOption(new SelectOption().setLabel("★ Fonderia"));
    page.locator(".camp-mover button[type=submit]").click();
    assertThat(visit(page, "3C")).containsText("persone di troppo");
    assertThat(visit(page, "2B")).containsText("un gruppo di troppo");
    visit(page, "2B").click();
    button(page, "Togli la visita").click();
    Locator missing = page.locator(".camp-unmatched");
    assertThat(missing).containsText("2B");
    button(page, "Annulla").click();
    assertThat(missing).hasCount(0);
    button(page, "Annulla").click();
    assertThat(page.locator(".camp-visit.is-broken")).hasCount(0);

    // with one seat less for a class there is one thing that helps, and it is allowed
    button(page, "Preparazione").click();
    page.locator(".camp-row").filter(new Locator.FilterOptions().setHasText("Latteria")).click();
    page.getByLabel("Gruppi in tutto, al massimo").last().fill("1");
    button(page, "Avanti: chi va dove").click();
    seconds(page);
    button(page, "Cerca di nuovo").click();
    assertThat(missing).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    missing.locator("> .button-row button").first().click();
    assertThat(missing).hasCount(0);
    assertThat(figures).containsText("3 su 3");
    tours(page);
    assertEquals(List.of(), browser.complaints());
  }

  /** Every group gets its tour; what is made again takes the place of what was made before, unless hosts were asked for that already. */
  private void tours(Page page) {
    page.onDialog(Dialog::accept);
    Locator said = page.locator(".side-notice").filter(new Locator.FilterOptions().setHasText("tra i giri salvati"));
    button(page, "Crea i giri").click();
    assertThat(said).containsText("3 giri salvati");
    List<Long> made = toursMade();
    db.sql("UPDATE tour SET state = 'requested' WHERE id = :id").param("id", made.get(0)).update();
    button(page, "Crea i giri").click();
    assertThat(said).containsText("2 giri salvati");
    assertThat(said).containsText("già creato e non più in bozza");
    assertEquals(made, toursMade());
  }

  private List<Long> toursMade() {
    return db.sql("SELECT id FROM tour WHERE owner_name LIKE 'test-%' ORDER BY id").query(Long.class).list();
  }

  @Test
  void theDemonstrationIsAsLargeAsRealOnesAndReadsWellOnAPhone(Browser browser) {
    Page page = DeskPage.openAs(new People(db, port), "tour_organiser", browser, "place=tours&view=campaigns&lang=it", Browser.PHONE).page();
    button(page, "Prova con una dimostrazione").click();
    assertThat(page.getByText("Gruppi (94)")).isVisible();
    assertThat(page.getByText("Sedi che accolgono (48)")).isVisible();
    assertThat(page.locator(".side-notice").first()).containsText("inventate, non ufficiali");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), browser.complaints());
  }

  private static void seconds(Page page) {
    page.getByLabel("Secondi al massimo").fill("2");
    page.getByLabel("Secondi al massimo").press("Tab");
  }

  private static void paste(Page page, String table, String text) {
    Locator fold = page.locator(".side-fold").filter(new Locator.FilterOptions().setHasText(table));
    if (fold.getAttribute("open") == null) {
      fold.locator("summary").click();
    }
    fold.locator("textarea").fill(text);
    fold.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Leggi la tabella")).click();
    assertThat(fold.locator(".side-notice")).isVisible();
  }

  private static Locator visit(Page page, String name) {
    return page.locator(".camp-visit").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
