package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A company answers by its link on a phone; the desk looks companies up, asks them and merges two that are one. */
@BrowserTest
class SurveyPagesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  People people;
  String desk;
  long company;

  @BeforeEach
  void twoRecordsOfOneCompany() {
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "write");
    for (String name : List.of("Officina Prova Verdi Srl", "OFFICINA PROVA VERDI")) {
      Committed.write(transactions, db.sql("""
          INSERT INTO company (code, name, territory_code, municipality_code, employees, phone, geom)
          SELECT 'PAGES-' || left(:name, 3), :name, territory_code, municipality_code, 4, '059 998877', geom FROM company WHERE demonstration ORDER BY id LIMIT 1""").param("name", name));
    }
    company = db.sql("SELECT id FROM company WHERE code = 'PAGES-Off'").query(Long.class).single();
  }

  @AfterEach
  void asItWas() {
    for (String table : List.of("survey", "survey_campaign", "company_merge")) {
      db.sql("DELETE FROM " + table).update();
    }
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code LIKE 'PAGES-%'"));
    people.remove();
  }

  @Test
  void aCompanySeesWhatIsKeptCorrectsItAndSaysWhatMayBePublic(Browser browser) {
    Page page = browser.open("/#place=survey&lang=it&token=" + token(), Browser.PHONE);
    assertThat(page.locator(".survey-company")).containsText("Officina Prova Verdi Srl");
    page.getByText("Dimensione", new Page.GetByTextOptions().setExact(true)).first().click();
    page.locator("#survey-employees").fill("6");
    assertThat(page.locator(".survey-status")).containsText("Bozza salvata");
    page.reload();
    page.getByText("Dimensione", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page.locator("#survey-employees")).hasValue("6");
    page.locator("#survey-employees").fill("7");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("EN").setExact(true)).click(); // at once, before it is kept by itself
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("#survey-employees")).hasValue("7");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("IT").setExact(true)).click();
    assertThat(page.locator("html")).hasAttribute("lang", "it");
    page.locator("#survey-consent-identity").check();
    Locator send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia").setExact(true));
    send.click();
    assertThat(page.locator(".survey-form .survey-trouble")).containsText("Scriva chi lo dice");
    page.locator("#survey-person").fill("Ugo Verdi, titolare");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    send.click();
    assertThat(page.locator(".survey-state")).containsText("Grazie");
    assertThat(page.locator(".survey-state")).isFocused();
    assertEquals(7, Http.get(port, "/api/census/companies/" + company, "Authorization", "Bearer " + desk).json().path("properties").path("employees").asInt());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theDeskLooksCompaniesUpAsksThemAndMergesTwo(Browser browser) {
    people.make("test-office", "desk", null);
    Page page = browser.open("/#place=census&view=companies&lang=it", Browser.DESKTOP);
    page.waitForSelector("body.is-ready");
    page.evaluate("([name, password]) => fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: name, password }) }).then((answer) => answer.status)",
        List.of("test-office", People.PASSWORD));
    page.reload();
    page.getByLabel("Nome, codice, partita IVA").fill("officina prova");
    assertThat(page.locator(".survey-found .side-card")).hasCount(2);
    page.locator(".survey-found .side-card").filter(new Locator.FilterOptions().setHasText("Srl")).click();
    assertThat(page.locator(".survey-company-body")).containsText("non pubblico");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, "Intervista").click();
    assertThat(page.locator(".survey-form")).isVisible();
    assertEquals(List.of(), AccessibilityTest.grave(page));

    button(page, "Rilevazione").click();
    page.getByLabel("Nome", new Page.GetByLabelOptions().setExact(true)).fill("Prova");
    button(page, "Crea la rilevazione").click();
    page.getByText("Invita imprese", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Nome, codice, partita IVA").fill("officina prova");
    button(page, "Cerca").click();
    button(page, "Invita 2 imprese").click();
    assertThat(page.locator(".survey-row")).hasCount(2);
    assertThat(page.locator(".side-notice.is-good")).containsText("2 imprese invitate");

    button(page, "Doppioni").click();
    page.locator(".side-card").filter(new Locator.FilterOptions().setHasText("OFFICINA PROVA VERDI")).click();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    button(page, "Unisci").click();
    assertThat(page).hasURL(Pattern.compile(".*view=companies&item=" + company + ".*"));
    assertThat(page.locator(".survey-company-body")).containsText("Comprende le schede unite");
    assertEquals(List.of(), browser.complaints());
  }

  private String token() {
    Http.Answer made = Http.send(port, "POST", "/api/surveys/campaigns", "{\"name\": \"Prova\", \"intake\": \"direct\", \"groups\": [\"identity\", \"size\"]}", "Authorization", "Bearer " + desk);
    long campaign = made.json().path("id").asLong();
    Http.send(port, "POST", "/api/surveys/campaigns/" + campaign + "/letters", "{\"companies\": [" + company + "]}", "Authorization", "Bearer " + desk);
    JsonNode surveys = Http.get(port, "/api/surveys?campaign=" + campaign, "Authorization", "Bearer " + desk).json().path("surveys");
    return Http.get(port, "/api/surveys/" + surveys.get(0).path("id").asLong() + "/link", "Authorization", "Bearer " + desk).json().path("token").asString();
  }

  private static Locator button(Page page, String name) {
    return page.locator("#census").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
