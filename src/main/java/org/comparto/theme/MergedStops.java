package org.comparto.theme;

import java.util.ArrayList;
import java.util.List;
import org.comparto.duplicate.MergeFollower;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Theme routes follow companies that become one, what is published as well as what waits: it is the same place under the number that it now has. */
@Component
class MergedStops implements MergeFollower {

  private record Row(long id, String document, @Nullable String published) {}

  private final JdbcClient db;

  MergedStops(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "theme";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    ArrayNode did = JsonMapper.shared().createArrayNode();
    for (Row row : db.sql("SELECT id, document::text, published::text FROM theme_route WHERE document::text || coalesce(published::text, '') LIKE '%' || :host || '%' ORDER BY id "
        + "FOR UPDATE").param("host", String.valueOf(gone)).query(Row.class).list()) {
      JsonNode document = JsonMapper.shared().readTree(row.document());
      JsonNode published = row.published() == null ? null : JsonMapper.shared().readTree(row.published());
      List<String> names = change(document, gone, kept, null);
      List<String> publishedNames = published == null ? List.of() : change(published, gone, kept, null);
      if (!names.isEmpty() || !publishedNames.isEmpty()) {
        keep(row.id(), document, published);
        ObjectNode one = did.addObject().put("theme", row.id());
        one.set("document", JsonMapper.shared().valueToTree(names));
        one.set("published", JsonMapper.shared().valueToTree(publishedNames));
      }
    }
    return did;
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    for (JsonNode one : did) {
      db.sql("SELECT id, document::text, published::text FROM theme_route WHERE id = :id FOR UPDATE").param("id", one.path("theme").asLong()).query(Row.class).optional()
          .ifPresent(row -> {
            JsonNode document = JsonMapper.shared().readTree(row.document());
            JsonNode published = row.published() == null ? null : JsonMapper.shared().readTree(row.published());
            change(document, kept, gone, one.path("document"));
            if (published != null) {
              // what was published since the merge is the document of then
              change(published, kept, gone, one.path("published").isEmpty() ? one.path("document") : one.path("published"));
            }
            keep(row.id(), document, published);
          });
    }
  }

  /**
   * Stops have no ids: those that were changed are known by their names.
   *
   * @param named only stops of these names; null for all
   * @return the Italian names of the stops that were changed
   */
  private static List<String> change(JsonNode document, long from, long to, @Nullable JsonNode named) {
    List<String> changed = new ArrayList<>();
    for (JsonNode stop : document.path("stops")) {
      String name = stop.path("name").path("it").asString("");
      if (stop.path("host").asLong(0) == from && (named == null || named.valueStream().anyMatch(one -> one.asString().equals(name)))) {
        ((ObjectNode) stop).put("host", to);
        changed.add(name);
      }
    }
    return changed;
  }

  private void keep(long id, JsonNode document, @Nullable JsonNode published) {
    db.sql("UPDATE theme_route SET document = :document::jsonb, published = :published::jsonb, version = version + 1 WHERE id = :id").param("document", document.toString())
        .param("published", published == null ? null : published.toString()).param("id", id).update();
  }
}
