package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From "I need half a hectare that is available" to a plot on the map and the desk's form, with a pointer, a finger or keys. */
@BrowserTest
class PlotsTest {

  /** What an investor may see, in SQL written for this test. */
  private static final String PUBLIC = "publication_status = 'published'"
      + " AND coalesce(verified_on, surveyed_on, (updated_at AT TIME ZONE 'Europe/Rome')::date) >= (now() AT TIME ZONE 'Europe/Rome')::date - 360";

  @Autowired JdbcClient db;

  @Test
  void aPersonWithAPhoneFindsAPlotAndAsksAboutIt(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.PHONE);
    Page page = plots.page();
    plots.button("Filtri").tap();
    assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Filtri"))).isVisible();
    plots.choice("Stato", "Disponibile").tap();
    plots.amount("Superficie fondiaria (SF)", "da").fill("0,5 ha");
    plots.answered();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    long expected = count("status = 'available' AND area_m2 >= 5000");
    plots.button("Mostra " + expected + " lott").tap();
    assertEquals(expected, plots.total());
    assertEquals("area_m2 >= 5000 AND status = 'available'", plots.filter());

    page.getByLabel("Ordine").selectOption("-area_m2");
    plots.answered();
    assertThat(plots.cards().first()).containsText(largest("status = 'available'"));
    assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");

