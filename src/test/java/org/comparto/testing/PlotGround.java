package org.comparto.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A small territory of a test's own, far from the demonstration: one plot, and what the test puts around it. Everything is committed. */
public final class PlotGround {

  public static final String TERRITORY = "test-ground";
  /** The plot: a slanted quadrangle of about 240 by 180 m near 10.50° east, 46.20° north. */
  public static final String PLOT = "MULTIPOLYGON(((10.5 46.2, 10.503 46.2003, 10.5031 46.2017, 10.5002 46.2016, 10.5 46.2)))";

  private final JdbcClient db;
  private final TransactionTemplate transactions;

  public PlotGround(JdbcClient db, TransactionTemplate transactions) {
    this.db = db;
    this.transactions = transactions;
  }

  /** The plot's id. Confirmed today, with all that formulas need, and what only the desk may know. */
  public long make() {
    write(db.sql("""
        INSERT INTO territory (code, territory_code, name, geom)
        VALUES (:territory, :territory, 'Terra di prova', ST_Multi(ST_MakeEnvelope(10.4, 46.1, 10.6, 46.3, 4326)))"""));
    write(db.sql("""
        INSERT INTO plot (code, name, territory_code, geom, demonstration, verified_on, status, area_m2, floor_area_index_m2_m2, coverage_percent,
                          built_floor_area_m2, price_eur_m2, price_basis, electricity_kw, owner_name, owner_contact, desk_notes, cadastral_parcels)
        VALUES ('PROVA-1', 'Lotto di prova', :territory, ST_GeomFromText(:shape, 4326), true, current_date, 'available', 40000, 0.65, 55.5,
                1200.5, 87.5, 'asking', 950, 'Segreta Proprietaria', 'segreta@example.org', 'nota riservatissima', '{12,13}')""").param("shape", PLOT));
    return db.sql("SELECT id FROM plot WHERE code = 'PROVA-1' AND territory_code = :territory").param("territory", TERRITORY).query(Long.class).single();
  }

  /** A feature of a thematic layer, not public if nobody publishes it. @param properties as JSON */
  public void put(String layer, String code, String properties, String shape) {
    write(db.sql("INSERT INTO thematic_" + layer + " (code, name, territory_code, source, surveyed_on, properties, geom) "
        + "VALUES (:code, :code, :territory, 'Fonte di prova', '2026-02-03', CAST(:properties AS jsonb), ST_GeomFromText(:shape, 4326))")
        .param("code", code).param("properties", properties).param("shape", shape));
  }

  /** A company some metres east of the plot. @param groups what it lets everybody see, comma-separated */
  public void company(String code, double longitude, boolean soleTrader, String ateco, String size, String groups) {
    write(db.sql("""
        INSERT INTO company (code, name, territory_code, sole_trader, ateco_code, ateco_version, size_class, consented_groups, geom)
        VALUES (:code, :code, :territory, :sole, :ateco, '2025', :size, string_to_array(:groups, ','), ST_SetSRID(ST_MakePoint(:longitude, 46.201), 4326))""")
        .param("code", code).param("sole", soleTrader).param("ateco", ateco).param("size", size).param("groups", groups).param("longitude", longitude));
  }

  public void gateway(String code, String kind, double longitude, double latitude) {
    write(db.sql("""
        INSERT INTO gateway (code, name, territory_code, gateway_kind, geom)
        VALUES (:code, :code, :territory, :kind, ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326))""")
        .param("code", code).param("kind", kind).param("longitude", longitude).param("latitude", latitude));
  }

  /**
   * How a profile comes from the plot to the only gateway there is, a toll gate.
   *
   * @param gateway its code; null for a plot that no road is near to
   */
  public void times(String profile, String graph, @Nullable String gateway, int seconds, int metres) {
    write(db.sql("INSERT INTO access_graph (version, dated, source, demonstration) VALUES (:graph, '2026-10-05', 'Strade di prova', true) ON CONFLICT DO NOTHING")
        .param("graph", graph));
    write(db.sql("""
        INSERT INTO access_time (layer_id, feature_id, profile, graph, edge, fraction, snap_metres, gateway_ids, seconds, metres)
        SELECT 'plot', plot.id, :profile, :graph, e.one, e.one, e.one * 40, CASE WHEN e.one = 1 THEN ARRAY[gateway.id, NULL, NULL, NULL, NULL, NULL, NULL] END,
               CASE WHEN e.one = 1 THEN ARRAY[:seconds, NULL, NULL, NULL, NULL, NULL, NULL]::integer[] END,
               CASE WHEN e.one = 1 THEN ARRAY[:metres, NULL, NULL, NULL, NULL, NULL, NULL]::integer[] END
        FROM plot LEFT JOIN gateway ON gateway.territory_code = :territory AND gateway.code = :gateway
        CROSS JOIN LATERAL (SELECT CASE WHEN gateway.id IS NULL THEN NULL ELSE 1 END AS one) AS e
        WHERE plot.territory_code = :territory
        ON CONFLICT (layer_id, feature_id, profile) DO UPDATE SET graph = excluded.graph, edge = excluded.edge, fraction = excluded.fraction,
          snap_metres = excluded.snap_metres, gateway_ids = excluded.gateway_ids, seconds = excluded.seconds, metres = excluded.metres, computed_at = now()""")
        .param("profile", profile).param("graph", graph).param("gateway", gateway).param("seconds", seconds).param("metres", metres));
    write(db.sql("""
        INSERT INTO access_pass (layer_id, basis, snaps, features, done_to, finished_at) VALUES ('plot', 'test-ground', '', 0, 0, now())
        ON CONFLICT (layer_id) DO UPDATE SET written_at = now()"""));
  }

  /** Changes the plot in one transaction. @param change what stands between SET and WHERE */
  public void change(String change, Map<String, Object> values) {
    write(db.sql("UPDATE plot SET " + change + " WHERE territory_code = :territory AND code = 'PROVA-1'").params(values));
  }

  public void change(String change) {
    change(change, Map.of());
  }

  /** Removes everything of the territory, former versions too. */
  public void clear() {
    for (String table : new String[] {"thematic_feature", "company", "gateway", "plot", "territory"}) {
      write(db.sql("DELETE FROM " + table + " WHERE territory_code = :territory"));
    }
    write(db.sql("DELETE FROM access_former WHERE feature_id NOT IN (SELECT id FROM plot)"));
    write(db.sql("DELETE FROM access_pass WHERE basis = 'test-ground'"));
    write(db.sql("DELETE FROM feature_history WHERE attributes ->> 'territory_code' = :territory"));
  }

  private void write(JdbcClient.StatementSpec statement) {
    Committed.write(transactions, statement.param("territory", TERRITORY));
  }
}
