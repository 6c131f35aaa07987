package org.comparto.web;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.testing.Browser;
import org.comparto.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map with a drawing and its toolbar, and nothing else: web/test/pages/drawing.html, put together of the application's own modules. The
 * application has no such page; its address is answered here, the rest by the application.
 */
final class DrawingPage {

  private static final Path TESTS = Path.of("web/test");

  private final Page page;

  private DrawingPage(Page page) {
    this.page = page;
  }

  /** @param at latitude,longitude,zoom */
  static DrawingPage open(Browser browser, String at, int width) {
    Page page = browser.openMoving("/privacy.html", width);
    page.route("**/test/**", route -> {
      String file = route.request().url().replaceAll(".*/test/|#.*", "");
      route.fulfill(file.equals("drawing") ? new Route.FulfillOptions().setContentType("text/html").setBody(html())
          : new Route.FulfillOptions().setContentType("text/javascript").setPath(TESTS.resolve(file)));
    });
    page.navigate(browser.origin() + "test/drawing#place=map&lang=it&layers=plot,industrial_zone&at=" + at);
    page.waitForSelector("body.is-ready");
    return new DrawingPage(page);
  }

  /** Signs in as the account test-ROLE, and opens a drawing; the borders around are there when this returns. */
  DrawingPage begin(People people, String options) {
    people.signIn("planner"); // makes the account
    page.evaluate("([name, password]) => window.signIn(name, password)", List.of("test-planner", People.PASSWORD));
    page.evaluate("options => window.begin(JSON.parse(options))", options);
    page.waitForFunction("() => window.drawing.neighbours().length > 0 || !location.hash.endsWith('18')");
    return this;
  }

  Page page() {
    return page;
  }

  JsonNode geometry() {
    return read(page.evaluate("() => JSON.stringify(window.drawing.geometry())"));
  }

  /** The positions of the outer ring, without the closing one. */
  List<List<Double>> ring() {
    JsonNode ring = geometry().path("coordinates").path(0);
    return ring.valueStream().limit(ring.size() - 1).map(position -> List.of(position.path(0).asDouble(), position.path(1).asDouble())).toList();
  }

  /** A change is told with the next frame. */
  JsonNode lastChange() {
    return read(page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(JSON.stringify(window.changes.at(-1))))))"));
  }

  /** A neighbour by the layer, the one whose middle is nearest to the view's. */
  JsonNode neighbour(String layer) {
    return read(page.evaluate("""
        layer => {
          const box = document.getElementById('map').getBoundingClientRect()
          const away = ({ geometry }) => {
            const ring = geometry.coordinates.flat(geometry.type === 'MultiPolygon' ? 1 : 0)[0]
            const [x, y] = window.pixelOf([0, 1].map(i => ring.reduce((sum, position) => sum + position[i], 0) / ring.length))
            return Math.hypot(x - box.left - box.width / 2, y - box.top - box.height / 2)
          }
          const [first] = window.drawing.neighbours().filter(one => one.layer === layer).sort((a, b) => away(a) - away(b))
          return JSON.stringify({ id: first.id, name: first.name, geometry: first.geometry })
        }""", layer));
  }

  double[] pixelOf(List<Double> position) {
    List<?> pixel = (List<?>) page.evaluate("position => window.pixelOf(position)", position);
    return new double[] {((Number) pixel.get(0)).doubleValue(), ((Number) pixel.get(1)).doubleValue()};
  }

  /** Clicks so many pixels beside a position. */
  DrawingPage click(List<Double> position, int right, int down) {
    double[] pixel = pixelOf(position);
    page.mouse().move(pixel[0] + right, pixel[1] + down);
    page.mouse().click(pixel[0] + right, pixel[1] + down);
    page.waitForTimeout(450); // two clicks on one spot would be a double click
    return this;
  }

  DrawingPage drag(List<Double> from, List<Double> to) {
    double[] a = pixelOf(from);
    double[] b = pixelOf(to);
    page.mouse().move(a[0], a[1]);
    page.mouse().down();
    page.mouse().move((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    page.mouse().move(b[0], b[1]);
    page.mouse().up();
    return this;
  }

  DrawingPage tap(List<Double> position) {
    double[] pixel = pixelOf(position);
    page.touchscreen().tap(pixel[0], pixel[1]);
    return this;
  }

  /** Two taps on one spot, as quickly as a finger does it. */
  DrawingPage tapTwice(List<Double> position) {
    double[] pixel = pixelOf(position);
    page.touchscreen().tap(pixel[0], pixel[1]);
    page.touchscreen().tap(pixel[0], pixel[1]);
    return this;
  }

  /** One finger at some places one after the other, down to up; between them it rests so long. */
  DrawingPage finger(int restMs, double[]... places) {
    CDPSession session = page.context().newCDPSession(page);
    for (int i = 0; i < places.length; i++) {
      touch(session, i == 0 ? "touchStart" : "touchMove", places[i]);
      page.waitForTimeout(restMs);
    }
    touch(session, "touchEnd", null);
    session.detach();
    return this;
  }

  private static void touch(CDPSession session, String type, double[] place) {
    JsonArray points = new JsonArray();
    if (place != null) {
      JsonObject point = new JsonObject();
      point.addProperty("x", place[0]);
      point.addProperty("y", place[1]);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  DrawingPage keys(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Locator map() {
    return page.locator("#map");
  }

  Locator tools() {
    return page.locator("#tools");
  }

  Locator button(String name) {
    return tools().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  DrawingPage unfold(String summary) {
    tools().getByText(summary, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  private static JsonNode read(Object json) {
    return JsonMapper.shared().readTree((String) json);
  }

  private static String html() {
    try {
      Matcher map = Pattern.compile("<script type=\"importmap\">.*?</script>", Pattern.DOTALL).matcher(Files.readString(Path.of("web/index.html")));
      if (!map.find()) {
        throw new IllegalStateException("web/index.html has no import map");
      }
      return Files.readString(TESTS.resolve("pages/drawing.html")).replace("</head>", map.group() + "<script type=\"module\" src=\"/test/pages/drawing.js\"></script></head>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
