package org.comparto.eligible;

import java.util.List;
import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grids of the territories: one for each that is public, laid anew when its outline has changed. */
@Component
@DependsOnDatabaseInitialization
class Grids {

  private record Outline(String code, String outline, int srid) {}

  private static final String TERRITORIES = Sql.load("eligible/territories.sql").text();
  private static final String GONE = Sql.load("eligible/gone.sql").text();
  private static final String GRID = Sql.load("eligible/grid.sql").text();

  private final JdbcClient db;
  private final EligibleRows rows;
  private final EligibleSettings settings;

  Grids(JdbcClient db, EligibleRows rows, EligibleSettings settings) {
    this.db = db;
    this.rows = rows;
    this.settings = settings;
  }

  /** In the caller's transaction. */
  void lay() {
    List<Outline> present = db.sql(TERRITORIES).param("cell", settings.cell()).query(Outline.class).list();
    List<String> gone = db.sql(GONE).param("codes", present.stream().map(Outline::code).toArray(String[]::new))
        .param("outlines", present.stream().map(Outline::outline).toArray(String[]::new)).query(String.class).list();
    gone.forEach(rows::forget);
    List<String> laid = territories();
    for (Outline territory : present) {
      if (!laid.contains(territory.code())) {
        db.sql(GRID).param("territory", territory.code()).param("outline", territory.outline()).param("srid", territory.srid())
            .param("cell", (double) settings.cell()).update();
      }
    }
  }

  /** Codes of the territories that are public, whether or not their grid is laid. */
  List<String> known() {
    return db.sql("SELECT code FROM territory WHERE publication_status = 'published' ORDER BY code").query(String.class).list();
  }

  /** Codes of the territories that have a grid. */
  List<String> territories() {
    return db.sql("SELECT territory_code FROM eligible_territory ORDER BY territory_code").query(String.class).list();
  }
}
