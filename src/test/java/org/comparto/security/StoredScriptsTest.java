package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comparto.inquiry.FormStamps;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever text somebody has managed to store, no page makes markup of it: in Chromium no script runs, no handler and no strange element
 * appears, and the content security policy has nothing to refuse. The fields are those of the descriptors, so that a new one is tried too.
 */
@BrowserTest
class StoredScriptsTest {

  /** Ends a tag, an attribute in either quote, a text area, a title, a script and a comment. */
  private static final String EVIL = "xss--></script></title></textarea>\"'><img src=x onerror=\"window.xss=1\"><svg onload=window.xss=1><script>window.xss=1</script>"
      + "' onmouseover='window.xss=1' x='${7*7}{{7*7}}";
  private static final String EVIL_LINK = "javascript:window.xss=1//";
  private static final String SIGNS = """
      () => [window.xss && 'script ran', ...[...document.querySelectorAll('*')].flatMap((one) => [
        ...[...one.attributes].filter(({ name, value }) => /^on/i.test(name) || (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\\s*(javascript|data:text)/i.test(value))).map(({ name }) => `${one.tagName} ${name}`),
        one.tagName === 'IMG' && one.getAttribute('src') === 'x' && 'img', one.tagName === 'SCRIPT' && (!one.type || /javascript|module/.test(one.type)) && /xss/.test(one.textContent) && 'script'])].filter(Boolean)""";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Layers layers;
  @Autowired FormStamps stamps;
  People people;
  List<String> restore;

  @BeforeEach
  void begin() {
    people = new People(db, port);
    restore = new ArrayList<>();
  }

  @AfterEach
  void asItWas() {
    for (String statement : restore) {
      Committed.write(transactions, db.sql(statement));
    }
    people.remove();
  }

  /** Panel, tooltip and label of the map, list, page of the plot, pages of the open data and of zones. */
  @Test
  void textsOfFeaturesStayTextsWhereverTheyAreShown(Browser browser) {
    Map<Layer, Long> spoilt = new LinkedHashMap<>();
    int fields = 0;
    for (Layer layer : layers.all()) {
      Optional<Long> feature = db.sql("SELECT min(id) FROM " + layer.relation() + " WHERE publication_status = 'published'").query(Long.class).optional();
      if (feature.isPresent()) {
        int stored = spoil(layer, feature.get());
        fields += stored;
        if (stored > 0) {
          spoilt.put(layer, feature.get());
        }
      }
    }
    assertThat(spoilt.size()).as("layers with a text that could be stored").isGreaterThan(10);
    assertThat(fields).as("texts that could be stored").isGreaterThan(80);

    Page page = browser.open("/#place=map", Browser.DESKTOP);
    page.onDialog(dialog -> {
      throw new AssertionError("a dialog: " + dialog.message());
    });
    List<String> wrong = new ArrayList<>();
    spoilt.forEach((layer, feature) -> {
      page.navigate(browser.origin() + "ogc/collections/" + layer.id() + "/items/" + feature + "?f=html&lang=it");
      look(page, "page of " + layer.id(), wrong, true);
      page.navigate(browser.origin() + "ogc/collections/" + layer.id() + "/items?f=html&lang=en&limit=3");
      look(page, "list of " + layer.id(), wrong, false);
    });
    // one page of the map, which goes from one feature to the next by its links
    page.navigate(browser.origin() + "#place=map&lang=it");
    page.waitForSelector("body.is-ready");
    spoilt.forEach((layer, feature) -> {
      page.navigate(browser.origin() + "#place=map&lang=it&feature=" + layer.id() + "/" + feature + "&layers=" + layer.id() + "&list=" + layer.id());
      page.waitForSelector("#feature:not([hidden]) .record-section, #feature:not([hidden]) .state-error");
      page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })");
      look(page, "panel of " + layer.id(), wrong, true);
      page.navigate(browser.origin() + "#place=map&lang=it");
      page.waitForSelector("#feature[hidden]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    });
    long plot = spoilt.get(layers.getLayer("plot", "layer"));
    double[] middle = db.sql("SELECT ARRAY[ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))] FROM plot WHERE id = :id").param("id", plot)
        .query((row, n) -> java.util.Arrays.stream((Double[]) row.getArray(1).getArray()).mapToDouble(Double::doubleValue).toArray()).single();
    page.navigate(browser.origin() + "?tip#place=map&lang=it&layers=plot,industrial_zone&at=" + middle[1] + "," + middle[0] + ",18");
    page.waitForSelector("body.is-ready");
    page.waitForFunction("() => document.getElementById('status').dataset.pending === '0'");
    var map = page.locator("#map").boundingBox();
    page.mouse().move(map.x + map.width / 2, map.y + map.height / 2);
    page.waitForSelector(".map-tip:not([hidden])");
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    page.waitForSelector("#feature:not([hidden])");
    look(page, "tooltip and choices", wrong, true);
    for (String place : List.of("plot&plot=" + plot, "plots&filter=" + java.net.URLEncoder.encode("id = " + plot, java.nio.charset.StandardCharsets.UTF_8), "compare&compare=" + plot, "bottlenecks", "shortlist")) {
      page.navigate(browser.origin() + "?p" + place.hashCode() + "#lang=it&place=" + place);
      page.waitForSelector("body.is-ready");
      browser.settle(page);
      look(page, "place " + place, wrong, false);
    }
    long zone = spoilt.get(layers.getLayer("industrial_zone", "layer"));
    page.navigate(browser.origin() + "zones/" + zone + "?lang=it");
    look(page, "zone", wrong, true);
    page.navigate(browser.origin() + "zones?lang=it");
    look(page, "zones", wrong, false);
    page.locator("body").press("Tab");
    page.navigate(browser.origin() + "?search#place=map&lang=it");
    page.waitForSelector("body.is-ready");
    Locator box = page.locator("#search input");
    page.waitForResponse(answer -> answer.url().contains("/api/search"), () -> box.fill("xss"));
    browser.settle(page);
    look(page, "search", wrong, false);
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints().stream().filter(StoredScriptsTest::isAboutScripts)).as("the policy had nothing to refuse").isEmpty();
    assertThat(browser.foreignRequests()).isEmpty();
  }

