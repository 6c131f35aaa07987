package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a star on the map to a shared list, a saved search, the page of a zone and the desk's figures. */
@BrowserTest
class ShortlistTest {

  @Autowired JdbcClient db;
  @LocalServerPort int port;

  /** What somebody has confirmed so lately that it is offered. */
  private static final String CONFIRMED = "coalesce(verified_on, surveyed_on, updated_at::date) > current_date - 350";

  @BeforeEach
  @AfterEach
  void nothingShared() {
    db.sql("DELETE FROM shared_shortlist").update();
    db.sql("DELETE FROM saved_search").update();
    db.sql("DELETE FROM source_attempt").update();
    new People(db, port).remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aStarredPlotIsListedRemovedAndBroughtBack(int width, Browser browser) {
    List<Long> plots = plots(2);
    Page page = browser.open("/#lang=it&feature=plot/" + plots.get(0), width);
    Locator star = button(page, "In selezione: " + name(plots.get(0)));
    assertThat(star).hasAttribute("aria-pressed", "false");
    star.click();
    assertThat(star).hasAttribute("aria-pressed", "true");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Selezione: 1 lotto").setExact(true)).click();
    assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Lotti scelti"))).containsText(name(plots.get(0)));
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    page.reload();
    assertThat(page.locator(".shortlist-table")).containsText(name(plots.get(0)));
    button(page, "Svuota").click();
    assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("svuotata"))).isVisible();
    button(page, "Annulla").click();
    assertThat(page.locator(".shortlist-table")).containsText(name(plots.get(0)));
    button(page, "Togli dalla selezione: " + name(plots.get(0))).click();
    assertThat(page.locator(".shortlist-body")).containsText("Qui si raccolgono i lotti");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void anotherWindowOfTheSameBrowserSeesTheSameList(Browser browser) {
    Page page = chosen(browser, Browser.DESKTOP, "it", plots(2));
    Page other = page.context().newPage();
    other.navigate(browser.origin() + "#place=shortlist&lang=it");
    assertThat(other.locator(".shortlist-table tbody tr")).hasCount(2);
    button(other, "Svuota").click();
    assertThat(page.locator(".shortlist-table")).hasCount(0);
    assertThat(page.locator("#shortlist-link")).hasAttribute("aria-label", "Selezione: 0 lotti");
  }

