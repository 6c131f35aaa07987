package org.comparto.ruleset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of rule sets in the database, and the decisions about them: both only grow. */
@Component
@DependsOnDatabaseInitialization
class RulesetStore {

  private static final String VERSIONS = Sql.load("ruleset/versions.sql").text();
  private static final String REGIONS = Sql.load("ruleset/regions.sql").text();
  private static final String ADD = Sql.load("ruleset/add-version.sql").text();
  private static final String DECIDE = Sql.load("ruleset/decide.sql").text();
  /** Ours among advisory locks: the ASCII codes of "rule". */
  private static final long LOCK = 0x72756C65L;

  private final JdbcClient db;
  /** What texts say, by the text: reading one takes longer than asking for it. */
  private final Map<String, Ruleset> read = new ConcurrentHashMap<>();

  RulesetStore(JdbcClient db) {
    this.db = db;
  }

  /** By id and version. */
  List<RulesetVersion> versions() {
    return db.sql(VERSIONS).query((row, n) -> version(row)).list();
  }

  /** The region of each territory that names one. */
  Map<String, String> regions() {
    return db.sql(REGIONS).query((row, n) -> Map.entry(row.getString("code"), row.getString("region"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether the demonstration data are in this database: only then do the invented rule sets count. */
  boolean holdsDemonstration() {
    return db.sql("SELECT EXISTS (SELECT FROM demonstration_load)").query(Boolean.class).single();
  }

  /** Until the end of the transaction nobody else adds a version or decides about one. */
  void lock() {
    db.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
  }

  int add(String ruleset, String content, boolean shipped, String who) {
    return db.sql(ADD).param("ruleset", ruleset).param("content", content).param("shipped", shipped).param("who", who)
        .query(Integer.class).single();
  }

  /** @param confirmedBy who answers for the rules, as people know them; null for nobody */
  void decide(Ruleset set, boolean active, @Nullable String confirmedBy, String reason, String who) {
    db.sql(DECIDE).param("ruleset", set.id()).param("version", set.version()).param("active", active).param("confirmed_by", confirmedBy)
        .param("reason", reason).param("who", who).update();
  }

  private RulesetVersion version(ResultSet row) throws SQLException {
    String id = row.getString("ruleset");
    int number = row.getInt("version");
    String content = row.getString("content");
    Ruleset text = read.computeIfAbsent(content, RulesetText::read);
    boolean shipped = row.getBoolean("shipped");
    // a shipped set says itself who has confirmed it; an uploaded one is what people decide
    String confirmer = row.getString("confirmed_by") != null ? row.getString("confirmed_by") : shipped ? text.confirmedBy() : null;
    Ruleset set = text.as(number, row.getBoolean("active"), confirmer);
    return new RulesetVersion(set, content, shipped, row.getString("written_by"), row.getTimestamp("written_at").toInstant(),
        row.getString("decided_by"), instant(row.getTimestamp("decided_at")), row.getString("reason"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
