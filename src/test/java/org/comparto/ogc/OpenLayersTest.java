package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that knows nothing of us, on a page of somebody else's server: OpenLayers finds its way by the standards alone. */
@BrowserTest
class OpenLayersTest {

  private static final String LIBRARY = "/META-INF/resources/webjars/ol/10.7.0/dist/ol.js";
  private static final String PAGE = """
      <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>elsewhere</title><div id="map" style="width: 900px; height: 600px"></div><script src="ol.js"></script>
      <script>
      const ogc = '%1$sogc/collections/'
      const zones = new ol.source.Vector({
        format: new ol.format.GeoJSON(),
        strategy: ol.loadingstrategy.bbox,
        url: (extent, resolution, projection) => `${ogc}industrial_zone/items?limit=1000&bbox=${ol.proj.transformExtent(extent, projection, 'EPSG:4326')}`,
      })
      const plots = new ol.layer.VectorTile({
        source: new ol.source.OGCVectorTile({ url: `${ogc}plot/tiles/WebMercatorQuad`, format: new ol.format.MVT({ featureClass: ol.Feature }) }),
      })
      const map = new ol.Map({ target: 'map', layers: [new ol.layer.Vector({ source: zones }), plots], view: new ol.View() })
      const [west, south, east, north] = [%2$s]
      map.getView().fit(ol.proj.transformExtent([west, south, east, north], 'EPSG:4326', 'EPSG:3857'))
      map.getView().setZoom(16) // where every plot is drawn
      const ids = (features) => [...new Set(features.map((feature) => feature.getId()))].sort((a, b) => a - b)
      const shown = () => ({
        zones: ids(zones.getFeaturesInExtent(map.getView().calculateExtent())),
        plots: ids(plots.getFeaturesInExtent(map.getView().calculateExtent())),
        codes: plots.getFeaturesInExtent(map.getView().calculateExtent()).every((feature) => feature.get('code')),
      })
      </script>
      """;

  @Autowired
  JdbcClient db;

  @Test
  void openLayersShowsItemsByBoxAndTilesByTheirTileSet(Browser browser) throws IOException {
    List<Double> box = db.sql("SELECT ST_XMin(b) AS west, ST_YMin(b) AS south, ST_XMax(b) AS east, ST_YMax(b) AS north FROM (SELECT box2d(geom) AS b FROM industrial_zone "
        + "WHERE publication_status = 'published' AND EXISTS (SELECT FROM plot WHERE zone_id = industrial_zone.id AND publication_status = 'published') ORDER BY id LIMIT 1) AS zone")
        .query((row, n) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4))).single();
    HttpServer elsewhere = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    answer(elsewhere, "/ol.js", "text/javascript", library());
    answer(elsewhere, "/", "text/html", PAGE.formatted(browser.origin(), box.toString().replaceAll("[\\[\\]]", "")).getBytes(StandardCharsets.UTF_8));
    elsewhere.start();
    try {
      look(browser, browser.open("http://localhost:" + elsewhere.getAddress().getPort() + "/", Browser.DESKTOP));
    } finally {
      elsewhere.stop(0);
    }
  }

  @SuppressWarnings("unchecked")
  private void look(Browser browser, Page page) {
    List<Double> seen = ((List<Number>) page.evaluate("() => ol.proj.transformExtent(map.getView().calculateExtent(), 'EPSG:3857', 'EPSG:4326')")).stream().map(Number::doubleValue).toList();
    List<Long> zones = within("industrial_zone", seen);
    List<Long> plots = within("plot", seen);
    assertThat(plots).isNotEmpty();
    page.waitForFunction("([zones, plots]) => zones <= shown().zones.length && plots <= shown().plots.length", List.of(zones.size(), plots.size()));
    Map<String, Object> shown = (Map<String, Object>) page.evaluate("() => shown()");
    assertThat((List<Number>) shown.get("zones")).extracting(Number::longValue).containsAll(zones).isNotEmpty();
    assertThat((List<Number>) shown.get("plots")).extracting(Number::longValue).containsAll(plots);
    assertThat(shown).containsEntry("codes", true);
    assertThat(browser.complaints()).isEmpty();
  }

  private List<Long> within(String table, List<Double> box) {
    return db.sql("SELECT id FROM " + table + " WHERE publication_status = 'published' AND geom @ ST_MakeEnvelope(?, ?, ?, ?, 4326) ORDER BY id").params(box).query(Long.class).list();
  }

  private static byte[] library() throws IOException {
    try (InputStream script = OpenLayersTest.class.getResourceAsStream(LIBRARY)) {
      return script.readAllBytes();
    }
  }

  private static void answer(HttpServer server, String path, String type, byte[] body) {
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
  }
}
