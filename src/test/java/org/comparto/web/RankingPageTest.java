package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Ranking, need sheet and comparison as people use them: by finger, by keys, by link. */
@BrowserTest
class RankingPageTest {

  private static final String RANK = "price_eur_m2:min:60,urbanisation_charges_eur_m2:min:25,electricity_distance_m:min:15";

  /** What is verified so lately that it is shown (estate/Freshness). */
  private static final String FRESH = "coalesce(verified_on, surveyed_on, updated_at::date) > current_date - 350";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void anExampleIsRankedAndFollowsItsWeights(int width, Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=it", width);
    button(page, "Spesa contenuta").click();
    assertThat(ranked(page).first()).isVisible();
    assertEquals(serverOrder(RANK, 25), order(page));
    assertTrue(link(page).contains("rank=" + RANK), link(page));

    Locator price = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Peso di Prezzo"));
    price.focus();
    price.press("Home");
    String without = RANK.replace("min:60", "min:0");
    page.waitForFunction("rank => decodeURIComponent(location.hash).includes(rank)", without);
    assertEquals(serverOrder(without, 25), order(page));
    assertThat(page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Peso di Prezzo"))).hasValue("0");
    assertThat(page.locator("[data-sensitivity=price_eur_m2]")).containsText("resta primo");

    page.getByText("Contributi come tabella").first().click();
    Locator line = page.locator(".contribution-table tbody tr").first();
    JsonNode first = server(without, 1).get("items").get(0);
    assertThat(line.getByRole(AriaRole.ROWHEADER)).hasText(first.get("name").asString());
    assertThat(line).containsText(String.format(Locale.ITALIAN, "%.1f", first.get("score").asDouble() * 100));
    assertFits(page, browser);
  }

  @Test
  void anOldLinkThatRanksByAStraightLineSaysWhatTakesItsPlace(Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=en&rank=distance_toll_gate_m:min:35,area_m2:max:20", Browser.PHONE);
    assertThat(page.getByText("The criterion distance_toll_gate_m of old links is no more; instead of it: «Nearest toll gate, by truck», «Nearest toll gate, road by truck».")).isVisible();
    button(page, "Remove these criteria").click();
    assertThat(ranked(page).first()).isVisible();
    assertEquals(serverOrder("area_m2:max:20", 25), order(page));
  }

  @Test
  void theOrderInALinkIsTheOrderThatWasSent(Browser browser) {
    String rank = RANK + ",area_m2:max:30:w1000:b20000,electricity_kw:max:20:w200:r,available_from:min:5";
    Page page = browser.open("/#place=plots&tab=rank&lang=en&rank=" + rank, Browser.DESKTOP);
    assertThat(ranked(page).first()).isVisible();
    assertEquals(serverOrder(rank, 25), order(page));
    JsonNode answer = server(rank, 1);
    assertThat(page.locator(".ranking-said")).containsText("First: " + answer.get("items").get(0).get("name").asString());
    button(page, "Show more plots").click();
    assertThat(ranked(page)).hasCount(50);
    assertEquals(serverOrder(rank, 50), order(page));
    String file = page.getByText("Excel with formulas").locator("..").getAttribute("href");
    assertEquals(200, Http.get(port, file).status());
  }

  @Test
  void everySentenceAboutAWeightIsTrue(Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=en&rank=" + RANK, Browser.DESKTOP);
    assertThat(ranked(page).first()).isVisible();
    JsonNode criterion = server(RANK, 1).get("criteria").get(0);
    JsonNode interval = criterion.get("sensitivity");
    String sentence = page.locator("[data-sensitivity=price_eur_m2]").textContent();
    if (!interval.get("below").isNull()) {
      assertTrue(sentence.contains(interval.get("below").get("name").asString()), sentence);
      String below = String.format(Locale.ROOT, "%.6f", interval.get("from").asDouble() - 1e-4);
      assertEquals(interval.get("below").get("id").asLong(), serverOrder(RANK.replace("min:60", "min:" + below), 1).get(0));
    }
    assertFalse(sentence.isBlank());
  }

  @Test
  void criteriaAreChosenWeighedAndTakenAwayByKeysAlone(Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=en", Browser.DESKTOP);
    Locator chooser = page.getByLabel("Criterion", new Page.GetByLabelOptions().setExact(true));
    chooser.focus();
    page.keyboard().type("Plot area");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    Locator slider = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Weight of Plot area (SF)"));
    assertThat(slider).isFocused();
    page.keyboard().press("ArrowRight");
    assertThat(slider).hasValue("51");
    assertThat(slider).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Control+a");
    page.keyboard().type("12.5");
    assertThat(ranked(page).first()).isVisible();
    assertEquals(serverOrder("area_m2:max:12.5", 25), order(page));
    page.keyboard().press("Tab");
    page.keyboard().press("Enter"); // opens what the values are worth
    page.keyboard().press("Tab");
    page.keyboard().press("Tab"); // past the direction
    page.keyboard().type("2000");
    page.keyboard().press("Tab");
    page.keyboard().type("9000");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.waitForFunction("() => decodeURIComponent(location.hash).includes('area_m2:max:12.5:w2000:b9000:r')");
    assertEquals(serverOrder("area_m2:max:12.5:w2000:b9000:r", 25), order(page));

    button(page, "Take away the criterion Plot area (SF)").press("Enter");
    assertThat(chooser).isFocused();
    assertThat(ranked(page)).hasCount(0);
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void boundsTheWrongWayRoundAreSaidAndNotRanked(Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=en&rank=area_m2:max:50:w9000:b2000", Browser.DESKTOP);
    assertThat(page.locator(".ranking-said")).containsText("bounds are to be corrected");
    assertThat(page.locator("[data-criterion=area_m2] .field-fault")).containsText("wrong way round");
    assertThat(ranked(page)).hasCount(0);
  }

  @Test
  void moreThanThePageHoldsIsRankedByTheServer(Browser browser) {
    Page page = browser.open("/privacy.html", Browser.DESKTOP);
    page.route(Pattern.compile(".*/api/plots/values.*"), route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
        .setBody("{\"total\":200000,\"complete\":false,\"ids\":[],\"names\":[],\"columns\":[]}")));
    page.navigate(browser.origin() + "#place=plots&tab=rank&lang=en&rank=" + RANK);
    page.waitForSelector("body.is-ready");
    assertThat(page.locator(".ranking-said")).containsText("the server orders them");
    assertEquals(serverOrder(RANK, 25), order(page));
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aNeedSheetFindsWhatFitsAndSaysWhatNearMissesLack(int width, Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=en", width);
    button(page, "Need sheet").click();
    page.getByLabel("Plot area (SF) (m²), at least").fill("3,000");
    page.getByLabel("Electric power available (kW), at least").fill("900");
    page.getByLabel("Price (€/m²), at most").fill("90");
    page.getByLabel("Production chain (vocation of the zone)").selectOption("mechanics");
    button(page, "Find the plots that fit").click();
    JsonNode answer = Http.get(port, "/api/plots/brief?lang=en&brief=areaFromM2:3000,powerKw:900,priceEurM2:90,chain:mechanics").json();
    assertThat(page.locator(".ranking-said")).containsText(answer.get("nearMisses").get("count").asInt() + " nearly fit");
    JsonNode near = answer.get("nearMisses").get("items").get(0);
    Locator shown = page.locator("[data-group=near] li").first();
    assertThat(shown).containsText(near.get("name").asString());
    assertThat(shown).containsText(Pattern.compile("short \\(|too much \\("));
    assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("chain looked for")).first()).isVisible();
    assertTrue(link(page).contains("brief=areaFromM2:3000,powerKw:900,priceEurM2:90") || link(page).contains("brief=areaFromM2:3000,chain:mechanics,powerKw:900,priceEurM2:90"), link(page));
    assertFits(page, browser);

    page.reload();
    assertThat(page.getByLabel("Electric power available (kW), at least")).hasValue("900");
    assertThat(page.locator("[data-group=near] li").first()).containsText(near.get("name").asString());
    page.getByLabel("Electric power available (kW), at least").fill("much");
    button(page, "Find the plots that fit").click();
    assertThat(page.getByLabel("Electric power available (kW), at least")).isFocused();
    assertThat(page.locator("#brief-powerKw-fault")).hasText("To be corrected.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void chosenPlotsStandSideBySide(int width, Browser browser) {
    Page page = browser.open("/#place=plots&tab=rank&lang=it&rank=" + RANK, width);
    assertThat(ranked(page).first()).isVisible();
    List<Long> ids = order(page).subList(0, 3);
    for (int i = 0; i < 3; i++) {
      ranked(page).nth(i).getByRole(AriaRole.CHECKBOX).check();
    }
    page.locator(".compare-tray").getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator(".place-title").filter(new Locator.FilterOptions().setHasText("Lotti a confronto"))).isFocused();
    assertThat(page.locator(".compare-plot")).hasCount(3);
    assertTrue(link(page).contains("plots=" + ids.get(0) + "," + ids.get(1) + "," + ids.get(2)), link(page));
    JsonNode comparison = Http.get(port, "/api/plots/compare?lang=it&plots=" + ids.get(0) + "," + ids.get(1) + "," + ids.get(2)).json();
    long rows = comparison.get("sections").values().stream().mapToLong(section -> section.get("rows").size()).sum();
    long differing = comparison.get("sections").values().stream().flatMap(section -> section.get("rows").values().stream()).filter(row -> row.get("differs").asBoolean()).count();
    assertThat(page.locator(".compare-table tr[data-attribute]")).hasCount((int) rows);
    assertThat(page.locator(".compare-table .is-different")).hasCount((int) differing);
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("non noto");
    assertFits(page, browser);

    page.getByLabel("che differiscono").check();
    assertEquals((int) differing, page.evaluate("() => [...document.querySelectorAll('.compare-table tr[data-attribute]')].filter(row => row.getClientRects().length > 0).length"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Togli "))).nth(1).click();
    assertThat(page.locator(".compare-plot")).hasCount(2);
    page.reload();
    assertThat(page.locator(".compare-plot")).hasCount(2);
  }

  @Test
  void aFurtherPlotIsFoundAndAddedByKeys(Browser browser) {
    List<Long> ids = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND " + FRESH + " ORDER BY id LIMIT 3").query(Long.class).list();
    String code = db.sql("SELECT code FROM plot WHERE id = :id").param("id", ids.get(2)).query(String.class).single();
    Page page = browser.open("/#place=compare&lang=en&plots=" + ids.get(0) + "," + ids.get(1), Browser.DESKTOP);
    assertThat(page.locator(".compare-plot")).hasCount(2);
    page.getByLabel("Add a plot").focus();
    page.keyboard().type(code);
    page.keyboard().press("Enter");
    Locator add = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Add .*" + code))).first();
    add.waitFor();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(add).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".compare-plot")).hasCount(3);
    assertThat(page.locator(".place-title").filter(new Locator.FilterOptions().setHasText("Plots side by side"))).isFocused();
    for (String form : List.of("XLSX", "CSV")) {
      Locator file = page.locator(".compare-tools").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(form));
      assertEquals(200, Http.get(port, file.getAttribute("href")).status());
    }
    button(page, "Ask the desk about these plots").click();
    assertThat(page.locator(".chip")).hasCount(3);
  }

  @Test
  void aComparisonIsPrintedWithoutItsControls(Browser browser) {
    List<Long> ids = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND " + FRESH + " ORDER BY id LIMIT 5").query(Long.class).list();
    Page page = browser.open("/#place=compare&lang=en&plots=" + String.join(",", ids.stream().map(String::valueOf).toList()), Browser.DESKTOP);
    assertThat(page.locator(".compare-plot")).hasCount(5);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    assertThat(button(page, "Print")).isHidden();
    assertThat(page.locator("#demonstration")).isVisible();
  }

  private void assertFits(Page page, Browser browser) {
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), AccessibilityTest.grave(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  private JsonNode server(String rank, int limit) {
    return Http.get(port, "/api/plots/ranking?limit=" + limit + "&rank=" + rank).json();
  }

  private List<Long> serverOrder(String rank, int limit) {
    return server(rank, limit).get("items").values().stream().map(item -> item.get("id").asLong()).toList();
  }

  private static Locator ranked(Page page) {
    return page.locator(".ranked .ranked-plot");
  }

  private static List<Long> order(Page page) {
    return ranked(page).all().stream().map(plot -> Long.valueOf(plot.getAttribute("data-id"))).toList();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String link(Page page) {
    return URLDecoder.decode((String) page.evaluate("() => location.hash"), StandardCharsets.UTF_8);
  }
}
