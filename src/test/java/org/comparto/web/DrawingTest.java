package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Drawing on the map with the mouse, with a finger and by keyboard alone, beside plots whose borders are taken over. */
@BrowserTest
class DrawingTest {

  /** In the industrial zone of Montaletto, between plots of the demonstration. */
  private static final String AT = "44.22400,12.33550,18";
  private static final String NEW_PLOT = "{\"layer\": \"plot\", \"geometryType\": \"polygon\"}";
  private static final List<Double> A = List.of(12.3352, 44.2243);
  private static final List<Double> B = List.of(12.3362, 44.2243);
  private static final List<Double> C = List.of(12.3362, 44.2236);
  private static final List<Double> D = List.of(12.3352, 44.2236);
  private static final String SQUARE = "{\"type\": \"Polygon\", \"coordinates\": [[[12.3352, 44.2236], [12.3362, 44.2236], [12.3362, 44.2243], [12.3352, 44.2243], [12.3352, 44.2236]]]}";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  private People people;

  @BeforeEach
  void people() {
    people = new People(db, port);
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
  }

  @Test
  void cornersOfNeighboursAreTakenOverToTheLastDigitWithTheMouse(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, NEW_PLOT);
    List<List<Double>> border = ring(drawing.neighbour("plot"));
    for (List<Double> corner : border) {
      drawing.click(corner, 5, -4);
    }
    drawing.page().mouse().dblclick(drawing.pixelOf(border.get(0))[0] + 3, drawing.pixelOf(border.get(0))[1]);
    assertThat(drawing.ring()).containsExactlyInAnyOrderElementsOf(border);
    assertThat(drawing.lastChange().path("measures").path("area").asDouble()).isCloseTo(
        db.sql("SELECT ST_Area(ST_GeomFromGeoJSON(:json)::geography)").param("json", drawing.geometry().toString()).query(Double.class).single(), Percentage.withPercentage(0.01));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withTheSwitchOffOrAltHeldNothingIsSnappedTo(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, "{\"layer\": \"plot\", \"geometryType\": \"point\"}");
    List<Double> corner = ring(drawing.neighbour("plot")).get(0);
    drawing.click(corner, 5, 5);
    assertThat(drawing.geometry().path("coordinates").path(0).asDouble()).isEqualTo(corner.get(0));
    drawing.button("Aggancio").click();
    assertThat(drawing.button("Aggancio")).hasAttribute("aria-pressed", "false");
    drawing.click(corner, 5, 5);
    assertThat(drawing.geometry().path("coordinates").path(0).asDouble()).isNotEqualTo(corner.get(0));
    drawing.button("Aggancio").click();
    drawing.page().keyboard().down("Alt");
    drawing.click(corner, 4, 5);
    drawing.page().keyboard().up("Alt");
    assertThat(drawing.geometry().path("coordinates").path(0).asDouble()).isNotEqualTo(corner.get(0));
  }

  @Test
  void aNeighboursBorderIsFollowedTheShortOrTheLongWay(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, NEW_PLOT);
    List<List<Double>> border = ring(drawing.neighbour("plot"));
    drawing.button("Segui il confine").click();
    drawing.click(border.get(0), 2, 2).click(border.get(2), 2, 2);
    List<Object> shorter = sketch(drawing);
    drawing.keys("Backspace");
    drawing.button("Annulla").click(); // the step back is taken back
    assertThat(sketch(drawing)).isEqualTo(shorter);
    drawing.button("Annulla").click();
    drawing.button("Altro verso").click();
    drawing.click(border.get(2), 2, 2);
    assertThat(sketch(drawing)).isNotEqualTo(shorter);
    // both ways together are the whole border
    List<Object> both = new ArrayList<>(shorter);
    both.addAll(sketch(drawing));
    assertThat(both).containsAll(border.stream().map(Object.class::cast).toList());
  }

  @Test
  void aPolygonIsDrawnChangedAndUndoneByKeyboardAlone(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, NEW_PLOT);
    drawing.map().focus();
    drawing.keys("s", " ", "ArrowRight", "ArrowRight", " ", "ArrowDown", "ArrowDown", "Shift+ArrowLeft", " ", "ArrowLeft", " ", "Backspace", "Enter");
    assertThat(drawing.tools().getByRole(AriaRole.STATUS).first()).containsText("3 vertici");
    List<List<Double>> before = drawing.ring();
    assertThat(before).hasSize(3);
    drawing.keys("n", " ", "ArrowUp", "ArrowUp", " ");
    assertThat(drawing.ring()).hasSize(3).isNotEqualTo(before);
    drawing.keys("Control+z");
    assertThat(drawing.ring()).isEqualTo(before);
    drawing.keys("Control+y");
    assertThat(drawing.ring()).isNotEqualTo(before);
    drawing.keys("n", "Delete");
    assertThat(drawing.geometry().isNull()).isTrue();
    drawing.keys("Control+z");
    assertThat(drawing.ring()).hasSize(3);
  }

  @Test
  void positionsAreTypedInAReferenceSystemAndChangedInTheTable(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, NEW_PLOT).unfold("Coordinate e vertici");
    drawing.tools().getByLabel("Sistema di riferimento").selectOption("7791");
    // gdaltransform -s_srs EPSG:7791 -t_srs EPSG:4326 has the first two at 12.3348318 44.2247083 and 12.3360817 44.2246718
    for (List<String> pair : List.of(List.of("766360,28", "4902240,84"), List.of("766460,28", "4902240,84"), List.of("766460,28", "4902140,84"))) {
      drawing.tools().getByLabel("Est o longitudine", exactly()).fill(pair.get(0));
      drawing.tools().getByLabel("Nord o latitudine", exactly()).fill(pair.get(1));
      drawing.keys("Enter");
      assertThat(drawing.tools().getByLabel("Est o longitudine", exactly())).hasValue("");
    }
    drawing.tools().locator(".drawing-coordinate").getByText("Concludi").click();
    assertThat(drawing.ring()).hasSize(3).contains(List.of(12.3348318, 44.2247083), List.of(12.3360817, 44.2246718));
    assertThat(drawing.lastChange().path("measures").path("area").asDouble()).isCloseTo(5000, Percentage.withPercentage(0.2)); // a grid's metres are not quite the ground's
    Locator field = drawing.tools().getByLabel("Vertice 1: Est o longitudine");
    assertThat(field).hasValue("766360,28");
    field.fill("766350,28");
    drawing.keys("Tab");
    assertThat(drawing.tools().locator(".drawing-measures")).containsText(Pattern.compile("5\\.4\\d\\d\\sm²"));
    assertThat(drawing.tools().getByLabel("Vertice 1: Nord o latitudine")).isFocused();
    drawing.tools().getByLabel("Elimina il vertice 2").focus();
    drawing.button("Annulla").click();
    assertThat(drawing.ring()).contains(List.of(12.3348318, 44.2247083));
  }

  @Test
  void aGeometryIsPasted(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, NEW_PLOT).unfold("Coordinate e vertici").unfold("Incolla una geometria");
    Locator text = drawing.tools().getByLabel("GeoJSON o WKT", new Locator.GetByLabelOptions().setExact(false));
    text.fill("LINESTRING(12 44, 12.1 44)");
    drawing.button("Usa questa geometria").click();
    assertThat(drawing.tools()).containsText("Il livello vuole un altro tipo di geometria.");
    text.fill("SRID=7791;POLYGON((766360.28 4902240.84, 766460.28 4902240.84, 766460.28 4902140.84, 766360.28 4902240.84))");
    drawing.button("Usa questa geometria").click();
    assertThat(text).hasValue("");
    assertThat(drawing.ring()).contains(List.of(12.3348318, 44.2247083));
  }

  @Test
  void aFingerSetsMovesAndDeletesVerticesAndThePageStays(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.PHONE).begin(people, "{\"layer\": \"plot\", \"geometryType\": \"polygon\"}");
    drawing.button("Aggancio").tap();
    List<List<Double>> places = List.of(List.of(12.3351, 44.2244), List.of(12.3359, 44.2244), List.of(12.3359, 44.2237), List.of(12.3351, 44.2237));
    for (List<Double> place : places) {
      drawing.tap(place);
      drawing.page().waitForTimeout(450);
    }
    drawing.tapTwice(places.get(3));
    assertThat(drawing.button("Modifica")).hasAttribute("aria-pressed", "true");
    assertThat(drawing.ring()).hasSize(4);
    double[] corner = drawing.pixelOf(places.get(1));
    double[] inward = {corner[0] - 30, corner[1] + 40};
    drawing.finger(60, new double[] {corner[0] + 6, corner[1] + 8}, new double[] {corner[0] - 10, corner[1] + 30}, new double[] {inward[0] + 6, inward[1] + 8});
    assertThat(drawing.ring()).hasSize(4);
    List<Double> moved = drawing.ring().stream().filter(position -> places.stream().noneMatch(place -> near(place, position))).findFirst().orElseThrow();
    assertThat(drawing.pixelOf(moved)[0]).as("it keeps its distance to the finger").isBetween(inward[0] - 2, inward[0] + 2);
    drawing.finger(900, inward);
    assertThat(drawing.ring()).hasSize(3);
    drawing.finger(60, middle(drawing, places.get(0), places.get(3)), new double[] {middle(drawing, places.get(0), places.get(3))[0] - 24, middle(drawing, places.get(0), places.get(3))[1]});
    drawing.tap(places.get(0));
    assertThat(drawing.button("Elimina il vertice")).isVisible();
    int before = drawing.ring().size();
    drawing.button("Elimina il vertice").tap();
    assertThat(drawing.ring()).hasSize(before - 1);
    assertThat(drawing.page().evaluate("() => scrollX + scrollY")).isEqualTo(0);
    assertThat((String) drawing.page().evaluate("() => JSON.stringify([...document.querySelectorAll('#tools button')].filter(b => b.checkVisibility() && b.getBoundingClientRect().height < 43.9).map(b => b.textContent))")).isEqualTo("[]");
  }

  @Test
  void theServerSplitsAndFreesAShapeAndEachIsOneStep(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, "{\"layer\": \"plot\", \"geometryType\": \"polygon\", \"geometry\": " + SQUARE + "}").unfold("Operazioni sulla forma");
    drawing.button("Dividi").click();
    drawing.click(List.of(12.3350, 44.2238), 0, 0).click(List.of(12.3364, 44.2238), 0, 0).keys("Enter");
    assertThat(drawing.tools()).containsText("Divisa in 2 parti");
    assertThat(drawing.ring()).hasSize(4).contains(A, B).doesNotContain(C, D);
    drawing.button("Tieni questa").click();
    assertThat(drawing.ring()).contains(C, D).doesNotContain(A, B);
    drawing.button("Fanne un nuovo elemento").click();
    assertThat(drawing.page().evaluate("() => window.piece.coordinates[0].length")).isEqualTo(5);
    drawing.button("Annulla").click();
    drawing.button("Annulla").click();
    assertThat(drawing.ring()).contains(A, B, C, D);

    drawing.button("Togli le sovrapposizioni").click();
    assertThat(drawing.tools()).containsText("Fatto:");
    String free = drawing.geometry().toString();
    double left = db.sql("SELECT ST_Area(ST_Difference(ST_GeomFromGeoJSON(:json), (SELECT ST_Union(geom) FROM plot WHERE geom && ST_GeomFromGeoJSON(:json)))::geography)")
        .param("json", SQUARE).query(Double.class).single();
    assertThat(db.sql("SELECT ST_Area(ST_GeomFromGeoJSON(:json)::geography)").param("json", free).query(Double.class).single()).isCloseTo(left, Percentage.withPercentage(0.2));
    drawing.button("Annulla").click();

    drawing.tools().getByLabel("Metri (negativi per restringere)").fill("-10");
    drawing.button("Allarga o restringi").click();
    assertThat(drawing.tools().locator(".drawing-measures")).containsText(Pattern.compile("3\\.[4-6]\\d\\d\\sm²")); // 79.9 × 77.8 m, 10 m less on each side
    drawing.button("Ritaglia su un'area").click();
    JsonNode zone = drawing.neighbour("industrial_zone");
    drawing.click(List.of(12.3357, 44.2239), 0, 0);
    assertThat(drawing.tools()).containsText(Pattern.compile("Fatto: .* (Lotto|Foglio|Particelle|Lotti|" + Pattern.quote(zone.path("name").asString()) + ")"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void tenThousandVerticesStayWhereTheyAreWhileOneIsMoved(Browser browser) {
    String many = IntStream.range(0, 10_000).mapToObj(i -> String.format(Locale.ROOT, "[%.7f,%.7f]", 12.3355 + 0.001 * Math.cos(i * 2 * Math.PI / 10_000), 44.224 + 0.0007 * Math.sin(i * 2 * Math.PI / 10_000)))
        .collect(Collectors.joining(","));
    String geometry = "{\"type\": \"Polygon\", \"coordinates\": [[" + many + "," + many.substring(0, many.indexOf(']') + 1) + "]]}";
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, "{\"layer\": \"plot\", \"geometryType\": \"polygon\", \"geometry\": " + geometry + "}");
    assertThat(drawing.tools()).containsText("Ci sono molti vertici");
    drawing.button("Aggancio").click();
    drawing.drag(List.of(12.3365, 44.224), List.of(12.3368, 44.2241));
    assertThat(drawing.ring()).hasSize(10_000);
    assertThat(drawing.ring().stream().filter(position -> position.get(0) > 12.33655).count()).isEqualTo(1);
    drawing.unfold("Coordinate e vertici");
    assertThat(drawing.tools().locator(".drawing-table tbody tr")).hasCount(25);
    assertThat(drawing.tools()).containsText("1 di 400");
  }

  @Test
  void faultsCommentsAndOtherVersionsAreSeenAtTheirPlacesAndRead(Browser browser) {
    DrawingPage drawing = DrawingPage.open(browser, AT, Browser.DESKTOP).begin(people, "{\"layer\": \"plot\", \"geometryType\": \"polygon\", \"geometry\": " + SQUARE + "}");
    drawing.page().evaluate("square => { drawing.showFaults([{ place: { type: 'Point', coordinates: [12.3352, 44.2236] }, reason: 'Il lotto esce dalla <b>zona</b>' }]);"
        + " drawing.showComments([{ id: 7, place: { type: 'Point', coordinates: [12.3362, 44.2243] }, text: 'Manca la strada' }], (id) => (window.opened = id));"
        + " drawing.showOther(JSON.parse(square), 'theirs') }", SQUARE);
    Locator fault = drawing.map().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Il lotto esce dalla <b>zona</b>"));
    fault.focus();
    assertThat(drawing.map().getByText("Il lotto esce dalla <b>zona</b>")).isVisible();
    drawing.map().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Manca la strada")).click();
    assertThat(drawing.page().evaluate("() => window.opened")).isEqualTo(7);
    assertThat(drawing.tools().getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Versioni sulla mappa"))).containsText("La versione dell'altra persona");
    drawing.page().evaluate("() => { window.picked = drawing.pickPlace() }");
    assertThat(drawing.tools()).containsText("Indichi un punto sulla mappa");
    drawing.click(List.of(12.33575, 44.22395), 0, 0);
    assertThat((String) drawing.page().evaluate("async () => (await window.picked).type")).isEqualTo("Point");
    assertThat(drawing.ring()).hasSize(4);
    assertThat(AccessibilityTest.grave(drawing.page())).isEmpty();
    drawing.page().evaluate("() => drawing.close()");
    assertThat(drawing.tools()).isEmpty();
    assertThat(drawing.map().locator(".drawing-sheet, .drawing-signs")).hasCount(0);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static boolean near(List<Double> a, List<Double> b) {
    return Math.hypot(a.get(0) - b.get(0), a.get(1) - b.get(1)) < 2e-5;
  }

  private static double[] middle(DrawingPage drawing, List<Double> a, List<Double> b) {
    double[] from = drawing.pixelOf(a);
    double[] to = drawing.pixelOf(b);
    return new double[] {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2};
  }

  @SuppressWarnings("unchecked")
  private static List<Object> sketch(DrawingPage drawing) {
    return (List<Object>) drawing.page().evaluate("() => drawing.state().sketch.points");
  }

  private static List<List<Double>> ring(JsonNode neighbour) {
    JsonNode coordinates = neighbour.path("geometry").path("coordinates").path(0);
    JsonNode ring = coordinates.path(0).path(0).isArray() ? coordinates.path(0) : coordinates;
    return ring.valueStream().limit(ring.size() - 1).map(position -> List.of(position.path(0).asDouble(), position.path(1).asDouble())).toList();
  }
}
