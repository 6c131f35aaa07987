package org.comparto.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.testing.Http;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who writes features with a token, as a program would. What is made here has a code that begins with test-edit-. */
final class Editor {

  static final String GEOJSON = "application/geo+json";
  static final String PATCH = "application/merge-patch+json";
  static final String CODES = "test-edit-%";

  private final int port;
  private final String token;

  Editor(int port, String token) {
    this.port = port;
    this.token = token;
  }

  static Editor of(JdbcClient db, int port) {
    return new Editor(port, new People(db, port).token("desk", "read", "write"));
  }

  Http.Answer post(String layer, String body, String... headers) {
    return send("POST", items(layer), body, GEOJSON, headers);
  }

  Http.Answer put(String layer, long id, String version, String body, String... headers) {
    return send("PUT", items(layer) + "/" + id, body, GEOJSON, with(headers, "If-Match", version));
  }

  Http.Answer patch(String layer, long id, String version, String body, String... headers) {
    return send("PATCH", items(layer) + "/" + id, body, PATCH, with(headers, "If-Match", version));
  }

  Http.Answer delete(String layer, long id, String version, String... headers) {
    return send("DELETE", items(layer) + "/" + id, null, null, with(headers, "If-Match", version));
  }

  Http.Answer get(String layer, long id) {
    return Http.get(port, items(layer) + "/" + id);
  }

  String version(String layer, long id) {
    return get(layer, id).header("ETag");
  }

  Http.Answer send(String method, String path, @Nullable String body, @Nullable String type, String... headers) {
    String[] all = with(headers, "Authorization", "Bearer " + token);
    return Http.sendAs(port, method, path, body, type, all);
  }

  static String items(String layer) {
    return "/ogc/collections/" + layer + "/items";
  }

  private static String[] with(String[] headers, String name, @Nullable String value) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (value != null && !value.isEmpty()) {
      all.addAll(List.of(name, value));
    }
    return all.toArray(String[]::new);
  }

  /** The number at the end of a Location. */
  static long idOf(Http.Answer created) {
    String location = created.header("Location");
    if (created.status() != 201 || location.isEmpty()) {
      throw new AssertionError(created.status() + " " + created.text());
    }
    return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
  }

  static String point(double longitude, double latitude) {
    return "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
  }

  /** With the seven decimals that answers have. */
  static String square(double west, double south, double size) {
    return String.format(Locale.ROOT,
        "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.7f,%2$.7f],[%3$.7f,%2$.7f],[%3$.7f,%4$.7f],[%1$.7f,%4$.7f],[%1$.7f,%2$.7f]]]}", west, south, west + size,
        south + size);
  }

  /** A feature of which the geometry is given as it is. */
  static String feature(String geometry, Map<String, Object> properties) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("geometry", JsonMapper.shared().readTree(geometry));
    feature.set("properties", JsonMapper.shared().valueToTree(properties));
    return feature.toString();
  }

  /** The south-western corner of 0.002 degrees square, well within a territory, where there is nothing of a layer: longitude and latitude. */
  static double[] freePlace(JdbcClient db, String relation) {
    var place = db.sql("""
        SELECT ST_X(d.geom) AS x, ST_Y(d.geom) AS y
        FROM (SELECT geom FROM territory WHERE publication_status = 'published' ORDER BY ST_Area(geom) DESC, code LIMIT 1) AS t
        CROSS JOIN LATERAL ST_Dump(ST_GeneratePoints(ST_Buffer(t.geom, -0.02), 300, 7)) AS d
        WHERE NOT EXISTS (SELECT FROM %s AS f WHERE f.geom && ST_Expand(d.geom, 0.004))
        ORDER BY d.path LIMIT 1""".formatted(relation)).query().singleRow();
    return new double[] {round(place.get("x")), round(place.get("y"))};
  }

  private static double round(Object degrees) {
    return Math.round(((Number) degrees).doubleValue() * 1e5) / 1e5;
  }

  /** Codes of what is wrong, in their order. */
  static List<String> faults(Http.Answer answer) {
    return answer.json().path("faults").valueStream().map(fault -> fault.path("rule").asString()).toList();
  }

  static JsonNode properties(Http.Answer answer) {
    return answer.json().path("properties");
  }
}
