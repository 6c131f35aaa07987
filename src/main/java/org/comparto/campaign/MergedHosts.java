package org.comparto.campaign;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.duplicate.MergeFollower;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Campaigns follow companies that become one. Hosts keep their ids, by which visits and preferences know them; only the company of the census behind
 * them is another. Where a campaign has both, it has one company twice, which its result says.
 */
@Component
class MergedHosts implements MergeFollower {

  private record Row(long id, String document) {}

  private final JdbcClient db;

  MergedHosts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    ArrayNode did = Bodies.MAPPER.createArrayNode();
    for (Row row : db.sql("SELECT id, document::text FROM visit_campaign WHERE document::text LIKE '%' || :company || '%' ORDER BY id FOR UPDATE")
        .param("company", String.valueOf(gone)).query(Row.class).list()) {
      change(row, null, gone, kept).ifPresent(hosts -> did.addObject().put("campaign", row.id()).set("hosts", Bodies.MAPPER.valueToTree(hosts)));
    }
    return did;
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    for (JsonNode one : did) {
      Set<String> hosts = new TreeSet<>();
      one.path("hosts").forEach(host -> hosts.add(host.asString()));
      db.sql("SELECT id, document::text FROM visit_campaign WHERE id = :id FOR UPDATE").param("id", one.path("campaign").asLong()).query(Row.class).optional()
          .ifPresent(row -> change(row, hosts, kept, gone));
    }
  }

  /** @param only hosts of these ids; null for all @return the ids of those that were changed; empty if there is nothing to change */
  private Optional<Set<String>> change(Row row, @Nullable Set<String> only, long from, long to) {
    ObjectNode document = (ObjectNode) Bodies.MAPPER.readTree(row.document());
    Set<String> changed = new TreeSet<>();
    for (JsonNode host : document.path("hosts")) {
      String id = host.path("id").asString("");
      if (host.path("census").asLong(0) == from && (only == null || only.contains(id))) {
        ((ObjectNode) host).put("census", to);
        changed.add(id);
      }
    }
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    for (JsonNode group : document.path("groups")) {
      if (group.path("preferences") instanceof ArrayNode preferences) {
        prefer(preferences, changed, from, to);
      }
    }
    // what was solved is still what was solved: nobody's seats, hours or ways have changed
    db.sql("UPDATE visit_campaign SET document = :document::jsonb, version = version + 1, search = CASE WHEN (search ->> 'documentVersion')::integer = version "
        + "THEN jsonb_set(search, '{documentVersion}', to_jsonb(version + 1)) ELSE search END WHERE id = :id").param("document", document.toString()).param("id", row.id()).update();
    return Optional.of(changed);
  }

  /** A preference may name a company by its number; where that is the id of the host as well, it still does. */
  private static void prefer(ArrayNode preferences, Set<String> ids, long from, long to) {
    for (int i = 0; i < preferences.size(); i++) {
      if (preferences.get(i).asString("").equals(String.valueOf(from)) && !ids.contains(String.valueOf(from))) {
        preferences.set(i, preferences.get(i).isNumber() ? preferences.numberNode(to) : preferences.stringNode(String.valueOf(to)));
      }
    }
  }
}
