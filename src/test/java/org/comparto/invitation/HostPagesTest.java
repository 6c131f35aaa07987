package org.comparto.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A host at the page of its link, the desk at a host's profile, and an organiser at the answers, on a wide and on a narrow screen. */
@BrowserTest
class HostPagesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired InvitationTokens tokens;
  People people;
  String desk;
  long harbour;
  String token;
  final LocalDate day = OrdinaryWeek.ahead(35, DayOfWeek.WEDNESDAY);

  @BeforeEach
  void anInvitation() {
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "review", "write");
    db.sql("DELETE FROM invitation").update();
    db.sql("INSERT INTO visit_campaign (id, territory_code, name, owner_name, document) OVERRIDING SYSTEM VALUE VALUES (77, 'cremona', 'Open days', 'test-desk', '{}')").update();
    harbour = host("VIS-CR-02");
    token = tokens.of(invite(harbour, "09:00", "10:00"));
  }

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM invitation").update();
    db.sql("DELETE FROM visit_campaign WHERE id = 77").update();
    Committed.write(transactions, db.sql("""
        UPDATE visit_place AS p SET visit_hours = h.attributes ->> 'visit_hours', visit_blackout = NULL, visit_parking_lon = (h.attributes ->> 'visit_parking_lon')::numeric,
          visit_parking_lat = (h.attributes ->> 'visit_parking_lat')::numeric
        FROM feature_history AS h WHERE h.layer_id = 'visit_place' AND h.feature_id = p.id AND p.code = 'VIS-CR-02'
          AND h.version = (SELECT min(version) FROM feature_history WHERE layer_id = 'visit_place' AND feature_id = p.id)"""));
    people.remove();
  }

  @ParameterizedTest
  @CsvSource({"1440, it, Accetto, Visita accettata", "360, en, Accept, Visit accepted"})
  void aHostSeesWhatIsAskedAndAccepts(int width, String language, String accept, String accepted, Browser browser) {
    Page page = open(browser, "/#place=visit&lang=" + language + "&token=" + token, width, ".visit-answers");
    assertThat(page.locator(".visit")).containsText("3B, ITIS");
    assertThat(page.locator(".visit a[href='tel:+390372000000']")).isVisible();
    assertThat(grave(page)).isEmpty();
    assertThat(overflow(page)).isLessThanOrEqualTo(0);
    button(page, accept).click();
    assertThat(page.locator(".visit-state")).containsText(accepted);
    assertThat(page.locator(".visit-state")).isFocused();
    assertThat(page.locator(".visit a[download]")).isVisible();
    page.reload();
    assertThat(page.locator(".visit-state")).containsText(accepted);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aHostNamesAnotherTimeAndCorrectsItsHours(Browser browser) {
    Page page = open(browser, "/#place=visit&lang=it&token=" + token, Browser.DESKTOP, ".visit-answers");
    page.locator("[data-answer=counter]").click();
    page.locator("#visit-start").fill("14:30");
    page.locator("#visit-end").fill("14:00");
    button(page, "Proponi questo orario").click();
    assertThat(page.locator(".host-trouble").first()).containsText("finisce dopo l'inizio");
    page.locator("#visit-end").fill("15:30");
    button(page, "Proponi questo orario").click();
    assertThat(page.locator(".visit-state")).containsText("Ha proposto un altro orario");
    assertThat(page.locator(".visit")).containsText("14:30–15:30");

    page.locator(".host-own > summary").click();
    assertThat(page.locator(".week-row[data-day=Mo] input")).hasCount(4);
    page.locator(".week-row[data-day=Fr]").getByLabel("Togli l'orario 1: Venerdì").click();
    page.locator(".calendar-field").getByLabel("Mese successivo").click();
    page.waitForSelector(".calendar-grid[data-month='" + YearMonth.now(ZoneId.of("Europe/Rome")).plusMonths(1) + "']");
    String off = page.locator(".calendar-day.is-open").first().getAttribute("data-date");
    page.locator(".calendar-day.is-open").first().click();
    assertThat(page.locator("[data-date='" + off + "']")).hasAttribute("aria-pressed", "true");
    button(page, "Indica sulla mappa").click();
    assertThat(page.locator("#map.is-drawing")).isVisible();
    var map = page.locator("#map").boundingBox();
    page.mouse().click(map.x + map.width / 2 + 20, map.y + map.height / 2);
    assertThat(page.locator(".host-own")).containsText("Posizione: ");
    assertThat(grave(page)).isEmpty();
    button(page, "Invia la modifica").click();
    assertThat(page.locator(".host-good")).containsText("lo sportello ha ricevuto");
    String proposed = db.sql("SELECT properties::text FROM proposal WHERE layer_id = 'visit_place' ORDER BY id DESC LIMIT 1").query(String.class).single();
    assertThat(proposed).contains("Mo-Th 09:00-12:00,14:00-16:30; PH off", off, "visit_parking_lon").doesNotContain("visit_themes", "visit_minutes");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theDeskChangesAProfileAndEverybodySeesIt(Browser browser) {
    Page page = open(browser, "/#place=host&lang=it&id=" + harbour, Browser.PHONE, ".host-facts");
    assertThat(page.locator(".host-panel")).containsText("Dato dimostrativo");
    assertThat(page.locator(".host-panel")).not().containsText("Modifica la scheda");
    assertThat(grave(page)).isEmpty();
    people.signIn("desk");
    page.evaluate("([name, password]) => fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: name, password }) }).then((answer) => answer.status)",
        List.of("test-desk", People.PASSWORD));
    page.reload();
    button(page, "Modifica la scheda").click();
    page.locator("#host-visit_max_people").fill("5");
    button(page, "Salva").click();
    assertThat(page.locator(".host-form > .host-trouble")).containsText("non può superare");
    page.locator("#host-visit_max_people").fill("50");
    page.locator("#host-off-from").fill(day.toString());
    button(page, "Escludi il periodo").click();
    assertThat(page.locator(".host-preview")).containsText("Giorni esclusi");
    button(page, "Salva").click();
    assertThat(page.locator(".host-good")).containsText("Salvato");
    assertThat(Http.get(port, "/api/hosts/" + harbour).json().path("visit").path("blackout").get(0).asString()).isEqualTo(day.toString());
    assertThat(overflow(page)).isLessThanOrEqualTo(0);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOrganiserSeesAnswersAndWhoCouldTakeAPlace(Browser browser) {
    assertThat(Http.send(port, "POST", "/api/visits/" + token + "/answer", "{\"answer\": \"decline\", \"reason\": \"Inventario\"}").status()).isEqualTo(200);
    long museum = host("VIS-CR-01");
    Page page = browser.open("/privacy.html", Browser.DESKTOP); // a page without a map of its own: the panel stands alone on it
    page.evaluate("""
        async ([token, harbour, museum, day]) => {
          const { invitationStates } = await import('/js/invitations/states.js')
          const { json } = await import('/js/api/server.js')
          const session = { ask: (address, { method = 'GET', content, headers = {} } = {}) => json(address, { method, headers: { ...headers, Authorization: `Bearer ${token}`, ...(content && { 'Content-Type': 'application/json' }) }, body: content && JSON.stringify(content) }) }
          const root = document.createElement('main')
          document.body.replaceChildren(root)
          const visit = { date: day, people: 22, group: { level: 'upper_secondary', age: 16 }, organiser: { name: 'Anna Verdi', email: 'anna@scuola.example.org' } }
          await invitationStates({ root, about: 'campaign:77', session, signal: null, onReplace: (stop, host) => { root.dataset.taken = host.id },
            stops: [{ host: harbour, name: 'Porto', start: '09:00', end: '10:00', ...visit }, { host: museum, name: 'Museo', start: '11:00', end: '12:00', ...visit }] })
        }""", List.of(desk, (int) harbour, (int) museum, day.toString()));
    Locator harbourRow = page.locator("[data-host='" + harbour + "']");
    assertThat(harbourRow).containsText("rifiutata");
    assertThat(harbourRow).containsText("Inventario");
    button(page, "Invita chi manca (1)").click();
    Locator museumRow = page.locator("[data-host='" + museum + "']");
    assertThat(museumRow).containsText("in attesa");
    assertThat(page.locator(".visit-said")).containsText("0 accettate su 2, 1 in attesa");
    museumRow.getByText("Ha detto sì per telefono").click();
    assertThat(museumRow).containsText("accettata");
    harbourRow.getByText("Chi può sostituirla?").click();
    assertThat(harbourRow.locator(".visit-suggestions li").first()).containsText("simile per");
    harbourRow.getByText("Metti al suo posto").first().click();
    assertThat(page.locator("main")).hasAttribute("data-taken", java.util.regex.Pattern.compile("\\d+"));
    assertThat(grave(page)).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  private Page open(Browser browser, String path, int width, String seen) {
    Page page = browser.open(path, width);
    page.waitForSelector("body.is-ready");
    page.waitForSelector(seen);
    return page;
  }

  private long invite(long host, String start, String end) {
    return Http.send(port, "POST", "/api/invitations", "[{\"host\": " + host + ", \"about\": \"campaign:77\", \"date\": \"" + day + "\", \"start\": \"" + start + "\", \"end\": \"" + end
        + "\", \"people\": 22, \"group\": {\"name\": \"3B, ITIS\", \"level\": \"upper_secondary\", \"age\": 16}, \"organiser\": {\"name\": \"Anna Verdi\","
        + " \"email\": \"anna@scuola.example.org\", \"phone\": \"+39 0372 000000\"}}]", "Authorization", "Bearer " + desk).json().path("invitations").get(0).path("id").asLong();
  }

  private long host(String code) {
    return db.sql("SELECT id FROM visit_place WHERE code = :code").param("code", code).query(Long.class).single();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static int overflow(Page page) {
    return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static List<String> grave(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact())).map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList();
  }
}
