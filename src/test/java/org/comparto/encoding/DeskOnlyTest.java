package org.comparto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is the desk's alone is in no file, whatever the layer, the form and whoever asks: files are public, and travel. */
@IntegrationTest
class DeskOnlyTest {

  private static final String SECRET = "riservato-qzx";
  private static final List<String> FORMS = List.of("json", "geojsonseq", "gpkg", "fgb", "shp", "csv", "csv-it", "kml", "xlsx");
  private static final List<String> PACKED = List.of("shp", "xlsx");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Layers layers;
  @Autowired TransactionTemplate transactions;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  static Stream<String> whoAsks() {
    return Stream.of("anonymous", "viewer", "desk", "admin");
  }

  @ParameterizedTest
  @MethodSource("whoAsks")
  void whatIsTheDesksIsInNoFileOfAnyLayer(String role) {
    String[] headers = role.equals("anonymous") ? new String[0]
        : new String[] {"Authorization", "Bearer " + new People(db, port).token(role, role.equals("viewer") ? new String[] {"read"} : new String[] {"read", "write"})};
    for (Layer layer : layers.all().stream().filter(l -> l.kind() == Layer.Kind.CORE).toList()) {
      Map<String, String> hidden = hidden(layer);
      if (hidden.isEmpty()) {
        continue;
      }
      long id = publicOne(layer);
      Map<String, Object> before = db.sql("SELECT " + String.join(", ", hidden.keySet()) + " FROM " + layer.id() + " WHERE id = " + id).query().singleRow();
      String all = String.join(", ", hidden.entrySet().stream().map(h -> h.getKey() + " = " + h.getValue()).toList());
      Committed.write(transactions, db.sql("UPDATE " + layer.id() + " SET " + all + " WHERE id = " + id));
      try {
        for (String form : FORMS) {
          assertHidden(layer, id, form, headers);
        }
      } finally {
        Committed.write(transactions, db.sql("UPDATE " + layer.id() + " SET "
            + String.join(", ", hidden.keySet().stream().map(name -> name + " = :" + name).toList()) + " WHERE id = " + id).params(before));
      }
    }
  }

  private void assertHidden(Layer layer, long id, String form, String... headers) {
    String code = db.sql("SELECT code FROM " + layer.id() + " WHERE id = " + id).query(String.class).single();
    String question = "?f=" + form + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    for (String path : List.of("/download", "/items")) {
      byte[] whole = Http.get(port, "/ogc/collections/" + layer.id() + path + question, headers).bytes();
      String seen = new String(PACKED.contains(form) ? Zip.unpacked(whole) : whole, StandardCharsets.UTF_8);
      assertThat(seen).as(layer.id() + " " + form + path).contains(code).doesNotContain(SECRET);
      layer.attributes().stream().filter(a -> !a.isPublic()).forEach(a ->
          assertThat(Pattern.compile("\\b" + a.name() + "\\b").matcher(seen).find()).as(layer.id() + " " + form + path + " " + a.name()).isFalse());
    }
  }

  /** Columns of text that only the desk reads, and those without consent, each with what is put there. */
  private Map<String, String> hidden(Layer layer) {
    Map<String, String> hidden = new LinkedHashMap<>();
    for (Attribute a : layer.attributes()) {
      boolean open = layer.consent() != null && a.isPublic() && a.consent() != null && !a.consent().equals(layer.consent().required())
          && a.codes() == null && a.name().equals("contact_person");
      if (a.type() == AttributeType.TEXT && a.codes() == null && (!a.isPublic() || open)) {
        hidden.put(a.name(), "'" + SECRET + "'");
      }
    }
    return hidden;
  }

  private long publicOne(Layer layer) {
    return db.sql("SELECT id FROM " + layer.id() + " WHERE publication_status = 'published'"
        + (layer.consent() == null ? "" : " AND 'identity' = ANY (consented_groups) AND NOT 'contact' = ANY (consented_groups)") + " ORDER BY id LIMIT 1")
        .query(Long.class).single();
  }
}
