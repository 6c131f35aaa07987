package org.comparto.roadbook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.tour.Tour;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers under which names stops of saved tours were given to calendars, so that those which are gone can be called off there. */
@Component
class TourCalendars {

  private static final String GIVE = Sql.load("roadbook/give-out.sql").text();

  private final JdbcClient db;

  TourCalendars(JdbcClient db) {
    this.db = db;
  }

  /** What the tour is called in calendars, from the first time that it is asked for. */
  @Transactional
  public String uid(Tour tour) {
    return db.sql("INSERT INTO tour_calendar (tour_id) VALUES (:tour) ON CONFLICT (tour_id) DO UPDATE SET tour_id = EXCLUDED.tour_id RETURNING uid::text")
        .param("tour", tour.id()).query(String.class).single();
  }

  /** Notes that these stops go out now. @return those that went out before and are there no more */
  @Transactional
  public List<GivenOut> give(long tour, Programme programme) {
    Set<String> present = programme.stops().map(Stop::key).collect(Collectors.toSet());
    for (Stop stop : programme.stops().toList()) {
      db.sql(GIVE).param("tour", tour).param("key", stop.key()).param("name", stop.name()).param("begins", stop.begin().toOffsetDateTime())
          .param("ends", stop.end().toOffsetDateTime()).update();
    }
    return db.sql("SELECT key, name, begins, ends FROM tour_calendar_stop WHERE tour_id = :tour ORDER BY begins, key").param("tour", tour)
        .query((row, n) -> new GivenOut(row.getString("key"), row.getString("name"), row.getObject("begins", OffsetDateTime.class).atZoneSameInstant(Programme.ITALY),
            row.getObject("ends", OffsetDateTime.class).atZoneSameInstant(Programme.ITALY))).list().stream().filter(one -> !present.contains(one.key())).toList();
  }
}
