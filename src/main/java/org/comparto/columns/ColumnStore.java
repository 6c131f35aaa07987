package org.comparto.columns;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.comparto.layer.Layer;
import org.comparto.layer.Revisions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The columns of layers, never older than what was committed when they are asked for. They are read at first use; afterwards
 * only rows that were written since, when the layer's revision has moved. Whoever finds them up to date waits for nobody.
 */
@Component
public class ColumnStore {

  private static final Logger log = LoggerFactory.getLogger(ColumnStore.class);
  /** Rows that are gone leave gaps; with more gaps than this share, everything is read anew. */
  private static final double MOST_GAPS = 0.25;

  /** A layer's columns and who is reading them. */
  private static final class Held {
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Columns columns;
    /** The revision at which they did not fit into memory; below 0 if they did. */
    private volatile long refusedAt = -1;
  }

  private final RowReader reader;
  private final Revisions revisions;
  private final ColumnSettings settings;
  private final Map<String, Held> layers = new ConcurrentHashMap<>();

  ColumnStore(RowReader reader, Revisions revisions, ColumnSettings settings) {
    this.reader = reader;
    this.revisions = revisions;
    this.settings = settings;
  }

  /**
   * The columns as they are committed now.
   *
   * @return empty if they take more memory than they may; the database has to be asked instead
   */
  public Optional<Columns> current(Layer layer) {
    Held held = layers.computeIfAbsent(layer.id(), id -> new Held());
    long revision = revisions.current(layer.id());
    Columns known = held.columns;
    if (known != null && known.revision() >= revision && known.layer().equals(layer)) {
      return Optional.of(known);
    }
    if (held.refusedAt == revision) {
      return Optional.empty();
    }
    held.reading.lock();
    try {
      known = held.columns;
      if (known != null && known.revision() >= revision && known.layer().equals(layer)) {
        return Optional.of(known); // another one has read them meanwhile
      }
      long now = revisions.current(layer.id());
      Optional<Columns> read = known == null || !known.layer().equals(layer) ? Optional.empty() : update(known, now, held);
      if (read.isEmpty()) {
        read = all(layer, now, held);
      }
      held.columns = read.orElse(null);
      held.refusedAt = read.isPresent() ? -1 : now;
      return read;
    } finally {
      held.reading.unlock();
    }
  }

  private Optional<Columns> update(Columns known, long revision, Held held) {
    if (known.all().count() < known.ids().length * (1 - MOST_GAPS)) {
      return Optional.empty();
    }
    Reading reading = new Reading(known.layer(), revision, known, room(held));
    reader.changed(known.layer(), reading.attributes(), known.oldest(), reading);
    return reading.finish();
  }

  private Optional<Columns> all(Layer layer, long revision, Held held) {
    held.columns = null; // both together would not fit
    long begun = System.nanoTime();
    Reading reading = new Reading(layer, revision, null, room(held));
    reader.all(layer, reading.attributes(), reading);
    Optional<Columns> read = reading.finish();
    log.info(read.map(c -> "columns of {}: {} rows, {} MB, read in {} ms").orElse("columns of {}: do not fit into memory ({} rows, {} MB, {} ms)"),
        layer.id(), read.map(c -> c.all().count()).orElse(0), read.map(Columns::bytes).orElse(settings.bytes()) >> 20,
        (System.nanoTime() - begun) / 1_000_000);
    return read;
  }

  /** What other layers leave. */
  private long room(Held held) {
    return settings.bytes() - layers.values().stream().filter(other -> other != held).map(other -> other.columns)
        .filter(columns -> columns != null).mapToLong(Columns::bytes).sum();
  }
}
