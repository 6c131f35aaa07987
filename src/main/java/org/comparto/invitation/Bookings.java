package org.comparto.invitation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.comparto.database.Sql;
import org.comparto.host.TakenSlots;
import org.comparto.hours.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the hosts' days is taken, so that nobody is booked twice. */
@Component
public class Bookings implements TakenSlots {

  private static final String TAKEN = Sql.load("invitation/taken.sql").text();

  private final JdbcClient db;

  Bookings(JdbcClient db) {
    this.db = db;
  }

  /** Accepted, or proposed and still waiting; by host, date and time. @param to the last day, included */
  public List<Taken> taken(Collection<Long> hosts, LocalDate from, LocalDate to) {
    if (hosts.isEmpty()) {
      return List.of();
    }
    return db.sql(TAKEN).param("hosts", hosts.toArray(Long[]::new)).param("from", from).param("to", to)
        .query((row, n) -> new Taken(row.getLong("host_id"), row.getObject("visit_date", LocalDate.class),
            new Window(row.getInt("starts"), row.getInt("ends")), row.getInt("people"), row.getString("about"), row.getBoolean("accepted")))
        .list();
  }

  @Override
  public List<Slot> of(long host, LocalDate from, LocalDate to) {
    return taken(List.of(host), from, to).stream().map(one -> new Slot(one.date(), one.window())).toList();
  }
}
