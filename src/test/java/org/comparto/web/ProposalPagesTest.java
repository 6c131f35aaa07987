package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How planners and the office work: drawn and described by one, looked at and published by another, and nothing lost on the way. */
@BrowserTest
class ProposalPagesTest {

  private static final String NAME = "test-pages area";

  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void knowPeople() {
    people = new People(db, port);
    people.remove();
    people.make("test-anna", "planner", null);
    people.make("test-bruno", "planner", null);
    people.make("test-carla", "desk", null);
  }

  @AfterEach
  void nothingStays() {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version", "proposal")) {
      db.sql("DELETE FROM " + table).update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    Committed.write(transactions, db.sql("DELETE FROM energy_area WHERE name LIKE 'test-pages %'"));
    people.remove();
  }

  private EditPage open(Browser browser, String username, String view, int width) {
    return EditPage.open(browser, username, People.PASSWORD, view, width);
  }

  /** A corner of a plot that everybody sees, [longitude, latitude]. */
  private JsonNode plotCorner() {
    JsonNode plot = Http.get(port, "/ogc/collections/plot/items?limit=1&code=MO-01-003").json().path("features").path(0);
    return plot.path("geometry").path("coordinates").path(0).path(0).path(0);
  }

  private JsonNode publicAreas() {
    return Http.get(port, "/ogc/collections/energy_area/items?filter=name%20LIKE%20'test-pages%25'").json().path("features");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aPlannersDay(int width, Browser browser) {
    JsonNode corner = plotCorner();
    double lon = corner.path(0).asDouble();
    double lat = corner.path(1).asDouble();
    EditPage anna = open(browser, "test-anna", "place=edit&layer=energy_area&at=" + lat + "," + lon + ",17", width);
    anna.form();
    assertThat(anna.faults()).containsText("Idoneità");

    // a corner beside the plot's becomes the plot's corner; two sides that cross are found and shown at their place
    anna.showMap();
    anna.corner(lon, lat, 5, 4).corner(lon, lat, 120, -110).corner(lon, lat, 120, 10).corner(lon, lat, 10, -110).corner(lon, lat, 0, 0);
    Locator crossing = anna.faults().locator("[data-rule=geometry-self-intersection]");
    crossing.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    assertThat(anna.page().locator(".drawing-sign.is-fault")).isVisible();
    anna.showForm();
    anna.button("Annulla").click();
    anna.page().locator("[data-tool=polygon]").click();
    anna.showMap();
    anna.corner(lon, lat, 5, 4).corner(lon, lat, 120, 10).corner(lon, lat, 120, -110).corner(lon, lat, 10, -110).corner(lon, lat, 0, 0);
    anna.showForm();
    assertThat(crossing).hasCount(0);

    // what is missing leads to its field
    anna.faults().getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Idoneità")).click();
    assertThat(anna.page().locator("#edit-eligibility")).isFocused();
    anna.page().locator("#edit-eligibility").selectOption("suitable");
    anna.page().locator("#edit-power_kwp").fill("molta");
    assertThat(anna.page().locator("#edit-power_kwp-fault")).containsText("serve un numero");
    anna.page().locator("#edit-power_kwp").fill("1.250,5");
    assertThat(anna.page().locator("#edit-power_kwp-fault")).isHidden();
    anna.page().locator("#edit-name").fill(NAME);
    anna.page().locator("#edit-note").fill("Tetti del comparto");
    assertThat(anna.faults()).containsText("È completa");
    anna.page().keyboard().press("Control+s");
    assertThat(anna.status()).containsText("Bozza salvata");
    long proposal = anna.proposal();
    JsonNode draft = anna.ask("/api/proposals/" + proposal);
    assertEquals(1250.5, draft.path("properties").path("power_kwp").asDouble());
    assertTrue(hasCorner(draft.path("geometry"), lon, lat), "not snapped: " + draft.path("geometry"));
    anna.button("Invia per la revisione").click();
    anna.answer("Invia").click();
    assertThat(anna.page().locator(".edit-head")).containsText("Da esaminare");
    assertThat(anna.page().locator("#edit")).containsText("deve approvarla un’altra persona");
    assertThat(anna.page().locator("[data-step=approve]")).hasCount(0);
    assertEquals(0, publicAreas().size());

    // somebody else approves and publishes
    EditPage bruno = open(browser, "test-bruno", "place=work&task=review", width);
    assertThat(bruno.page().locator("#work-link .notices")).containsText("1");
    bruno.page().locator("tr[data-proposal='" + proposal + "'] button").click();
    assertThat(bruno.page().locator(".diff-table")).containsText(NAME);
    bruno.decide("approve", "Approva", "Va bene").decide("publish", "Pubblica", "");
    assertThat(bruno.page().locator(".edit-head")).containsText("Pubblicata");
    assertEquals(1, publicAreas().size());
    long feature = publicAreas().path(0).path("id").asLong();
    Page anybody = browser.open("/#place=map&feature=energy_area/" + feature + "&at=" + lat + "," + lon + ",17&lang=it", width);
    assertThat(anybody.locator("#feature")).containsText(NAME);
    assertThat(anybody.locator("#feature")).not().containsText("Proponi una modifica");

    // a second version, and back to the first
    publishChange(feature, Map.of("power_kwp", 10), null);
    EditPage carla = open(browser, "test-carla", "place=map&feature=energy_area/" + feature, width);
    carla.page().locator("#feature").getByText("Storia").click();
    carla.button("Confronta la versione 1 con la precedente").click();
    assertThat(carla.page().locator(".past-compared")).containsText("1.250,5");
    carla.button("Ripristina la versione 0").click();
    carla.page().locator("dialog textarea").fill("Era giusto prima");
    carla.answer("Ripristina").click();
    assertThat(carla.page().locator("#history")).containsText("La versione 0 è di nuovo quella attuale");
    assertThat(carla.page().locator("[data-version='2']")).containsText("Era giusto prima");
    assertEquals(1250.5, publicAreas().path(0).path("properties").path("power_kwp").asDouble());
    assertEquals(List.of(), browser.complaints());
  }

  /** As test-bruno proposes and test-carla decides. */
  private void publishChange(long feature, Map<String, Object> properties, @Nullable String geometry) {
    Visitor bruno = Visitor.signedIn(port, "test-bruno", People.PASSWORD);
    Visitor carla = Visitor.signedIn(port, "test-carla", People.PASSWORD);
    JsonNode made = begin(bruno, "change", feature, properties, geometry);
    JsonNode now = step(bruno, made, "submit");
    step(carla, step(carla, now, "approve"), "publish");
  }

  private static JsonNode begin(Visitor author, String kind, @Nullable Long feature, Map<String, Object> properties, @Nullable String geometry) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("layer", "energy_area").put("kind", kind);
    if (feature != null) {
      body.put("feature", feature);
    }
    body.set("properties", JsonMapper.shared().valueToTree(properties));
    body.set("geometry", geometry == null ? JsonMapper.shared().nullNode() : JsonMapper.shared().readTree(geometry));
    return sound(author.send("POST", "/api/proposals", body.toString()));
  }

