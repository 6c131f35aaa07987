package org.comparto.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A community as it is kept.
 *
 * @param scenarioOf the one that it was copied from; null for one of its own, or where that is gone
 * @param document the question of the balance; null in lists
 */
record Saved(long id, String territory, String name, @Nullable Long scenarioOf, String owner, int version, Instant createdAt, Instant updatedAt,
    @Nullable ObjectNode document) {

  static Saved listed(ResultSet row, int number) throws SQLException {
    long scenarioOf = row.getLong("scenario_of");
    Long from = row.wasNull() ? null : scenarioOf;
    return new Saved(row.getLong("id"), row.getString("territory_code"), row.getString("name"), from, row.getString("owner_name"), row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("updated_at", OffsetDateTime.class).toInstant(), null);
  }

  static Saved whole(ResultSet row, int number) throws SQLException {
    Saved listed = listed(row, number);
    return new Saved(listed.id, listed.territory, listed.name, listed.scenarioOf, listed.owner, listed.version, listed.createdAt, listed.updatedAt,
        (ObjectNode) Bodies.MAPPER.readTree(row.getString("document")));
  }

  BalanceQuestion question() {
    return Bodies.value(document, BalanceQuestion.class);
  }
}