  @Test
  void aPlotThatNobodyConfirmsAnyMoreKeepsItsNameAndIsNotOffered(Browser browser) {
    long old = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published' AND verified_on < current_date - 370").query(Long.class).single();
    Page page = chosen(browser, Browser.PHONE, "it", List.of(plots(1).get(0), old));
    Locator row = page.locator("[data-id='" + old + "']");
    assertThat(row).containsText(name(old));
    assertThat(row).containsText("Non è più offerto");
    assertThat(row.getByRole(AriaRole.LINK)).hasCount(0);
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiedi di questo lotto"))).hasAttribute("href", Pattern.compile("about=plot/" + plots(1).get(0) + "$"));
    button(page, "Togli dalla selezione: " + name(old)).click();
    assertThat(row).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({"1440, it", "360, en"})
  void aListIsSharedReadByOthersAndTakenBack(int width, String language, Browser browser) {
    boolean italian = language.equals("it");
    List<Long> plots = plots(3);
    Page page = chosen(browser, width, language, plots);
    button(page, italian ? "Condividi con un link" : "Share by a link").click();
    page.getByLabel(italian ? "Titolo (facoltativo)" : "Title (optional)").fill("<img src=x onerror=alert(1)> Tre");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, italian ? "Crea il link" : "Make the link").click();
    String link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true)).inputValue();
    assertTrue(link.contains("#place=shortlist&shared="), link);
    page.locator("dialog .btn-primary").click();

    Page reader = browser.open("/" + link.substring(link.indexOf('#')), width);
    assertThat(reader.locator("h1.place-title")).hasText("<img src=x onerror=alert(1)> Tre");
    assertThat(reader.locator(".shortlist-table tbody tr")).hasCount(3);
    assertEquals(0, reader.locator(".place-page img").count(), "a title is no markup");
    assertEquals(List.of(), AccessibilityTest.grave(reader));
    assertEquals(0, reader.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    button(reader, italian ? "Copia nella mia selezione" : "Copy into my shortlist").click();
    assertThat(reader.locator("#shortlist-link")).containsText("3");

    button(page, italian ? "Revoca" : "Revoke").click();
    assertThat(page.locator(".shortlist-said")).containsText(italian ? "Il link è revocato" : "The link is revoked");
    reader.reload();
    assertThat(reader.locator("#shortlist")).containsText(italian ? "Questo link non apre più" : "This link opens no list");
    assertEquals(0, db.sql("SELECT count(*) FROM shared_shortlist").query(Integer.class).single());
  }

  @ParameterizedTest
  @CsvSource({"1440, it", "360, en"})
  void aSearchIsSavedSeenAndEnded(int width, String language, Browser browser) {
    boolean italian = language.equals("it");
    Page page = chosen(browser, width, language, plots(1));
    page.evaluate("async (language) => (await import('/js/alerts/save-search.js')).openSaveSearch({ filter: \"status = 'available'\", sort: '-area_m2', language })", language);
    page.getByLabel(italian ? "Nome della ricerca" : "Name of the search").fill("<b>Capannoni</b>");
    page.getByLabel(italian ? "E-mail (facoltativa)" : "E-mail (optional)").fill("anna@rossi.example");
    Locator save = button(page, italian ? "Salva la ricerca" : "Save the search");
    save.click();
    assertThat(page.locator("dialog [role=alert]")).containsText(italian ? "consenso" : "consent");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.getByLabel(italian ? "Ho letto l'informativa" : "I have read the privacy notice").check();
    save.click();
    assertThat(page.locator("dialog")).containsText(italian ? "La ricerca è salvata" : "The search is saved");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    page.getByText(italian ? "Vedi o termina questo avviso" : "See or end this alert").click();
    assertThat(page.locator("#alert")).containsText("<b>Capannoni</b>");
    assertThat(page.locator("#alert")).containsText(italian ? "attende conferma" : "waits for its confirmation");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    button(page, italian ? "Termina l'avviso e cancella i dati" : "End the alert and erase its data").click();
    assertThat(page.locator("#alert")).containsText(italian ? "L'avviso è terminato" : "The alert has ended");
    assertEquals(0, db.sql("SELECT count(*) FROM saved_search").query(Integer.class).single());
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @CsvSource({"1440, it", "360, en"})
  void thePageOfAZoneIsReachedFromTheMapAndReadsWell(int width, String language, Browser browser) {
    long zone = db.sql("SELECT id FROM industrial_zone WHERE code = 'MO-01'").query(Long.class).single();
    Page page = browser.open("/#lang=" + language + "&feature=industrial_zone/" + zone, width);
    page.getByText(language.equals("it") ? "Scheda dell'area" : "Profile of the zone").click();
    assertThat(page.locator("h1")).hasText("Area artigianale di Montaletto");
    page.waitForFunction("() => document.querySelector('.zone-map img').naturalWidth > 0");
    for (String path : List.of("/zones/" + zone, "/zones")) {
      page.navigate(browser.origin().replaceAll("/$", "") + path + "?lang=" + language);
      assertEquals(List.of(), AccessibilityTest.grave(page));
      assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), path + " scrolls sideways");
    }
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void theDeskReadsHowTheInstallationIsUsed(int width, Browser browser) {
    long plot = plots(1).get(0);
    browser.open("/ogc/collections/plot/items/" + plot + "?f=html", Browser.DESKTOP);
    DeskPage desk = DeskPage.openAs(new People(db, port), "desk", browser, "lang=it", width).choose("Utilizzo");
    assertThat(desk.content().getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName("Per lotto"))).containsText(name(plot));
    assertThat(desk.content().getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName("Per mese"))).containsText("Letture di lotti");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    assertEquals(0, desk.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    desk.page().screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/usage-" + width + ".png")));
    assertEquals(List.of(), browser.complaints());
  }

  private Page chosen(Browser browser, int width, String language, List<Long> plots) {
    Page page = browser.open("/privacy.html", width);
    page.evaluate("ids => localStorage.setItem('comparto-shortlist', ids)", plots.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
    page.navigate(browser.origin() + "#place=shortlist&lang=" + language);
    page.waitForSelector(".shortlist-table");
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private String name(long plot) {
    return db.sql("SELECT coalesce(name, code) FROM plot WHERE id = :id").param("id", plot).query(String.class).single();
  }

  private List<Long> plots(int count) {
    return db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND " + CONFIRMED + " ORDER BY id LIMIT :count").param("count", count).query(Long.class).list();
  }
}
