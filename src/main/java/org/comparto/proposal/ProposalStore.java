package org.comparto.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals, their versions and their steps in the database. */
@Component
class ProposalStore {

  private static final Sql PROPOSALS = Sql.load("proposal/proposals.sql");
  static final String SEEN = Sql.load("proposal/seen.sql").text();
  private static final String INSERT = Sql.load("proposal/insert.sql").text();
  private static final String SAVE = Sql.load("proposal/save.sql").text();
  private static final String REPLACE_VERSION = Sql.load("proposal/replace-version.sql").text();
  private static final String ADD_VERSION = Sql.load("proposal/add-version.sql").text();
  private static final String MOVE = Sql.load("proposal/move.sql").text();
  private static final String ADD_STEP = Sql.load("proposal/add-step.sql").text();
  private static final String STEPS = Sql.load("proposal/steps.sql").text();
  private static final String OTHERS = Sql.load("proposal/others.sql").text();

  /** A step that was taken. @param version of the proposal, after it */
  record Taken(Instant at, String who, String step, int version, String state, @Nullable String reason) {}

  /** Something open about the same feature. */
  record Other(long id, String author, String kind, String state, Instant updatedAt) {}

  private final JdbcClient db;

  ProposalStore(JdbcClient db) {
    this.db = db;
  }

  /** Empty if there is none that this person may see. */
  Optional<Proposal> find(long id, Caller reader) {
    return seen(db.sql(PROPOSALS.with(Map.of("condition", "id = :id AND " + SEEN))), reader).param("id", id).query(ProposalStore::proposal).optional();
  }

  /** The same, locked for this transaction: whoever writes it meanwhile waits. */
  Optional<Proposal> lock(long id, Caller reader) {
    return seen(db.sql(PROPOSALS.with(Map.of("condition", "id = :id AND " + SEEN + " FOR UPDATE"))), reader).param("id", id)
        .query(ProposalStore::proposal).optional();
  }

  /** For the application itself. */
  Proposal get(long id) {
    return db.sql(PROPOSALS.with(Map.of("condition", "id = :id"))).param("id", id).query(ProposalStore::proposal).single();
  }

  Optional<Proposal> findByKey(String author, UUID key) {
    return db.sql(PROPOSALS.with(Map.of("condition", "author = :author AND client_key = :key"))).param("author", author).param("key", key)
        .query(ProposalStore::proposal).optional();
  }

  /** Empty if the author has sent one with this key before. */
  Optional<Long> insert(String author, @Nullable UUID key, String layer, Kind kind, @Nullable Long feature, @Nullable Integer base,
      Weighed content, @Nullable String note) {
    Optional<Long> id = content(db.sql(INSERT), content, note).param("key", key == null ? null : key.toString()).param("layer", layer)
        .param("feature", feature).param("kind", kind.toString()).param("state", State.DRAFT.toString()).param("author", author).param("base", base)
        .query(Long.class).optional();
    id.ifPresent(made -> {
      db.sql(ADD_VERSION).param("id", made).param("who", author).update();
      addStep(made, "create", author, null);
    });
    return id;
  }

  /** @param writes whether the content is this person's, who is a writer from then on */
  void save(long id, Weighed content, @Nullable String note, @Nullable Integer base, State state, String who, boolean writes) {
    content(db.sql(SAVE), content, note).param("id", id).param("base", base).param("state", state.toString()).param("who", who)
        .param("writes", writes).update();
    if (writes && db.sql(REPLACE_VERSION).param("id", id).param("who", who).update() == 0) {
      db.sql(ADD_VERSION).param("id", id).param("who", who).update();
    }
  }

  private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, Weighed content, @Nullable String note) {
    return statement.param("properties", content.properties().toString()).param("shape", content.shape()).param("territory", content.territory())
        .param("municipality", content.municipality()).param("title", content.title()).param("note", note);
  }

  /** @param feature that was published; null if nothing was, as its version */
  void move(long id, Step step, String who, @Nullable String reason, @Nullable Long feature, @Nullable Integer published) {
    db.sql(MOVE).param("id", id).param("state", step.to().toString()).param("who", who).param("feature", feature)
        .param("published", published).update();
    addStep(id, step.toString(), who, reason);
  }

  void addStep(long id, String step, String who, @Nullable String reason) {
    db.sql(ADD_STEP).param("id", id).param("step", step).param("who", who).param("reason", reason).update();
  }

  /** Oldest first. */
  List<Taken> steps(long id) {
    return db.sql(STEPS).param("id", id).query(Taken.class).list();
  }

  List<Other> others(String layer, @Nullable Long feature, long besides) {
    return feature == null ? List.of() : db.sql(OTHERS).param("layer", layer).param("feature", feature).param("id", besides).query(Other.class).list();
  }

  static JdbcClient.StatementSpec seen(JdbcClient.StatementSpec statement, Caller reader) {
    return statement.param("names", reader.namesForSql()).param("places", reader.seesPlaces()).param("territory", reader.account().territory())
        .param("municipality", reader.account().municipality()).param("layers", reader.layers());
  }

  private static Proposal proposal(ResultSet row, int number) throws SQLException {
    String geometry = row.getString("geometry");
    return new Proposal(row.getLong("id"), row.getString("layer_id"), row.getObject("feature_id", Long.class), Kind.of(row.getString("kind")),
        State.of(row.getString("state")), row.getInt("version"), row.getString("author"), List.of((String[]) row.getArray("writers").getArray()),
        row.getString("territory_code"), row.getString("municipality_code"), row.getString("title"), Json.object(row.getString("properties")),
        geometry == null ? null : Json.MAPPER.readTree(geometry), row.getObject("base_version", Integer.class), row.getString("note"),
        instant(row.getTimestamp("created_at")), instant(row.getTimestamp("updated_at")), row.getString("updated_by"),
        row.getObject("published_version", Integer.class));
  }

  private static Instant instant(Timestamp at) {
    return at.toInstant();
  }
}