  private static JsonNode step(Visitor who, JsonNode proposal, String step) {
    return sound(who.send("POST", "/api/proposals/" + proposal.path("id").asLong() + "/steps", "{\"step\": \"" + step + "\", \"comments\": []}",
        "If-Match", "\"" + proposal.path("version").asInt() + "\""));
  }

  private static JsonNode sound(Http.Answer answer) {
    assertTrue(answer.status() < 300, answer.text());
    return answer.json();
  }

  private long publishArea() {
    JsonNode corner = plotCorner();
    double lon = corner.path(0).asDouble();
    double lat = corner.path(1).asDouble();
    String shape = "{\"type\": \"Polygon\", \"coordinates\": [[[%1$s, %2$s], [%3$s, %2$s], [%3$s, %4$s], [%1$s, %2$s]]]}"
        .formatted(lon, lat, lon + 0.001, lat + 0.001);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    Visitor bruno = Visitor.signedIn(port, "test-bruno", People.PASSWORD);
    JsonNode made = begin(anna, "create", null, Map.of("name", NAME, "eligibility", "suitable", "power_kwp", 5), shape);
    step(bruno, step(bruno, step(anna, made, "submit"), "approve"), "publish");
    return publicAreas().path(0).path("id").asLong();
  }

  @Test
  void whoeverMeetsSomebodyElsesChangeDecidesFieldByFieldWhatStays(Browser browser) {
    long feature = publishArea();
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    JsonNode mine = begin(anna, "change", feature, Map.of("power_kwp", 7, "contact", "ufficio"), null);
    publishChange(feature, Map.of("power_kwp", 9, "act", "Delibera 1"), null);

    EditPage page = open(browser, "test-anna", "place=edit&proposal=" + mine.path("id").asLong(), Browser.DESKTOP);
    page.button("Confronta e unisci").click();
    assertThat(page.page().locator(".merge-row.is-conflict")).hasCount(1);
    assertThat(page.page().locator(".merge-row[data-attribute=power_kwp]")).containsText("9 kWp");
    assertThat(page.page().locator("#merge-done")).isDisabled();
    assertEquals(List.of(), AccessibilityTest.grave(page.page()));
    page.page().locator("#merge-power_kwp-theirs").check();
    page.page().locator("#merge-done").click();
    page.form();
    assertThat(page.page().locator("#edit-power_kwp")).hasValue("9");
    assertThat(page.page().locator("#edit-act")).hasValue("Delibera 1");
    assertThat(page.page().locator("#edit-contact")).hasValue("ufficio");

    // the same draft in another window
    JsonNode now = page.ask("/api/proposals/" + mine.path("id").asLong());
    ObjectNode other = JsonMapper.shared().createObjectNode().put("note", "altra finestra");
    other.set("properties", JsonMapper.shared().valueToTree(Map.of("contact", "altro ufficio")));
    other.set("geometry", JsonMapper.shared().nullNode());
    sound(anna.send("PUT", "/api/proposals/" + now.path("id").asLong(), other.toString(), "If-Match", "\"" + now.path("version").asInt() + "\""));
    page.page().locator("#edit-find").fill("contatto");
    page.page().locator("#edit-contact").fill("il mio ufficio");
    page.button("Salva la bozza").click();
    page.page().locator("#merge-contact-mine").check();
    page.page().locator("#merge-done").click();
    page.form();
    assertEquals("il mio ufficio", page.ask("/api/proposals/" + mine.path("id").asLong()).path("properties").path("contact").asString());
  }

