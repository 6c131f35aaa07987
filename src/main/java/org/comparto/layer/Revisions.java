package org.comparto.layer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * How often a layer has changed. Read it before the data: an answer may then be fresher than its tag, never staler.
 *
 * <p>What was read once is remembered as long as the database is heard to say what changes ({@link ChangeListener}), which
 * tells of other instances' commits within a second; commits of this instance are forgotten about before anybody is told
 * that they succeeded. While nothing is heard, the database is asked every time.
 */
@Component
@DependsOnDatabaseInitialization
public class Revisions implements TransactionExecutionListener {

  private final JdbcClient db;
  private final Map<String, Long> remembered = new ConcurrentHashMap<>();
  /** Grows whenever something is forgotten: what was asked for before that may be old already. */
  private volatile long forgotten;
  private volatile long believedUntil = System.nanoTime();

  Revisions(JdbcClient db) {
    this.db = db;
  }

  /** Grows with every committed change of the layer's features; 0 before the first. */
  public long current(String layerId) {
    boolean believed = isHeard();
    Long known = believed ? remembered.get(layerId) : null;
    if (known != null) {
      return known;
    }
    long before = forgotten;
    long revision = db.sql("SELECT current_revision(:layer)").param("layer", layerId).query(Long.class).single();
    if (believed) {
      remember(layerId, revision, before);
    }
    return revision;
  }

  private synchronized void remember(String layerId, long revision, long asOf) {
    if (forgotten == asOf) {
      remembered.put(layerId, revision);
    }
  }

  /** Somebody has changed something under this name and committed it without a transaction that is listened to here. */
  public void changed(String layerId) {
    forget(layerId);
  }

  /** The layer has changed. */
  synchronized void forget(String layerId) {
    forgotten++;
    remembered.remove(layerId);
  }

  private synchronized void forgetAll() {
    forgotten++;
    remembered.clear();
  }

  /** Whether changes are heard of just now, so that what is remembered may be believed. */
  boolean isHeard() {
    return believedUntil - System.nanoTime() > 0;
  }

  /** What is remembered may be believed until then, by {@link System#nanoTime()}: all changes committed a while before it are known. */
  void believeUntil(long time) {
    if (!isHeard()) {
      forgetAll(); // changes may have been missed since
    }
    believedUntil = time;
  }

  /** A transaction of this instance may have changed any layer; the writer must find its own change in the next answer. */
  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (!transaction.isReadOnly()) {
      forgetAll();
    }
  }

  /** Keeps the list of counted changes short; the revision itself does not move. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void fold() {
    db.sql("SELECT fold_layer_changes()").query().listOfRows();
  }
}
