package org.comparto.bottleneck;

import java.util.List;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public bottlenecks that are there: verified and not solved. */
@Component
class RankedRegister {

  private static final String THERE = Sql.load("bottleneck/there.sql").text();

  /** @param road whether it acts on roads */
  record One(long id, String title, @Nullable String type, @Nullable String status, boolean road) {}

  private final JdbcClient db;

  RankedRegister(JdbcClient db) {
    this.db = db;
  }

  List<One> all() {
    return db.sql(THERE).query(One.class).list();
  }
}
