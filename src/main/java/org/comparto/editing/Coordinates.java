package org.comparto.editing;

import java.util.List;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Moves single positions from one reference system to another, as PostGIS does with whole features. */
@Component
class Coordinates {

  private record Place(double x, double y) {}

  private static final Sql CONVERT = Sql.load("editing/coordinates.sql");
  private static final int MOST = 10_000;
  private static final double LARGEST = 1e8;

  private final JdbcClient db;

  Coordinates(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param positions pairs in the axis order of {@code from}
   * @return as many pairs in the axis order of {@code to}, in the same order, with all digits
   * @throws InvalidInputException if they are too many, are no pairs, or lie where a system has no coordinates
   */
  List<List<Double>> convert(Crs from, Crs to, List<List<Double>> positions) {
    if (positions.size() > MOST) {
      throw new InvalidInputException("positions", "positions are " + positions.size() + "; " + MOST + " are the most");
    }
    List<List<Double>> given = positions.stream().map(pair -> turned(checked(pair), from)).toList();
    try {
      List<Place> places = db.sql(CONVERT.text()).param("positions", JsonMapper.shared().writeValueAsString(given))
          .param("from", from.srid()).param("to", to.srid()).query(Place.class).list();
      if (places.stream().anyMatch(place -> !(Math.abs(place.x()) <= LARGEST && Math.abs(place.y()) <= LARGEST))) {
        throw outside();
      }
      return places.stream().map(place -> turned(List.of(place.x(), place.y()), to)).toList();
    } catch (DataAccessException e) {
      throw e.getMostSpecificCause().getMessage().contains("transform") ? outside() : e;
    }
  }

  private static List<Double> checked(List<Double> pair) {
    if (pair == null || pair.size() != 2 || pair.stream().anyMatch(number -> number == null || !(Math.abs(number) <= LARGEST))) {
      throw new InvalidInputException("positions", "each of the positions must be two numbers");
    }
    return pair;
  }

  private static List<Double> turned(List<Double> pair, Crs crs) {
    return crs.northFirst() ? List.of(pair.get(1), pair.get(0)) : pair;
  }

  private static InvalidInputException outside() {
    return new InvalidInputException("positions", "a position lies where one of the reference systems has no coordinates");
  }
}
