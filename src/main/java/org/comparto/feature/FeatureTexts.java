package org.comparto.feature;

import java.util.HashMap;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the packed text of features: in memory where it is ready, else in the database; in longitude and latitude it is then kept. */
@Component
class FeatureTexts {

  private static final Sql TEXTS = Sql.load("feature/texts.sql");

  private final PreparedFeatures prepared;
  private final NamedParameterJdbcTemplate db;

  FeatureTexts(PreparedFeatures prepared, JdbcTemplate jdbc) {
    this.prepared = prepared;
    this.db = new NamedParameterJdbcTemplate(jdbc);
  }

  /** What lies ready; null if it has to be read. */
  byte @Nullable [] ready(FeatureQuery query, long id, int version, FeatureForm form) {
    return query.crs().equals(Crs.CRS84) ? prepared.find(id, version, form) : null;
  }

  /** Reads features by their ids in the snapshot that found them. */
  Map<Long, byte[]> read(FeatureQuery query, long[] ids, FeatureForm form, NamedParameterJdbcTemplate snapshot) {
    return read(query, ids, form, snapshot, true);
  }

  /** One feature in its present version; null if it is gone or not public. */
  byte @Nullable [] one(FeatureQuery query, FeatureVersion version, FeatureForm form) {
    byte[] packed = ready(query, version.id(), version.row(), form);
    // a transaction that is under way may change the row again under the same version
    boolean committed = !TransactionSynchronizationManager.isActualTransactionActive();
    return packed != null ? packed : read(query, new long[] {version.id()}, form, db, committed).get(version.id());
  }

  private Map<Long, byte[]> read(FeatureQuery query, long[] ids, FeatureForm form, NamedParameterJdbcTemplate from, boolean committed) {
    boolean keep = committed && query.crs().equals(Crs.CRS84);
    Map<Long, byte[]> read = new HashMap<>(ids.length * 2);
    try {
      from.query(TEXTS.with(pieces(query, form)), Map.of("ids", ids), (RowCallbackHandler) row -> {
        long id = row.getLong(1);
        byte[] packed = form.pack(RowVersion.parse(row.getBytes(2)), row.getBytes(3), row.getBytes(4));
        read.put(id, packed);
        if (keep) {
          prepared.keep(id, packed);
        }
      });
    } catch (DataAccessException e) {
      throw QueryMistakes.explain(e, query);
    }
    return read;
  }

  private static Map<String, String> pieces(FeatureQuery query, FeatureForm form) {
    PublicReading reading = new PublicReading(query.layer());
    Crs crs = query.crs();
    String geometry = FeatureSql.geometry(crs);
    return Map.of("relation", reading.relation(), "public", reading.condition(), "values", reading.values(form.attributes()),
        "axes", crs.northFirst() ? "ST_FlipCoordinates(" + geometry + ")" : geometry, "decimals", String.valueOf(crs.decimals()));
  }
}
