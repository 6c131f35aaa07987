package org.comparto.bottleneck;

import java.util.Locale;
import org.comparto.account.CurrentAccount;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where bottlenecks act according to editors: with history, and only on the version that the editor has seen. */
@Component
class RoadPlaces {

  private static final String LOCK = Sql.load("bottleneck/lock.sql").text();
  private static final String DRAWN = Sql.load("bottleneck/place.sql").text();
  private static final String PUT = Sql.load("bottleneck/put-road.sql").text();

  private record Locked(@Nullable String territoryCode, int version, boolean isCorrected) {}

  private record Drawn(boolean sound, boolean isLine, boolean onEarth, boolean isNear) {}

  private final JdbcClient db;
  private final Changes changes;

  RoadPlaces(JdbcClient db, Changes changes) {
    this.db = db;
    this.changes = changes;
  }

  @Transactional
  public void put(long bottleneck, int version, RoadPlace place) {
    lock(bottleneck, version);
    if (place.place() != null) {
      check(place);
    }
    changes.begin(Changes.Kind.EDIT, place.reason());
    db.sql(PUT).param("id", bottleneck).param("direction", place.direction().name().toLowerCase(Locale.ROOT))
        .param("ways", place.ways().toArray(Long[]::new)).param("place", place.place() == null ? null : place.place().toString())
        .param("author", CurrentAccount.get().username()).update();
  }

  /** From now on it acts where it lies itself. */
  @Transactional
  public void remove(long bottleneck, int version) {
    if (lock(bottleneck, version).isCorrected()) {
      changes.begin(Changes.Kind.EDIT, null);
      db.sql("DELETE FROM bottleneck_road WHERE id = :id").param("id", bottleneck).update();
    }
  }

  private Locked lock(long bottleneck, int version) {
    Locked locked = db.sql(LOCK).param("id", bottleneck).query(Locked.class).optional()
        .orElseThrow(() -> new NotFoundException("id", "There is no public bottleneck " + bottleneck + "."));
    CurrentAccount.get().checkWrite("bottleneck", locked.territoryCode());
    if (locked.version() != version) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
          "Somebody else has changed where this bottleneck acts meanwhile; read it again and decide anew.", "If-Match", null);
    }
    return locked;
  }

  private void check(RoadPlace place) {
    Drawn drawn = db.sql(DRAWN).param("place", place.place().toString()).query(Drawn.class).single();
    if (!drawn.onEarth()) {
      throw new InvalidInputException("place", "place must lie between -180 and 180 degrees of longitude and -90 and 90 of latitude, in this order");
    }
    if (!drawn.sound()) {
      throw new InvalidInputException("place", "place is empty, or its rings cross each other");
    }
    if (!drawn.isNear()) {
      throw new InvalidInputException("place", "place is larger than any bottleneck; draw the stretch of road where it acts");
    }
    if (place.direction() != Direction.BOTH && !drawn.isLine()) {
      throw new InvalidInputException("direction", "only a line has a direction; draw one, or let it act in both");
    }
  }
}
