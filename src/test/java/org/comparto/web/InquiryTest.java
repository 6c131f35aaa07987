package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the record of a plot to the desk's answer, on a wide screen, on a phone and by keyboard. */
@BrowserTest
class InquiryTest {

  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void anEmptyInbox() {
    people = new People(db, port);
    forget();
  }

  @AfterEach
  void forget() {
    db.sql("DELETE FROM inquiry").update();
    db.sql("DELETE FROM source_attempt").update();
    people.remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void whoLooksAtAPlotAsksTheDeskAboutIt(int width, Browser browser) {
    long plot = plot();
    Page page = browser.open("/#feature=plot/" + plot, width);
    page.waitForSelector("#feature .feature-actions");
    button(page, "Chiedi allo sportello").first().click();
    assertThat(page.locator(".chip")).containsText(code(plot));

    button(page, "Invia la richiesta").click();
    assertThat(field(page, "needs.activity")).isFocused();
    assertThat(page.locator("#inquiry-consent-fault")).hasText("Senza consenso la richiesta non si può inviare.");
    assertEquals(List.of(), AccessibilityTest.grave(page));

    field(page, "needs.activity").fill("lavorazioni meccaniche");
    assertThat(page.locator("#inquiry-needs-activity-fault")).isEmpty();
    field(page, "needs.areaM2").fill("20000");
    field(page, "needs.jobs").fill("45");
    assertThat(page.locator(".derived")).hasText("= 2,3 addetti ogni 1.000 m²");
    field(page, "contact.organisation").fill("Meccanica Rossi");
    field(page, "contact.name").fill("Anna Rossi");
    field(page, "contact.email").fill("anna@rossi.example");
    page.reload();
    assertThat(field(page, "contact.email")).hasValue("anna@rossi.example");
    assertThat(page.locator(".chip")).containsText(code(plot));
    page.getByLabel("Ho letto l'informativa").check();
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    button(page, "Invia la richiesta").click();

    awaitReceipt(page, "Richiesta ricevuta");
    assertThat(page.locator(".place-title")).isFocused();
    String ticket = db.sql("SELECT ticket FROM inquiry").query(String.class).single();
    assertThat(page.locator(".ticket")).containsText(ticket);
    assertThat(page.locator(".receipt-places")).containsText(code(plot));
    assertNull(page.evaluate("() => localStorage.getItem('comparto-inquiry')"), "the draft is gone");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
    page.reload();
    assertThat(page.locator(".ticket")).containsText(ticket);
    assertTrue(db.sql("SELECT search FROM inquiry").query(String.class).single().contains("feature=plot/" + plot)
        || db.sql("SELECT search FROM inquiry").query(String.class).single().contains("feature=plot%2F" + plot));
  }

  @Test
  void theWholeFormCanBeFilledInByKeyboard(Browser browser) {
    Page page = browser.open("/#place=inquiry&lang=en", Browser.PHONE);
    page.waitForSelector(".inquiry-form");
    page.locator("#inquiry-places").focus();
    page.keyboard().type(code(plot()));
    page.keyboard().press("Enter");
    page.waitForSelector(".found button");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".chip")).containsText(code(plot()));
    type(page, "needs.activity", "logistics");
    type(page, "needs.areaM2", "5000");
    type(page, "contact.organisation", "Trans Ltd");
    type(page, "contact.name", "Joe Doe");
    type(page, "contact.email", "joe@trans.example");
    tabTo(page, "consent");
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    awaitReceipt(page, "Inquiry received");
    assertEquals("en", db.sql("SELECT language FROM inquiry").query(String.class).single());
  }

  @Test
  void aSecondPressOfTheButtonIsNotASecondInquiry(Browser browser) {
    Page page = filledIn(browser);
    page.evaluate("() => { const form = document.querySelector('.inquiry-form'); form.requestSubmit(); form.requestSubmit() }");
    awaitReceipt(page, "Richiesta ricevuta");
    assertEquals(1, db.sql("SELECT count(*) FROM inquiry").query(Integer.class).single());
  }

  @Test
  void anEmptiedFormIsForgotten(Browser browser) {
    Page page = filledIn(browser);
    page.reload();
    assertThat(field(page, "contact.name")).hasValue("Anna Rossi");
    button(page, "Svuota il modulo").click();
    assertThat(field(page, "contact.name")).hasValue("");
    page.reload();
    assertThat(field(page, "contact.name")).hasValue("");
  }

  @Test
  void whoHasToWaitIsToldHowLongAndLosesNothing(Browser browser) {
    Page page = filledIn(browser);
    db.sql("INSERT INTO source_attempt (kind, network) SELECT 'inquiries', unnest(ARRAY['127.0.0.1', '0:0:0:0:0:0:0:0/64']) FROM generate_series(1, 10)").update();
    button(page, "Invia la richiesta").click();
    assertThat(page.locator(".inquiry-trouble")).containsText("Riprovi tra 60 minuti");
    assertThat(field(page, "contact.name")).hasValue("Anna Rossi");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void theDeskAnswersNotesAndForgets(int width, Browser browser) {
    Page sender = filledIn(browser);
    button(sender, "Invia la richiesta").click();
    awaitReceipt(sender, "Richiesta ricevuta");
    db.sql("UPDATE inquiry SET received_at = now() - interval '3 days'").update();

    DeskPage desk = DeskPage.openAs(people, "desk", browser, "lang=it", width).place("Richieste");
    assertThat(desk.content()).containsText("nessun server di posta configurato");
    assertThat(desk.content().locator(".clock")).containsText("in ritardo");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    desk.button("Meccanica Rossi").click();
    assertThat(desk.content().locator("h1")).containsText("Richiesta 20");
    desk.content().getByLabel("Stato").selectOption("in_progress");
    desk.content().getByLabel("Assegnata a").selectOption("test-desk");
    desk.button("Salva").click();
    assertThat(desk.content().locator(".inquiry-history")).containsText("Stato: da «ricevuta» a «in lavorazione»");

    db.sql("UPDATE inquiry SET version = version + 1").update(); // a colleague was quicker
    desk.content().getByLabel("Stato").selectOption("closed");
    desk.button("Salva").click();
    assertThat(desk.content().locator(".form-trouble").first()).containsText("Nel frattempo la richiesta è stata modificata da altri.");
    desk.button("Rileggi la richiesta").click();
    assertThat(desk.content().locator(".form-trouble").first()).isEmpty();

    desk.content().getByLabel("Nota interna").fill("Richiamare lunedì");
    desk.button("Aggiungi la nota").click();
    assertThat(desk.content().locator(".inquiry-history")).containsText("Richiamare lunedì");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    assertEquals(0, desk.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    sender.reload();
    assertThat(sender.locator(".receipt-head")).containsText("in lavorazione");
    assertThat(sender.locator("#inquiry")).not().containsText("lunedì");

    desk.button("Cancella i dati personali").click();
    desk.answer("Cancella per sempre").click();
    assertThat(desk.content()).containsText("I dati personali sono stati cancellati");
    assertThat(desk.content()).not().containsText("Rossi");
    desk.button("Tutte le richieste").click();
    assertThat(desk.content()).containsText("persona cancellata");
  }

  @Test
  void thePrivacyPageNamesTheRetentionTimeOfThisInstallation(Browser browser) {
    Page page = browser.open("/privacy.html", Browser.DESKTOP);
    assertThat(page.locator("section[lang=it]")).containsText("si cancellano da soli dopo 24 mesi");
  }

  private Page filledIn(Browser browser) {
    Page page = browser.open("/#place=inquiry", Browser.DESKTOP);
    page.waitForSelector(".inquiry-form");
    field(page, "needs.activity").fill("lavorazioni meccaniche");
    field(page, "needs.areaM2").fill("20000");
    field(page, "contact.organisation").fill("Meccanica Rossi");
    field(page, "contact.name").fill("Anna Rossi");
    field(page, "contact.email").fill("anna@rossi.example");
    page.getByLabel("Ho letto l'informativa").check();
    return page;
  }

  /** The page itself waits until the form was open long enough. */
  private static void awaitReceipt(Page page, String title) {
    assertThat(page.locator(".place-title")).hasText(title);
  }

  private static void type(Page page, String name, String text) {
    tabTo(page, name);
    page.keyboard().type(text);
  }

  private static void tabTo(Page page, String name) {
    for (int i = 0; i < 30; i++) {
      if (name.equals(page.evaluate("() => document.activeElement.name"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + name);
  }

  private static Locator field(Page page, String name) {
    return page.locator("[name='" + name + "']");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private long plot() {
    return db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published'").query(Long.class).single();
  }

  private String code(long plot) {
    return db.sql("SELECT code FROM plot WHERE id = :id").param("id", plot).query(String.class).single();
  }
}