  @Test
  void aLostConnectionIsSaidAndLeavingAsks(Browser browser) {
    long feature = publishArea();
    EditPage anna = open(browser, "test-anna", "place=edit&layer=energy_area&feature=" + feature, Browser.DESKTOP);
    anna.form();
    anna.page().locator("#edit-find").fill("contatto");
    anna.page().locator("#edit-contact").fill("ufficio");
    anna.page().context().setOffline(true);
    anna.button("Salva la bozza").click();
    assertThat(anna.status()).containsText("Nessun collegamento");
    anna.page().context().setOffline(false);
    anna.page().locator(".places a[data-place=map]").click();
    assertThat(anna.page().locator("dialog")).containsText("Il server non ha ancora le ultime modifiche");
    anna.answer("Resta qui").click();
    assertThat(anna.page().locator("#edit-contact")).hasValue("ufficio");
    anna.page().locator(".places a[data-place=map]").click();
    anna.answer("Salva ed esci").click();
    assertThat(anna.page().locator("#edit")).isHidden();
    assertEquals("ufficio", anna.ask("/api/proposals?task=mine").path("proposals").path(0).path("id").isMissingNode() ? ""
        : anna.ask("/api/proposals/" + anna.ask("/api/proposals?task=mine").path("proposals").path(0).path("id").asLong()).path("properties").path("contact").asString());
  }

  @Test
  void commentsArePinnedToFieldsAndPlacesAndAnsweredByTheAuthor(Browser browser) {
    long feature = publishArea();
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    JsonNode submitted = step(anna, begin(anna, "change", feature, Map.of("power_kwp", 7), null), "submit");
    EditPage bruno = open(browser, "test-bruno", "place=edit&proposal=" + submitted.path("id").asLong(), Browser.DESKTOP);
    bruno.page().locator(".edit-talk summary").click();
    bruno.page().getByLabel("Nuova osservazione").fill("Perché <b>sette</b>?");
    bruno.page().getByLabel("Riguarda").selectOption("power_kwp");
    bruno.button("Fissa a un punto della mappa").click();
    assertThat(bruno.page().locator("#map.is-drawing")).isVisible(); // what reads the keys has come
    bruno.page().locator("#map").press(" ");
    assertThat(bruno.page().locator(".edit-talk")).containsText("Punto fissato");
    bruno.button("Aggiungi l’osservazione").click();
    assertThat(bruno.page().locator(".comment-text")).hasText("Perché <b>sette</b>?");
    assertThat(bruno.page().locator(".overlay-comment")).hasCount(1);
    bruno.decide("send_back", "Rinvia", "Si spieghi");
    EditPage author = open(browser, "test-anna", "place=work&task=news", Browser.DESKTOP);
    assertThat(author.page().locator(".work-news li.is-unseen").first()).containsText("test-bruno");
    author.page().locator(".work-news button").first().click();
    author.form();
    author.button("Al campo «Potenza installabile»").click();
    assertThat(author.page().locator("#edit-power_kwp")).isFocused();
    author.button("Segna come risolta").click();
    assertThat(author.page().locator(".edit-comments .is-resolved")).hasCount(1);
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @CsvSource({"place=edit&layer=energy_area, .edit-form, 1440", "place=edit&layer=energy_area, .edit-form, 360", "place=work&task=mine, .desk-empty, 1440", "place=work&task=mine, .desk-empty, 360",
      "place=work&task=retired, .work-filters, 1440"})
  void axeFindsNothingSeriousInTheNewPlaces(String view, String there, int width, Browser browser) {
    EditPage page = open(browser, "test-carla", view, width);
    page.page().waitForSelector(there);
    assertEquals(List.of(), AccessibilityTest.grave(page.page()));
    assertEquals(0, page.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void axeFindsNothingSeriousInReviewAndHistory(int width, Browser browser) {
    long feature = publishArea();
    publishChange(feature, Map.of("power_kwp", 9), null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    JsonNode submitted = step(anna, begin(anna, "change", feature, Map.of("power_kwp", 7), null), "submit");
    EditPage bruno = open(browser, "test-bruno", "place=edit&proposal=" + submitted.path("id").asLong(), width);
    bruno.page().waitForSelector(".diff-table");
    assertEquals(List.of(), AccessibilityTest.grave(bruno.page()));
    bruno.go("place=history&past=energy_area/" + feature + "&versions=0,1");
    bruno.page().waitForSelector(".past-compared .diff-table");
    assertEquals(List.of(), AccessibilityTest.grave(bruno.page()));
    assertEquals(0, bruno.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
  }

  private static boolean hasCorner(JsonNode geometry, double lon, double lat) {
    return geometry.toString().contains("[" + lon + "," + lat + "]");
  }
}
