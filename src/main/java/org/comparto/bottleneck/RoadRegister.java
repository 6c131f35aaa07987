package org.comparto.bottleneck;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.database.Sql;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the public bottlenecks that have to do with roads, and what they do to vehicles. */
@Component
class RoadRegister {

  private static final String READ = Sql.load("bottleneck/on-roads.sql").text();

  private final JdbcClient db;

  RoadRegister(JdbcClient db) {
    this.db = db;
  }

  /** All of them by id, those that are only reported or solved among them. */
  List<RoadBottleneck> all() {
    return db.sql(READ).param("id", null).query(RoadRegister::read).list();
  }

  /** Any public bottleneck, also one that is none of roads. */
  Optional<RoadBottleneck> find(long id) {
    return db.sql(READ).param("id", id).query(RoadRegister::read).optional();
  }

  private static RoadBottleneck read(ResultSet row, int number) throws SQLException {
    BigDecimal delay = row.getBigDecimal("delay_min");
    BigDecimal closed = row.getBigDecimal("closed_min_per_h");
    boolean byFormula = delay == null && closed != null;
    double minutes = delay != null ? delay.doubleValue() : byFormula ? CrossingDelay.minutes(closed, (Integer) row.getObject("trains_per_day")) : 0;
    BigDecimal factor = row.getBigDecimal("speed_factor");
    Limits limits = new Limits(number(row, "max_height_m"), number(row, "max_width_m"), number(row, "max_length_m"), number(row, "max_mass_t"),
        number(row, "max_axle_load_t"));
    Effects effects = new Effects(limits, false, (int) Math.round(60 * minutes), factor == null ? 1 : factor.doubleValue(), row.getString("active_hours"));
    return new RoadBottleneck(row.getLong("id"), row.getString("title"), row.getString("type"), row.getString("status"), row.getBoolean("is_road"),
        row.getBoolean("is_corrected"), row.getInt("road_version"), Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
        Set.of((Long[]) row.getArray("osm_ways").getArray()), shape(row.getBytes("place")), effects, byFormula);
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : value.doubleValue();
  }

  private static @Nullable Geometry shape(byte @Nullable [] wkb) {
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