    plots.cards().first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sulla mappa")).tap();
    assertThat(page.locator("#feature .panel-title")).containsText(largest("status = 'available'"));
    page.locator("#feature").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chiudi la scheda")).tap();
    assertEquals(List.of(), AccessibilityTest.grave(page));
    plots.button("Elenco").last().tap();
    plots.cards().first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chiedi allo sportello")).tap();
    assertThat(page.locator("#inquiry .chip")).containsText(largest("status = 'available'"));
  }

  @Test
  void theWholeSearchIsDoneWithTheKeyboard(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    Page page = plots.page();
    plots.tabTo(plots.amount("Superficie fondiaria (SF)", "da"));
    page.keyboard().type("8.000");
    plots.tabTo(plots.choice("Stato", "Disponibile"));
    page.keyboard().press("Space");
    plots.tabTo(plots.button("Vista della mappa"));
    page.keyboard().press("Enter");
    plots.answered();
    assertThat(plots.chips()).hasCount(3);
    assertTrue(plots.filter().contains("S_INTERSECTS(geometry, BBOX("), plots.filter());
    long expected = count("status = 'available' AND area_m2 >= 8000");
    assertEquals(expected, plots.total(), "the home view shows all of them");
    assertThat(page.locator(".plots-head [role=status]").first()).containsText(expected + " lotti trovati");

    plots.tabTo(plots.button("Togli la condizione: Superficie fondiaria (SF)"));
    page.keyboard().press("Enter");
    plots.answered();
    assertThat(plots.button("Togli la condizione: Stato")).isFocused();
    assertEquals(count("status = 'available'"), plots.total());
    plots.tabTo(plots.cards().first().getByLabel("Confronta"));
    page.keyboard().press("Space");
    plots.tabTo(plots.cards().nth(1).getByLabel("Confronta"));
    page.keyboard().press("Space");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Confronta"))).hasAttribute("href", Pattern.compile("place=compare"));
  }

  @Test
  void listCountExportAndMapAskForTheSamePlots(Browser browser) {
    String filter = "area_m2 >= 9000 AND status IN ('available', 'reserved') AND (price_eur <= 900000 OR price_eur IS NULL)";
    List<String> tiles = new ArrayList<>();
    PlotsPage plots = PlotsPage.searching(browser, "", Browser.DESKTOP);
    plots.page().onRequest(request -> {
      if (request.url().contains("/tiles/plot/")) {
        tiles.add(PlotsPage.decoded(request.url()));
      }
    });
    plots.page().locator("summary").filter(new Locator.FilterOptions().setHasText("Ricerca avanzata")).click();
    plots.page().getByLabel("La ricerca in CQL2").fill(filter);
    plots.button("Applica").click();
    plots.answered();
    long expected = count("area_m2 >= 9000 AND status IN ('available', 'reserved') AND (price_eur_m2 * area_m2 <= 900000 OR price_eur_m2 IS NULL)");
    assertEquals(expected, plots.total());
    while (plots.button("Mostra altri lotti").count() > 0) {
      plots.button("Mostra altri lotti").click();
      plots.answered();
    }
    assertEquals(expected, plots.cards().count());

    plots.page().getByText("Esporta", new Page.GetByTextOptions().setExact(true)).click();
    String csv = plots.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV, separato da virgole")).getAttribute("href");
    String file = plots.page().request().get(browser.origin() + csv.substring(1)).text();
    for (String name : plots.names()) {
      assertTrue(file.contains(name), name);
    }
    plots.page().waitForCondition(() -> !tiles.isEmpty() && tiles.get(tiles.size() - 1).contains("?filter=(" + filter + ") AND ")); // painted a frame later
  }

  @Test
  void aLinkBringsBackTheSamePlotsInTheSameOrder(Browser browser) {
    PlotsPage first = PlotsPage.searching(browser, "area_m2 >= 2000 AND permitted_activities IS NULL AND updated_at IS NOT NULL", Browser.DESKTOP);
    first.page().getByLabel("Ordine").selectOption("price_eur_m2");
    first.answered();
    String link = first.page().url().replaceAll(".*#place=plots&", "");
    PlotsPage again = PlotsPage.open(browser, link, Browser.DESKTOP);
    assertTrue(first.total() > 1);
    assertEquals(first.total(), again.total());
    assertEquals(first.names(), again.names());
    assertThat(again.chips()).hasCount(3);

    again.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("EN").setExact(true)).click();
    assertThat(again.page().getByLabel("Order", new Page.GetByLabelOptions().setExact(true))).hasValue("price_eur_m2");
    again.answered();
    assertEquals(first.names(), again.names());
    assertThat(again.page().locator(".plots-count")).containsText("plot");
  }

  @Test
  void theBackButtonUndoesAConditionAndResetAllOfThem(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    long all = plots.total();
    plots.choice("Stato", "Venduto").check();
    plots.answered();
    plots.amount("Superficie fondiaria (SF)", "a").fill("3000");
    plots.answered();
    long sold = count("status = 'sold' AND area_m2 <= 3000");
    assertEquals(sold, plots.total());
    plots.page().goBack();
    plots.answered();
    assertEquals(count("status = 'sold'"), plots.total());
    assertThat(plots.amount("Superficie fondiaria (SF)", "a")).hasValue("");
    plots.button("Azzera i filtri").click();
    plots.answered();
    assertEquals(all, plots.total());
    assertThat(plots.choice("Stato", "Venduto")).not().isChecked();
  }

  @Test
  void everyChoiceTellsHowManyPlotsItWouldFind(Browser browser) {
    PlotsPage plots = PlotsPage.searching(browser, "status = 'available'", Browser.DESKTOP);
    for (String[] choice : new String[][] {{"Stato", "Venduto", "status = 'sold'"}, {"Stato", "Disponibile", "status = 'available'"}}) {
      assertThat(plots.page().locator("[data-key=status] li").filter(new Locator.FilterOptions().setHasText(choice[1])).locator(".tally"))
          .hasText(String.valueOf(count(choice[2])));
    }
  }

  @Test
  void aZoneIsChosenByItsName(Browser browser) {
    var zone = db.sql("SELECT zone.id, zone.name, count(*) AS plots FROM industrial_zone AS zone JOIN (SELECT zone_id FROM plot WHERE " + PUBLIC
        + ") AS plot ON plot.zone_id = zone.id GROUP BY zone.id ORDER BY count(*) DESC, zone.id LIMIT 1").query().singleRow();
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    plots.choice("Area produttiva", zone.get("name").toString()).first().check();
    plots.answered();
    assertEquals("zone_id = " + zone.get("id"), plots.filter());
    assertEquals(zone.get("plots"), plots.total());
    assertThat(plots.chips()).containsText(new String[] {zone.get("name").toString()});
  }

  @Test
  void whereNothingIsFoundThePageSaysWhichConditionStandsInTheWay(Browser browser) {
    long without = count("status = 'available'");
    PlotsPage plots = PlotsPage.searching(browser, "area_m2 >= 99000000 AND status = 'available'", Browser.PHONE);
    assertEquals(0, plots.total());
    Locator way = plots.page().locator(".relax-way");
    assertThat(way).hasCount(1);
    assertThat(way).containsText("Superficie fondiaria (SF)");
    assertEquals(List.of(), AccessibilityTest.grave(plots.page()));
    way.click();
    plots.answered();
    assertEquals(without, plots.total());
  }

  @Test
  void whatTheFormCanNotExpressIsKeptAndWhatTheServerDoesNotUnderstandIsExplained(Browser browser) {
    PlotsPage plots = PlotsPage.searching(browser, "acoustic_class = 5 OR status = 'sold'", Browser.DESKTOP);
    assertThat(plots.chips()).containsText(new String[] {"acoustic_class = 5 OR status = 'sold'"});
    plots.amount("Superficie fondiaria (SF)", "da").fill("2000");
    plots.answered();
    assertEquals("area_m2 >= 2000 AND (acoustic_class = 5 OR status = 'sold')", plots.filter());
    assertEquals(count("area_m2 >= 2000 AND (acoustic_class = 5 OR status = 'sold')"), plots.total());

    plots.page().locator("summary").filter(new Locator.FilterOptions().setHasText("Ricerca avanzata")).click();
    plots.page().getByLabel("La ricerca in CQL2").fill("aera_m2 >= 5");
    plots.button("Applica").click();
    plots.answered();
    assertThat(plots.page().locator("#plots-cql-fault")).containsText("aera_m2");
    assertThat(plots.button("Riprova").first()).isVisible();
    plots.amount("Superficie fondiaria (SF)", "da").fill("molto");
    assertThat(plots.page().getByText("Scriva un numero")).isVisible();
  }

  @Test
  void aRectangleIsDrawnOnTheMap(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    long all = plots.total();
    plots.button("Rettangolo").click();
    assertThat(plots.page().getByText("Indichi due angoli opposti")).isVisible();
    plots.page().waitForSelector(".map.is-drawing");
    BoundingBox map = plots.page().locator("#map").boundingBox();
    plots.page().mouse().click(map.x + map.width * 0.1, map.y + map.height * 0.2);
    plots.page().mouse().click(map.x + map.width * 0.5, map.y + map.height * 0.9);
    plots.answered();
    assertTrue(plots.filter().matches("S_INTERSECTS\\(geometry, BBOX\\([\\d., -]+\\)\\)"), plots.filter());
    String[] box = plots.filter().replaceAll("[^\\d.,-]", "").replaceAll("^,|,$", "").split(",");
    long inside = count("ST_Intersects(geom, ST_MakeEnvelope(" + String.join(",", box) + ", 4326))");
    assertEquals(inside, plots.total());
    assertTrue(inside > 0 && inside < all, inside + " of " + all);
    plots.button("Togli l'area").click();
    plots.answered();
    assertEquals(all, plots.total());
  }

  @Test
  void aPolygonIsDrawnWithTheKeyboard(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    plots.tabTo(plots.button("Poligono"));
    plots.page().keyboard().press("Enter");
    plots.page().waitForSelector(".map.is-drawing");
    for (String key : new String[] {" ", "ArrowRight", " ", "ArrowDown", " ", "Enter"}) {
      plots.page().keyboard().press(key);
      plots.page().waitForTimeout(500); // the map glides to its new place
    }
    plots.answered();
    assertTrue(plots.filter().matches("S_INTERSECTS\\(geometry, POLYGON\\(\\((-?[\\d.]+ -?[\\d.]+(, )?){4}\\)\\)\\)"), plots.filter());
    assertThat(plots.button("Poligono")).isFocused();
    assertThat(plots.chips()).containsText(new String[] {"poligono di 3 vertici"});
  }

  @Test
  void aRadiusAroundAPlaceFindsWhatLiesWithin(Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=it", Browser.DESKTOP);
    plots.page().getByLabel("Luogo, indirizzo o coordinate").fill("44,585 10,81");
    plots.page().keyboard().press("Enter");
    plots.page().getByLabel("Distanza in linea d'aria (km)").fill("5");
    plots.page().keyboard().press("Tab");
    plots.answered();
    String near = "ST_DWithin(geom::geography, ST_SetSRID(ST_MakePoint(10.81, 44.585), 4326)::geography, %s)";
    assertTrue(plots.total() >= count(near.formatted("4980")) && plots.total() <= count(near.formatted("5020")), plots.total() + "");
    assertTrue(plots.total() > 0);
    assertThat(plots.chips()).containsText(new String[] {"entro 5 km"});
  }

  @Test
  void neighbouringPlotsAreFoundThatTogetherAreLargeEnough(Browser browser) {
    PlotsPage plots = PlotsPage.searching(browser, "status = 'available'", Browser.DESKTOP);
    plots.button("Accorpabili").click();
    plots.page().getByLabel("Superficie contigua").fill("1 ha");
    plots.page().getByLabel("Proprietari, al massimo").fill("3");
    plots.page().waitForURL(url -> url.contains("join=10000,3"));
    Locator unions = plots.page().locator(".plots-join .plot-card");
    assertThat(unions.first()).containsText("proprietar");
    assertEquals(List.of(), AccessibilityTest.grave(plots.page()));
  }

  @ParameterizedTest
  @CsvSource({"it, 1440", "en, 1440", "it, 1024", "en, 360"})
  void axeFindsNothingSeriousInAnyGroupOfTheForm(String language, int width, Browser browser) {
    PlotsPage plots = PlotsPage.open(browser, "lang=" + language, width);
    if (width < 1200) {
      plots.button(language.equals("it") ? "Filtri" : "Filters").first().click();
    }
    plots.page().evaluate("() => document.querySelectorAll('.plots-group').forEach(group => { group.open = true })");
    assertEquals(List.of(), AccessibilityTest.grave(plots.page()));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.foreignRequests());
  }

  private long count(String condition) {
    return db.sql("SELECT count(*) FROM plot WHERE " + PUBLIC + " AND " + condition).query(Long.class).single();
  }

  private String largest(String condition) {
    return db.sql("SELECT code FROM plot WHERE " + PUBLIC + " AND " + condition + " ORDER BY area_m2 DESC, id LIMIT 1").query(String.class).single();
  }
}
