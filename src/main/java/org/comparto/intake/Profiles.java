package org.comparto.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans under a name, to be used again for the next file of the same kind. */
@Component
class Profiles {

  /** A stored plan. */
  record Profile(String name, @Nullable String layer, LoadPlan plan, String author, Instant updatedAt) {}

  private static final String SELECT = "SELECT name, layer_id, plan, author, updated_at FROM load_profile";

  private final JdbcClient db;
  private final JsonMapper json;

  Profiles(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  List<Profile> all() {
    return db.sql(SELECT + " ORDER BY name").query(this::profile).list();
  }

  Profile get(String name) {
    return db.sql(SELECT + " WHERE name = :name").param("name", name).query(this::profile).optional()
        .orElseThrow(() -> new NotFoundException("profile", "There is no profile \"" + name + "\"; /api/load-profiles lists those there are."));
  }

  Profile save(String name, LoadPlan plan, String author) {
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,59}")) {
      throw new InvalidInputException("name", "a profile's name is made of a-z, 0-9, _ and -, at most 60 characters");
    }
    db.sql("""
        INSERT INTO load_profile (name, layer_id, plan, author) VALUES (:name, :layer, CAST(:plan AS jsonb), :author)
        ON CONFLICT (name) DO UPDATE SET layer_id = excluded.layer_id, plan = excluded.plan, author = excluded.author, updated_at = now()""")
        .param("name", name).param("layer", plan.newLayer() != null ? plan.newLayer().id() : plan.layer())
        .param("plan", json.writeValueAsString(plan)).param("author", author).update();
    return get(name);
  }

  void delete(String name) {
    get(name);
    db.sql("DELETE FROM load_profile WHERE name = :name").param("name", name).update();
  }

  private Profile profile(ResultSet row, int number) throws SQLException {
    return new Profile(row.getString("name"), row.getString("layer_id"), json.readValue(row.getString("plan"), LoadPlan.class),
        row.getString("author"), row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
