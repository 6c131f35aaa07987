package org.comparto.intake;

import static org.comparto.database.Sql.literal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a target table with its layer, by key: what is new, what changes (and from what), what stays, what goes. */
@Component
class Differences {

  /** How many rows, and records, have which effect. */
  record Effects(long created, long changed, long unchanged, long removed) {}

  private static final Sql MATCH = Sql.load("intake/create-match.sql");
  private static final Sql REMOVED = Sql.load("intake/match-removed.sql");
  private static final Sql AMBIGUOUS = Sql.load("intake/note-ambiguous-matches.sql");
  private static final Sql COUNT = Sql.load("intake/count-effects.sql");

  private final JdbcClient db;
  private final AttributeChecks checks;

  Differences(JdbcClient db, AttributeChecks checks) {
    this.db = db;
    this.checks = checks;
  }

  /** Finds the records and lists the rows that can not be written after all. */
  void find(Target target) {
    match(target);
    int refused = db.sql(AMBIGUOUS.with(pieces(target))).param("load", target.load().id()).param("field", target.plan().keyOrCode())
        .param("territory", target.load().territory()).update();
    if (refused > 0) {
      match(target);
    }
    checks.checkRequired(target);
  }

  /** The match alone: once more, when the layer may have changed since it was found. */
  void match(Target target) {
    String match = target.load().match();
    db.sql("DROP TABLE IF EXISTS " + match).update();
    db.sql(MATCH.with(pieces(target))).update();
    if (target.plan().removeMissing() && target.exists()) {
      String territory = target.load().territory() != null ? target.load().territory() : target.plan().territory();
      db.sql(REMOVED.with(pieces(target))).param("territory", territory).update();
    }
    db.sql("ANALYZE " + match).update();
  }

  Effects count(Target target) {
    long removed = db.sql("SELECT count(*) FROM " + target.load().match() + " WHERE \"#row\" IS NULL").query(Long.class).single();
    return db.sql(COUNT.with(pieces(target))).query((row, n) ->
        new Effects(row.getLong("created"), row.getLong("changed"), row.getLong("unchanged"), removed)).single();
  }

  private static Map<String, String> pieces(Target target) {
    List<Column> written = target.written();
    String differences = Stream.concat(Stream.of("NULL::text"), written.stream()
        .map(c -> "CASE WHEN " + target.differs(c) + " THEN " + literal(c.name()) + " END")).collect(Collectors.joining(",\n    "));
    String present = Stream.concat(Stream.of("NULL AS \"#\""), written.stream()
        .map(c -> target.present(c) + " AS " + c.quoted())).collect(Collectors.joining(", "));
    return Map.of("match", target.load().match(), "target", target.load().target(),
        "relation", target.exists() ? target.relation() : "(SELECT * FROM thematic_feature WHERE false)", "found", target.found(),
        "accepted", target.accepted(), "differences", differences, "present", present);
  }
}
