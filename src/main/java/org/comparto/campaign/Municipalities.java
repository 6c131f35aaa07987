package org.comparto.campaign;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where municipalities are, for schools of which nobody says more. */
@Component
class Municipalities {

  private static final String PLACES = Sql.load("campaign/places.sql").text();

  private final JdbcClient db;

  Municipalities(JdbcClient db) {
    this.db = db;
  }

  /** By name in small letters, in the order of their codes. @param territory null for all */
  Map<String, Place> all(@Nullable String territory) {
    Map<String, Place> found = new LinkedHashMap<>();
    db.sql(PLACES).param("territory", territory).query((row, n) -> new Place(row.getString("name"), new Point(row.getDouble("lon"), row.getDouble("lat")))).list()
        .forEach(place -> found.putIfAbsent(key(place.name()), place));
    return found;
  }

  static Optional<Point> in(Map<String, Place> places, String name) {
    return Optional.ofNullable(places.get(key(name))).map(Place::point);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** A municipality and a point in it. */
  record Place(String name, Point point) {}
}
