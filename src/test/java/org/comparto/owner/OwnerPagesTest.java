package org.comparto.owner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An owner at the pages that need no account, and the desk at its page about them, on a wide and on a narrow screen. */
@BrowserTest
class OwnerPagesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired OwnerTokens tokens;
  People people;
  String desk;
  long plot;

  @BeforeEach
  void anOldPlot() {
    people = new People(db, port);
    desk = people.token("desk", "read", "write");
    plot = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND status = 'available' AND owner_contact IS NOT NULL ORDER BY id LIMIT 1").query(Long.class).single();
    Committed.write(transactions, db.sql("UPDATE plot SET owner_contact = 'ugo@verdi-terreni.it', verified_on = DATE '2024-01-01' WHERE id = " + plot));
  }

  @AfterEach
  void asItWas() {
    db.sql("DELETE FROM owner_question").update();
    db.sql("DELETE FROM owner_letter").update();
    db.sql("DELETE FROM plot_offer").update();
    db.sql("DELETE FROM source_attempt").update();
    Committed.write(transactions, db.sql("UPDATE plot SET verified_on = former.verified_on, owner_contact = former.owner_contact FROM (SELECT (attributes ->> 'verified_on')::date AS verified_on,"
        + " attributes ->> 'owner_contact' AS owner_contact FROM feature_history WHERE layer_id = 'plot' AND feature_id = " + plot + " ORDER BY version LIMIT 1) AS former WHERE id = " + plot));
    people.remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void anOwnerDrawsAPlotAndSeesWhatBecomesOfTheOffer(int width, Browser browser) {
    double[] free = db.sql("""
        SELECT ARRAY[ST_X(circle.center), ST_Y(circle.center)]
        FROM industrial_zone AS zone
        CROSS JOIN LATERAL (SELECT ST_Difference(zone.geom, ST_Union(plot.geom)) AS geom FROM plot WHERE ST_Intersects(plot.geom, zone.geom)) AS free
        CROSS JOIN LATERAL ST_MaximumInscribedCircle(free.geom) AS circle
        WHERE zone.publication_status = 'published' AND NOT ST_IsEmpty(free.geom) ORDER BY circle.radius DESC, zone.id LIMIT 1""")
        .query((row, n) -> java.util.Arrays.stream((Double[]) row.getArray(1).getArray()).mapToDouble(Double::doubleValue).toArray()).single();
    Page page = browser.open("/#place=offer&lang=it&layers=plot,industrial_zone&at=" + free[1] + "," + free[0] + ",18", width);
    page.waitForSelector("body.is-ready");
    Locator send = button(page, "Invia la proposta");
    assertThat(send).isVisible();
    send.click();
    assertThat(page.locator(".offer-trouble")).containsText("Manca il perimetro");

    button(page, "Disegna sulla mappa").click();
    assertThat(page.locator("#map.is-drawing")).isVisible();
    var map = page.locator("#map").boundingBox();
    double x = map.x + map.width / 2;
    double y = map.y + map.height / 2;
    for (int[] corner : List.of(new int[] {-12, -12}, new int[] {12, -12}, new int[] {12, 12}, new int[] {-12, 12})) {
      page.mouse().click(x + corner[0], y + corner[1]);
      page.waitForTimeout(350); // two quick clicks would be a double click
    }
    page.keyboard().press("Enter");
    assertThat(page.locator(".offer-said")).containsText("Perimetro di circa");
    assertThat(page.locator("#offer-area_m2")).not().hasValue("");
    page.locator(".offer-sections details").first().evaluate("() => document.querySelectorAll('.offer-sections details').forEach((one) => { one.open = true })");
    page.locator("#offer-address").fill("Via dell'Industria 3");
    page.locator("#offer-price_eur_m2").fill("80");
    page.locator("#offer-contact-name").fill("Ugo Verdi");
    page.locator("#offer-contact-email").fill("ugo@verdi-terreni.it");
    for (String language : List.of("EN", "IT")) { // what is drawn and written stays
      button(page, language).click();
      assertThat(page.locator("html")).hasAttribute("lang", language.toLowerCase(Locale.ROOT));
      assertThat(page.locator("#offer-contact-email")).hasValue("ugo@verdi-terreni.it");
      assertThat(page.locator("#offer-price_eur_m2")).hasValue("80");
    }
    assertThat(page.locator(".offer-said")).containsText("Perimetro di circa");
    page.locator("#offer-consent").check();
    send.click();
    assertThat(page.locator(".offer-ticket")).containsText("O-");
    assertThat(page.locator(".offer-state")).containsText("lo sportello la verifica");
    assertThat(page.locator(".offer-receipt")).containsText("Via dell'Industria 3");
    assertThat(page.locator(".offer-receipt")).not().containsText("ugo@verdi");
    assertThat(page.url()).contains("offered=");
    page.reload();
    assertThat(page.locator(".offer-ticket")).containsText("O-");
    assertThat(overflow(page)).isLessThanOrEqualTo(0);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOwnerFindsThePlotByItsCadastralReference(Browser browser) {
    Map<String, Object> parcel = db.sql("SELECT properties ->> 'cadastral_code' AS code, properties ->> 'sheet' AS sheet, properties ->> 'parcel' AS parcel FROM thematic_cadastral_parcel"
        + " ORDER BY id LIMIT 1").query().singleRow();
    Page page = browser.open("/#place=offer&lang=it", Browser.DESKTOP);
    page.getByText("Oppure per foglio e particella").click();
    button(page, "Cerca la particella").click();
    assertThat(page.locator(".offer-cadastre")).containsText("Servono Comune, foglio e particella");
    page.getByLabel("Comune (nome o codice catastale)").fill(parcel.get("code").toString());
    page.locator("#offer-cadastre-sheet").fill(parcel.get("sheet").toString());
    page.locator("#offer-cadastre-parcel").fill(parcel.get("parcel").toString());
    button(page, "Cerca la particella").click();
    assertThat(page.locator(".offer-cadastre")).containsText("Nel perimetro: particelle " + parcel.get("parcel"));
    assertThat(page.locator(".offer-said")).containsText("Perimetro di circa");
    assertThat(page.locator("#offer-cadastral_parcels")).hasValue(parcel.get("parcel").toString());
    assertThat(page.locator("#offer-cadastral_code")).hasValue(parcel.get("code").toString());
    page.locator("#offer-cadastre-parcel").fill("999999");
    button(page, "Cerca la particella").click();
    assertThat(page.locator(".offer-cadastre")).containsText("Questa particella non c'è");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void anOwnerSaysThatThePlotIsStillLikeThis(int width, Browser browser) {
    Page page = browser.open("/#place=offer&lang=it&question=" + ask(), width);
    page.waitForSelector("body.is-ready");
    assertThat(page.locator(".offer-published")).isVisible();
    assertThat(page.locator(".offer-question")).containsText("verificato il 1 gennaio 2024");
    button(page, "Qualcosa è cambiato").click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Che cosa è cambiato?"))).isFocused();
    button(page, "Invia le modifiche").click();
    assertThat(page.locator(".offer-form .offer-trouble-text")).containsText("Non ha cambiato nulla");
    assertThat(db.sql("SELECT verified_on FROM plot WHERE id = :id").param("id", plot).query(LocalDate.class).single()).isEqualTo(LocalDate.of(2024, 1, 1));
    button(page, "È ancora così").click();
    assertThat(page.locator(".offer-state")).containsText("Grazie: confermato il");
    assertThat(page.locator(".offer-state")).isFocused();
    assertThat(db.sql("SELECT verified_on FROM plot WHERE id = :id").param("id", plot).query(LocalDate.class).single()).isEqualTo(LocalDate.now(ZoneId.of("Europe/Rome")));
    assertThat(overflow(page)).isLessThanOrEqualTo(0);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOwnerSendsAChange(Browser browser) {
    Page page = browser.open("/#place=offer&lang=en&question=" + ask(), Browser.DESKTOP);
    button(page, "Something has changed").click();
    page.locator(".offer-sections details").first().evaluate("() => document.querySelectorAll('.offer-sections details').forEach((one) => { one.open = true })");
    page.locator("#offer-price_eur_m2").fill("71.5");
    button(page, "Send the changes").click();
    assertThat(page.locator(".offer-state")).containsText("your changes of");
    assertThat(db.sql("SELECT properties ->> 'price_eur_m2' FROM proposal WHERE id = (SELECT proposal_id FROM plot_offer WHERE plot_id = :plot)").param("plot", plot).query(String.class).single())
        .isEqualTo("71.5");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void theDeskAsksAndSeesTheAnswers(int width, Browser browser) {
    people.make("test-office", "desk", null);
    Page page = browser.open("/#place=owners&lang=it", width);
    page.waitForSelector("body.is-ready");
    page.evaluate("([name, password]) => fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: name, password }) }).then((answer) => answer.status)",
        List.of("test-office", People.PASSWORD));
    page.reload();
    page.locator("#desk input[type=date]").fill("2024-06-01");
    page.locator("#desk input[type=date]").blur();
    assertThat(page.locator("#desk tbody tr")).hasCount(1);
    button(page, "Scrivi per 1 lotto").click();
    assertThat(page.locator("#desk .notice-good")).containsText("Mail in coda: 1");
    button(page, "Risposte").click();
    assertThat(page.locator("#desk tbody tr")).hasCount(1);
    assertThat(page.locator("#desk tbody")).containsText("senza risposta");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ritira la domanda")).click();
    assertThat(page.locator("#desk tbody")).containsText("ritirati");
    button(page, "Proposte").click();
    assertThat(page.locator("#desk")).containsText("Ancora nessuna proposta");
    assertThat(overflow(page)).isLessThanOrEqualTo(0);
    assertThat(browser.complaints()).isEmpty();
  }

  private String ask() {
    Http.Answer asked = Http.send(port, "POST", "/api/owners/letters", "{\"before\": \"2024-06-01\", \"plots\": [" + plot + "], \"language\": \"it\"}", "Authorization", "Bearer " + desk);
    assertThat(asked.json().path("questions").asInt()).as(asked.text()).isEqualTo(1);
    return tokens.of(OwnerTokens.Use.QUESTION, db.sql("SELECT max(id) FROM owner_question").query(Long.class).single());
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Pixels by which the page is wider than the window. */
  private static int overflow(Page page) {
    return ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
  }
}
