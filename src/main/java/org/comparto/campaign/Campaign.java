package org.comparto.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/**
 * A campaign as it is kept.
 *
 * @param resultVersion grows with every change of the assignments
 * @param search null before the first
 * @param job of the last search
 */
record Campaign(long id, String territory, String name, String owner, int version, int resultVersion, Instant createdAt, Instant updatedAt, @Nullable Long job,
    ObjectNode document, List<Assigned> assignments, @Nullable Search search) {

  static Campaign of(ResultSet row, int number) throws SQLException {
    String search = row.getString("search");
    return new Campaign(row.getLong("id"), row.getString("territory_code"), row.getString("name"), row.getString("owner_name"), row.getInt("version"),
        row.getInt("result_version"), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getObject("job_id", Long.class), (ObjectNode) Bodies.MAPPER.readTree(row.getString("document")),
        Bodies.MAPPER.readValue(row.getString("assignments"), new TypeReference<>() {}), search == null ? null : Bodies.MAPPER.readValue(search, Search.class));
  }

  Document question() {
    return Bodies.value(document, Document.class);
  }

  /** As it is answered: the document with who keeps it. */
  ObjectNode answer() {
    ObjectNode answer = Bodies.MAPPER.createObjectNode();
    answer.put("id", id).put("name", name).put("territory", territory).put("owner", owner).put("version", version);
    answer.put("createdAt", createdAt.toString()).put("updatedAt", updatedAt.toString());
    answer.setAll(document);
    return answer;
  }
}
