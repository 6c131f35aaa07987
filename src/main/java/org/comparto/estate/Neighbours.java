package org.comparto.estate;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.comparto.database.Sql;
import org.comparto.layer.Revisions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which plots lie side by side (migration V0024): found in the background after plots were written, or at once when somebody
 * asks and only a few are due; kept in memory as long as nothing changes.
 */
@Component
class Neighbours {

  /** Plots that a question waits for; more are left to the background. */
  private static final int FEW = 200;
  private static final int BATCH = 1_000;
  /** While many are due, the pairs grow every second; they are not read again every time. */
  private static final Duration GROWING_FOR = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
  private static final Sql PAIRS = Sql.load("estate/adjacency.sql");
  private static final int FETCH_SIZE = 10_000;

  /**
   * Pairs of neighbours by their ids, each once.
   *
   * @param readAt by {@link System#nanoTime()}
   * @param gaps metres between them
   */
  record Pairs(long revision, long readAt, long[] plots, long[] others, float[] gaps) {}

  /**
   * What is known of neighbours now.
   *
   * @param complete whether all plots were looked at
   */
  record Known(Pairs pairs, boolean complete) {}

  private final JdbcTemplate db;
  private final Revisions revisions;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Pairs held;

  Neighbours(JdbcTemplate db, Revisions revisions) {
    this.db = new JdbcTemplate(db.getDataSource());
    this.db.setFetchSize(FETCH_SIZE);
    this.revisions = revisions;
  }

  /** As it is committed now, but for plots that are still due if they are many. */
  Known known() {
    boolean complete = due() == 0;
    if (!complete && due() <= FEW) {
      find(FEW);
      complete = due() == 0;
    }
    Pairs old = held;
    boolean young = old != null && System.nanoTime() - old.readAt() < GROWING_FOR.toNanos();
    return new Known(!complete && young ? old : pairs(), complete);
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
  void follow() {
    int found = 0;
    for (int batch = find(BATCH); batch > 0; batch = find(BATCH)) {
      found += batch;
    }
    if (found > BATCH) {
      log.info("neighbours of {} plots found", found);
    }
  }

  private int find(int most) {
    Integer found = due() == 0 ? Integer.valueOf(0) : db.queryForObject("SELECT find_neighbours(?)", Integer.class, most);
    if (found > 0) {
      revisions.changed("plot_adjacency");
    }
    return found;
  }

  private int due() {
    return db.queryForObject("SELECT count(*) FROM (SELECT FROM plot_adjacency_due LIMIT ?) AS due", Integer.class, FEW + 1);
  }

  private Pairs pairs() {
    long revision = revisions.current("plot_adjacency");
    Pairs known = held;
    if (known != null && known.revision() >= revision) {
      return known;
    }
    reading.lock();
    try {
      known = held;
      if (known == null || known.revision() < revision) {
        known = read(revisions.current("plot_adjacency"));
        held = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }

  private Pairs read(long revision) {
    return db.query(PAIRS.text(), (ResultSetExtractor<Pairs>) rows -> {
      long[] plots = new long[1 << 12];
      long[] others = new long[1 << 12];
      float[] gaps = new float[1 << 12];
      int size = 0;
      while (rows.next()) {
        if (size == plots.length) {
          plots = Arrays.copyOf(plots, size * 2);
          others = Arrays.copyOf(others, size * 2);
          gaps = Arrays.copyOf(gaps, size * 2);
        }
        plots[size] = rows.getLong(1);
        others[size] = rows.getLong(2);
        gaps[size++] = rows.getFloat(3);
      }
      return new Pairs(revision, System.nanoTime(), Arrays.copyOf(plots, size), Arrays.copyOf(others, size), Arrays.copyOf(gaps, size));
    });
  }
}
