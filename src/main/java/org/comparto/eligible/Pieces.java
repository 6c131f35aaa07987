package org.comparto.eligible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.feature.BoundingBox;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pieces of all grids, and what there is to compute of each. */
@Component
@DependsOnDatabaseInitialization
class Pieces {

  /** What is to be computed of a piece: the basis it is computed for, and how often it was touched until then. */
  record Work(String technology, String basis, long touched) {}

  private static final long WORK_LOCK = 7_310_882_465_190_038L;
  private static final String WAITING = """
      EXISTS (SELECT FROM eligible_work AS work WHERE work.piece_id = piece.id AND work.waiting) AND NOT territory.paused
      AND (piece.failed_at IS NULL OR piece.failed_at < now() - interval '5 minutes') AND (:territory::text IS NULL OR territory_code = :territory)""";
  private static final String TAKE = Sql.load("eligible/take.sql").with(Map.of("waiting", WAITING));
  private static final String COUNT = Sql.load("eligible/waiting.sql").with(Map.of("waiting", WAITING));
  private static final String WORK = Sql.load("eligible/work.sql").text();
  private static final String DONE = Sql.load("eligible/done.sql").text();
  private static final Sql DAYS = Sql.load("eligible/days.sql");

  private final JdbcClient db;
  private final Layers layers;

  Pieces(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /** How many wait. @param territory null for all */
  long waiting(@Nullable String territory) {
    return db.sql(COUNT).param("territory", territory).query(Long.class).single();
  }

  /** Whether there are pieces, and every one is as it should be. @param territory null for all */
  boolean complete(@Nullable String territory) {
    return db.sql("""
        SELECT count(*) > 0 AND count(*) FILTER (WHERE EXISTS (SELECT FROM eligible_work AS work WHERE work.piece_id = piece.id AND work.waiting)) = 0
        FROM eligible_piece AS piece WHERE :territory::text IS NULL OR territory_code = :territory""").param("territory", territory).query(Boolean.class).single();
  }

  /** Pieces that meet a box. @param territory null for all; @param most of them */
  List<Piece> meeting(BoundingBox box, @Nullable String territory, int most) {
    return db.sql("""
        SELECT id, code, territory_code, ST_AsBinary(geom) AS geom FROM eligible_piece
        WHERE geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326) AND (:territory::text IS NULL OR territory_code = :territory)
        ORDER BY id LIMIT :most""").param("west", box.west()).param("south", box.south()).param("east", box.east()).param("north", box.north())
        .param("territory", territory).param("most", most).query((row, n) -> piece(row)).list();
  }

  /** A piece that waits; nobody else has it until the caller's transaction ends. */
  Optional<Piece> take(@Nullable String territory) {
    return db.sql(TAKE).param("territory", territory).query((row, n) -> piece(row)).optional();
  }

  List<Work> work(Piece piece) {
    return db.sql(WORK).param("piece", piece.id()).query(Work.class).list();
  }

  /**
   * Whoever writes what there is to compute does so one after the other, until the end of the transaction: many rows are written in
   * no order, and two who do so at once would wait for each other. Rows of pieces are locked before, never after.
   */
  void lockWork() {
    db.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", WORK_LOCK).query().listOfRows();
  }

  /** Of a piece that was taken. */
  void done(Piece piece, List<Work> work) {
    db.sql("UPDATE eligible_piece SET failed_at = NULL, failure = NULL WHERE id = :piece AND failed_at IS NOT NULL").param("piece", piece.id()).update();
    lockWork();
    db.sql(DONE).param("piece", piece.id()).param("technologies", work.stream().map(Work::technology).toArray(String[]::new))
        .param("bases", work.stream().map(Work::basis).toArray(String[]::new)).param("touches", work.stream().map(Work::touched).toArray(Long[]::new)).update();
  }

  /** Tried again after some minutes. */
  void failed(Piece piece, String why) {
    db.sql("UPDATE eligible_piece SET failed_at = now(), failure = :why WHERE id = :piece").param("piece", piece.id()).param("why", why).update();
  }

  /** All again, whatever has been computed; and nobody has cancelled it any more. @param territory null for all */
  void wantAgain(@Nullable String territory) {
    db.sql("UPDATE eligible_territory SET paused = false WHERE paused AND (:territory::text IS NULL OR territory_code = :territory)").param("territory", territory).update();
    db.sql("UPDATE eligible_piece SET failed_at = NULL, failure = NULL WHERE failed_at IS NOT NULL AND (:territory::text IS NULL OR territory_code = :territory)")
        .param("territory", territory).update();
    lockWork();
    db.sql("UPDATE eligible_work SET touched = touched + 1 FROM eligible_piece AS piece WHERE piece.id = piece_id AND (:territory::text IS NULL OR territory_code = :territory)")
        .param("territory", territory).update();
  }

  /** What waits goes on waiting until somebody asks for it. @param territory null for all */
  void pause(@Nullable String territory) {
    db.sql("""
        UPDATE eligible_territory AS t SET paused = true WHERE (:territory::text IS NULL OR territory_code = :territory)
          AND EXISTS (SELECT FROM eligible_piece AS p JOIN eligible_work AS w ON w.piece_id = p.id WHERE p.territory_code = t.territory_code AND w.waiting)""")
        .param("territory", territory).update();
  }

  /** The first and last days of features that can reach a piece. @param reach of features in metres, by layer */
  SortedSet<LocalDate> days(Piece piece, SortedMap<String, Double> reach) {
    String all = reach.entrySet().stream().filter(entry -> layers.findLayer(entry.getKey()).isPresent())
        .map(entry -> DAYS.with(Map.of("relation", new PublicReading(layers.getLayer(entry.getKey(), "layer")).relation(),
            "box", Reach.box("piece.geom", String.format(Locale.ROOT, "%.3f", entry.getValue())))))
        .collect(Collectors.joining("\nUNION\n"));
    return all.isEmpty() ? new TreeSet<>() : db.sql("SELECT day FROM (" + all + ") AS days WHERE day IS NOT NULL").param("piece", piece.id())
        .query(LocalDate.class).list().stream().collect(Collectors.toCollection(TreeSet::new));
  }

  private static Piece piece(ResultSet row) throws SQLException {
    try {
      return new Piece(row.getLong("id"), row.getString("code"), row.getString("territory_code"), new WKBReader().read(row.getBytes("geom")));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