  /** What is read by other programs: documents, feeds, tables. */
  @Test
  void textsStayTextsInFiles() throws Exception {
    Layer plots = layers.getLayer("plot", "layer");
    long plot = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published'").query(Long.class).single();
    spoil(plots, plot);
    try (PDDocument sheet = Loader.loadPDF(Http.get(port, "/api/plots/" + plot + "/sheet.pdf").bytes())) {
      assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s", "")).contains("<script>window.xss=1</script>");
      assertThat(sheet.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(sheet.getDocumentCatalog().getNames()).satisfiesAnyOf(none -> assertThat(none).isNull(), names -> assertThat(names.getJavaScript()).isNull());
    }
    assertIsDrawing(Http.get(port, "/api/plots/" + plot + "/map.svg").bytes());
    JsonNode saved = Http.send(port, "POST", "/api/alerts", JsonMapper.shared().createObjectNode().put("filter", "").put("language", "it").put("title", evil(118)).toString()).json();
    Http.Answer feed = Http.get(port, saved.path("feed").asString());
    assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
    assertNoMarkup(parsed(feed.bytes()));
    Http.send(port, "DELETE", "/api/alerts/" + saved.path("token").asString(), null);
  }

  /** A table that is opened in a spreadsheet computes nothing that a stranger wrote. */
  @Test
  void textsAreNoFormulasInTables() throws Exception {
    long plot = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published'").query(Long.class).single();
    put("plot", plot, "name", "=HYPERLINK(\"https://elsewhere.invalid\",\"x\")");
    put("plot", plot, "address", "@SUM(1)");
    List<String> wrong = new ArrayList<>();
    for (String path : List.of("/api/plots/compare.csv?plots=" + plot + ",0", "/api/plots/compare.csv?plots=" + plot, "/ogc/collections/plot/items?f=csv&limit=5", "/api/access.csv?layer=plot&limit=5")) {
      Http.Answer answer = Http.get(port, path);
      if (answer.status() == 200 && answer.text().matches("(?s).*(^|[,;\\n\"\\t])[=@](HYPERLINK|SUM).*")) {
        wrong.add(path);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What people send without an account, and what accounts are called, on the pages of the desk. */
  @Test
  void whatStrangersSendIsTextToTheDesk(Browser browser) {
    String form = stamps.issue(Instant.now().minusSeconds(60));
    ObjectNode inquiry = (ObjectNode) JsonMapper.shared().readTree("""
        {"contact": {"email": "anna@rossi.example"}, "needs": {"areaM2": 20000}, "language": "it", "consent": "2026-11"}""");
    ((ObjectNode) inquiry.path("contact")).put("organisation", evil(200)).put("name", evil(119));
    ((ObjectNode) inquiry.path("needs")).put("activity", EVIL);
    inquiry.put("message", EVIL).put("search", EVIL).put("form", form);
    Http.Answer asked = Http.send(port, "POST", "/api/inquiries", inquiry.toString());
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    double[] place = db.sql("SELECT ARRAY[ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))] FROM municipality ORDER BY id LIMIT 1")
        .query((row, n) -> java.util.Arrays.stream((Double[]) row.getArray(1).getArray()).mapToDouble(Double::doubleValue).toArray()).single();
    ObjectNode report = JsonMapper.shared().createObjectNode().put("type", "bridge").put("longitude", place[0]).put("latitude", place[1]).put("title", evil(119))
        .put("description", EVIL).put("language", "it").put("consent", "2026-11").put("form", form);
    report.putObject("contact").put("name", evil(119));
    Http.Answer reported = Http.send(port, "POST", "/api/bottlenecks/reports", report.toString());
    assertThat(reported.status()).as(reported.text()).isEqualTo(201);
    db.sql("""
        INSERT INTO plot_offer (id, ticket, state, territory_code, language, offered_by, organisation, contact_name, email, message, consent_version, properties)
        VALUES (nextval('plot_offer_number'), 'O-2026-999999', 'received', 'none', 'it', 'owner', :evil, :evil, 'x@example.org', :evil, '2026-11', '{}')""").param("evil", EVIL).update();
    long id = Long.parseLong(asked.json().path("token").asString().split("\\.")[0]);
    String token = people.token("admin", "read", "propose", "review", "write", "load");
    JsonNode load = Http.sendAs(port, "POST", "/api/loads?name=" + java.net.URLEncoder.encode("\"><img src=x onerror=\"window.xss=1\">.geojson", java.nio.charset.StandardCharsets.UTF_8),
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"code\": \"1\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [12, 44]}}]}",
        "application/octet-stream", "Authorization", "Bearer " + token).json();
    long plot = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published'").query(Long.class).single();
    JsonNode shared = Http.send(port, "POST", "/api/shortlists", JsonMapper.shared().createObjectNode().put("title", evil(120)).put("days", 1)
        .<ObjectNode>set("ids", JsonMapper.shared().createArrayNode().add(plot)).toString()).json();
    ObjectNode change = JsonMapper.shared().createObjectNode().put("layer", "plot").put("kind", "change").put("feature", plot).put("note", EVIL);
    change.putObject("properties").put("name", EVIL).put("address", EVIL);
    Http.Answer proposal = Http.send(port, "POST", "/api/proposals", change.toString(), "Authorization", "Bearer " + token);
    assertThat(proposal.status()).as(proposal.text()).isEqualTo(201);
    String proposed = "/api/proposals/" + proposal.json().path("id").asLong();
    Http.Answer commented = Http.send(port, "POST", proposed + "/comments", JsonMapper.shared().createObjectNode().put("text", EVIL).toString(), "Authorization", "Bearer " + token);
    assertThat(commented.status()).as(commented.text()).isLessThan(300);
    people.make("test-script", "admin", null);
    db.sql("UPDATE account SET display_name = :evil WHERE username = 'test-script'").param("evil", EVIL).update();
    db.sql("INSERT INTO api_token (account_id, name, token_hash, scopes, expires_at) SELECT id, :evil, decode(md5('t') || md5('u'), 'hex'), '{read}', now() + interval '1 day' FROM account WHERE username = 'test-script'")
        .param("evil", EVIL).update();
    try {
      Page page = browser.open("/?a#place=inbox&lang=it", Browser.DESKTOP);
      page.waitForSelector("body.is-ready");
      page.evaluate("([name, password]) => fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: name, password }) }).then((answer) => answer.status)",
          List.of("test-script", People.PASSWORD));
      List<String> wrong = new ArrayList<>();
      for (String view : List.of("inbox", "inbox&inquiry=" + id, "bottlenecks&show=reports", "owners", "account", "accounts", "data", "data&load=" + load.path("id").asLong(), "usage", "work", "audit", "edit&proposal=" + proposal.json().path("id").asLong(),
          "shortlist&shared=" + shared.path("token").asString(), "inquiry&receipt=" + asked.json().path("token").asString())) {
        page.navigate(browser.origin() + "?v" + view.hashCode() + "#lang=it&place=" + view);
        page.waitForSelector("body.is-ready");
        browser.settle(page);
        for (String tab : List.of("Proposte", "Segnalazioni")) {
          Locator button = page.locator("button.tab", new Page.LocatorOptions().setHasText(tab));
          if (button.count() == 1 && button.isVisible()) {
            button.click();
            browser.settle(page);
          }
        }
        look(page, view, wrong, false);
      }
      assertThat(wrong).isEmpty();
      assertThat(browser.complaints().stream().filter(StoredScriptsTest::isAboutScripts)).isEmpty();
    } finally {
      Http.send(port, "DELETE", "/api/loads/" + load.path("id").asLong(), null, "Authorization", "Bearer " + token);
      Http.send(port, "DELETE", "/api/shortlists/" + shared.path("token").asString(), null, "Revocation-Secret", shared.path("revocation").asString());
      String etag = Http.get(port, proposed, "Authorization", "Bearer " + token).header("ETag");
      Http.send(port, "POST", proposed + "/steps", "{\"step\": \"discard\", \"reason\": \"x\"}", "Authorization", "Bearer " + token, "If-Match", etag);
      db.sql("DELETE FROM plot_offer WHERE ticket = 'O-2026-999999'").update();
      db.sql("DELETE FROM inquiry WHERE id = :id").param("id", id).update();
      String ticket = reported.json().path("ticket").asString();
      db.sql("DELETE FROM bottleneck_report WHERE ticket = :ticket").param("ticket", ticket).update();
      Committed.write(transactions, db.sql("DELETE FROM bottleneck WHERE code = '" + ticket + "'"));
      db.sql("DELETE FROM source_attempt").update();
    }
  }

  private static void assertIsDrawing(byte[] svg) throws Exception {
    Document drawing = parsed(svg);
    assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(drawing.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertNoMarkup(drawing);
  }

  private static void assertNoMarkup(Document document) {
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(all.item(i).getNodeName().toLowerCase(Locale.ROOT)).isNotIn("script", "img", "foreignobject", "iframe");
      for (int k = 0; k < all.item(i).getAttributes().getLength(); k++) {
        assertThat(all.item(i).getAttributes().item(k).getNodeName()).doesNotStartWith("on");
      }
    }
  }

  private static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  /** As much of it as a field takes. */
  private static String evil(int most) {
    return EVIL.substring(0, Math.min(most, EVIL.length()));
  }

  private static boolean isAboutScripts(String complaint) {
    return complaint.contains("Content Security Policy") || complaint.contains("xss");
  }

  private static void look(Page page, String where, List<String> wrong, boolean mustShow) {
    if (page.evaluate(SIGNS) instanceof List<?> signs && !signs.isEmpty()) {
      wrong.add(where + ": " + signs);
    }
    if (mustShow && !page.content().contains("xss--")) {
      wrong.add(where + " does not show the text at all");
    }
  }

  /** Writes it into every text of a feature that takes it; what the database itself refuses is no danger. */
  private int spoil(Layer layer, long feature) {
    int stored = 0;
    for (Attribute attribute : layer.attributes()) {
      boolean fillable = !attribute.derived() && attribute.reference() == null && !attribute.name().equals("territory_code");
      if (fillable && (attribute.type() == AttributeType.TEXT || attribute.type() == AttributeType.TEXT_LIST || attribute.type() == AttributeType.JSON)) {
        String value = switch (attribute.type()) {
          case JSON -> JsonMapper.shared().createArrayNode().add(JsonMapper.shared().createObjectNode().put("title_it", EVIL).put("name_it", EVIL).put("href", EVIL_LINK)
              .put("url", EVIL_LINK).put("kind", EVIL).put(EVIL, EVIL)).toString();
          case TEXT -> attribute.name().matches(".*(website|url|href|link).*") ? EVIL_LINK + EVIL : EVIL;
          default -> EVIL;
        };
        stored += put(layer.relation(), feature, attribute.name(), value) ? 1 : 0;
      }
    }
    return stored;
  }

  private boolean put(String relation, long feature, String name, String value) {
    try {
      String type = db.sql("SELECT data_type FROM information_schema.columns WHERE table_name = :table AND column_name = :name").param("table", relation).param("name", name)
          .query(String.class).optional().orElse("extra");
      String column = type.equals("extra") ? "properties" : "\"" + name + "\"";
      String before = db.sql("SELECT quote_nullable(" + column + "::text) FROM " + relation + " WHERE id = :id").param("id", feature).query(String.class).single();
      String cast = type.equals("extra") ? "jsonb" : type.equals("ARRAY") ? "text[]" : type;
      String wanted = type.equals("extra") ? "properties || jsonb_build_object('" + name + "', " + quoted(value) + "::text)"
          : type.equals("ARRAY") ? "ARRAY[" + quoted(value) + "]" : "CAST(" + quoted(value) + " AS " + cast + ")";
      String statement = "UPDATE " + relation + " SET " + column + " = " + wanted + " WHERE id = " + feature;
      Committed.write(transactions, db.sql(statement));
      restore.add(0, "UPDATE " + relation + " SET " + column + " = CAST(" + before + " AS " + cast + ") WHERE id = " + feature);
      return true;
    } catch (DataAccessException refused) {
      return false;
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
