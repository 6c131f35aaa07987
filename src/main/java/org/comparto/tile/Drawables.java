package org.comparto.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.database.Sql;
import org.comparto.feature.RowVersion;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Features as tiles draw them, ready in a bounded share of the memory, each under the version of its row (decision 0018). The
 * database says which features a tile shows and in which versions; only what is missing here, or has changed, is read.
 */
final class Drawables {

  /**
   * How a layer's rows are read for tiles.
   *
   * @param number another one wherever anything about that differs
   * @param finding the query that finds all that is public in and around a square
   * @param findingBoxes the same with the box of each
   */
  record Form(int number, PublicReading reading, TileValues values, String finding, String findingBoxes) {}

  private static final Sql ROWS = Sql.load("tile/rows.sql");
  /** Of the entry's objects beside its bytes: the boxed id, the array's header and the nodes of the map. */
  private static final int ENTRY_OVERHEAD_BYTES = 136;
  private static final int MOST_FORMS = 10_000;
  private static final int BATCH = 1000;

  private final NamedParameterJdbcTemplate db;
  private final Cache<Long, byte[]> ready;
  /** By identity: a catalogue that was read again may hold a changed layer of the same name. */
  private final Cache<Layer, Form> ofLayer = Caffeine.newBuilder().weakKeys().build();
  private final Cache<String, Integer> numbers = Caffeine.newBuilder().maximumSize(MOST_FORMS).build();
  private final AtomicInteger formsMade = new AtomicInteger();

  /** @param bytes how much memory they may take */
  Drawables(NamedParameterJdbcTemplate db, long bytes) {
    this.db = db;
    this.ready = Caffeine.newBuilder()
        .maximumWeight(bytes)
        .weigher((Long id, byte[] packed) -> packed.length + ENTRY_OVERHEAD_BYTES)
        .build();
  }

  Form form(Layer layer) {
    return ofLayer.get(layer, known -> {
      PublicReading reading = new PublicReading(layer);
      TileValues values = new TileValues(layer);
      String read = reading.relation() + " | " + reading.condition() + " | " + values.select();
      return new Form(numbers.get(read, text -> formsMade.incrementAndGet()), reading, values, FeatureTiles.finding(reading, Condition.NONE, FeatureTiles.NO_BOXES),
          FeatureTiles.finding(reading, Condition.NONE, FeatureTiles.BOXES));
    });
  }

  /**
   * The features packed, in the same places; null where one is gone or no longer public.
   *
   * @param versions of their rows as just found: if one has changed since, the newer one is given
   */
  byte[][] get(Form form, long[] ids, int[] versions) {
    byte[][] found = new byte[ids.length][];
    int[] missing = new int[ids.length];
    int missed = 0;
    for (int i = 0; i < ids.length; i++) {
      byte[] packed = ready.getIfPresent(ids[i]);
      if (packed != null && Drawable.is(packed, form.number(), versions[i])) {
        found[i] = packed;
      } else {
        missing[missed++] = i;
      }
    }
    for (int from = 0; from < missed; from += BATCH) {
      read(form, ids, Arrays.copyOfRange(missing, from, Math.min(missed, from + BATCH)), found);
    }
    return found;
  }

  private void read(Form form, long[] ids, int[] missing, byte[][] found) {
    String sql = ROWS.with(Map.of("relation", form.reading().relation(), "public", form.reading().condition(), "values", form.values().select()));
    // in no promised order: the position comes back with each row
    Map<String, Object> wanted = Map.of("ids", Arrays.stream(missing).mapToLong(i -> ids[i]).toArray(), "places", missing);
    boolean lasting = !TransactionSynchronizationManager.isActualTransactionActive();
    db.query(sql, wanted, row -> {
      byte[] packed = pack(row, form);
      found[row.getInt(1)] = packed;
      if (lasting) {
        ready.put(row.getLong(2), packed);
      }
    });
  }

  private static byte[] pack(ResultSet row, Form form) throws SQLException {
    return Drawable.pack(row, form.number(), RowVersion.parse(row.getBytes(3)), 4, form.values());
  }
}
