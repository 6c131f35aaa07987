package org.comparto.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.comparto.database.ReadingPlaces;
import org.comparto.feature.Successors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hosts that agreed that everybody may know them; the others do not exist here, whoever asks. */
@Component
public class Hosts {

  private final JdbcClient db;
  private final HostReading reading;
  private final ReadingPlaces places;
  private final ObjectProvider<Successors> successors;

  Hosts(JdbcClient db, HostReading reading, ReadingPlaces places, ObjectProvider<Successors> successors) {
    this.db = db;
    this.reading = reading;
    this.places = places;
    this.successors = successors;
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

  /** Hosts by the numbers by which somebody knows them: one that has become one with another is that other. */
  public Map<Long, Host> known(Collection<Long> numbers) {
    Map<Long, Host> known = new HashMap<>();
    find(numbers).forEach(host -> known.put(host.id(), host));
    numbers.stream().filter(number -> !known.containsKey(number)).distinct().toList()
        .forEach(number -> successor(number).ifPresent(host -> known.put(number, host)));
    return known;
  }

  /** Who it is now that has become one with another. */
  Optional<Host> successor(long number) {
    return successors.orderedStream().map(one -> one.of("company", number)).filter(OptionalLong::isPresent).findFirst().flatMap(kept -> find(kept.getAsLong()));
  }
}
