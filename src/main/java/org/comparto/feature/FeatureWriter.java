package org.comparto.feature;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes the features of one query: batch by batch the database says which, and the texts that do not lie ready are read
 * in the same snapshot. The last batch, which is all there is of a page, waits until {@link #finish} if it is ready.
 */
final class FeatureWriter {

  /** References in memory at once: those of the largest page and one beyond it. */
  static final int BATCH = 10_001;
  /** Texts read at once. */
  private static final int READ_AT_ONCE = 500;
  private static final byte[] BETWEEN = {',', '\n'};
  private static final byte[] NOTHING = {};
  private static final Sql REFS = Sql.load("feature/refs.sql");
  private static final Sql NEAREST = Sql.load("feature/nearest.sql");

  private final FeatureQuery query;
  private final FeatureForm form;
  private final boolean @Nullable [] chosen;
  private final FeatureTexts texts;
  private final Utf8Output out;

  private long[] ids = new long[256];
  private byte[][] packed = new byte[256][];
  private String[] metres = new String[0];
  private int size;
  private boolean ready = true;
  private long written;
  private long seen;
  private @Nullable Position last;
  private boolean more;

  FeatureWriter(FeatureQuery query, FeatureForm form, FeatureTexts texts, Utf8Output out) {
    this.query = query;
    this.form = form;
    this.chosen = form.choose(query.attributes());
    this.texts = texts;
    this.out = out;
  }

  /** Asks for the page and one feature beyond it, by which it is known that there is more. */
  void read(NamedParameterJdbcTemplate db) {
    Sql sql = query.near() == null ? REFS : NEAREST;
    db.query(sql.with(FeatureSql.pieces(query)), FeatureSql.values(query, query.limit() + 1L), (ResultSetExtractor<Void>) rows -> {
      while (rows.next()) {
        if (seen == query.limit()) {
          more = true;
          break;
        }
        if (size == BATCH) {
          writeBatch(db);
        }
        add(rows);
      }
      if (!ready) {
        writeBatch(db);
      }
      return null;
    });
  }

  /** Writes what was left for the end. */
  Features.Page finish() {
    writeBatch(null);
    return new Features.Page(written, more ? last : null);
  }

  private void add(ResultSet row) throws SQLException {
    if (size == ids.length) {
      int larger = Math.min(BATCH, size * 4);
      ids = Arrays.copyOf(ids, larger);
      packed = Arrays.copyOf(packed, larger);
    }
    long id = row.getLong(1);
    ids[size] = id;
    packed[size] = texts.ready(query, id, RowVersion.parse(row.getBytes(2)), form);
    ready &= packed[size] != null;
    if (query.near() != null) {
      if (metres.length < ids.length) {
        metres = Arrays.copyOf(metres, ids.length);
      }
      metres[size] = row.getString(3);
    }
    size++;
    if (++seen == query.limit()) {
      last = position(row, id);
    }
  }

  private Position position(ResultSet row, long id) throws SQLException {
    List<@Nullable String> keys = new ArrayList<>();
    for (int i = 0; i < (query.near() == null ? query.sort().size() : 1); i++) {
      keys.add(row.getString(3 + i));
    }
    return new Position(keys, id);
  }

  private void writeBatch(@Nullable NamedParameterJdbcTemplate db) {
    for (int from = 0; from < size; from += READ_AT_ONCE) {
      int to = Math.min(size, from + READ_AT_ONCE);
      if (!ready && db != null) {
        readMissing(from, to, db);
      }
      for (int i = from; i < to; i++) {
        if (written++ > 0) {
          out.write(BETWEEN);
        }
        form.write(packed[i], ids[i], chosen, query.near() == null ? NOTHING : distance(metres[i]), out);
        packed[i] = null;
      }
    }
    size = 0;
    ready = true;
  }

  private void readMissing(int from, int to, NamedParameterJdbcTemplate db) {
    long[] missing = new long[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (packed[i] == null) {
        missing[count++] = ids[i];
      }
    }
    if (count > 0) {
      Map<Long, byte[]> read = texts.read(query, Arrays.copyOf(missing, count), form, db);
      for (int i = from; i < to; i++) {
        if (packed[i] == null) {
          packed[i] = read.get(ids[i]);
        }
      }
    }
  }

  private static byte[] distance(String metres) {
    return (",\"distance_m\":" + Math.round(Double.parseDouble(metres) * 10) / 10.0).getBytes(StandardCharsets.US_ASCII);
  }
}
