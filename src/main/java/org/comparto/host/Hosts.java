package org.comparto.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hosts that agreed that everybody may know them; the others do not exist here, whoever asks. */
@Component
public class Hosts {

  private final JdbcClient db;
  private final HostReading reading;
  private final ReadingPlaces places;

  Hosts(JdbcClient db, HostReading reading, ReadingPlaces places) {
    this.db = db;
    this.reading = reading;
    this.places = places;
  }

  /** Those of the ids that are hosts, in the order of the ids. */
  public List<Host> find(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Host> found = new HashMap<>();
    places.run(() -> db.sql(reading.hosts()).param("ids", ids.toArray(Long[]::new)).query(HostReading::host).list()
        .forEach(host -> found.put(host.id(), host)));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  public Optional<Host> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }
}
