package org.comparto.host;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds hosts that fit a question. Opening hours are read here and not in the database: which of the texts there are hold on the day asked for. */
@Component
public class HostSearch {

  private static final Sql PAGE = Sql.load("host/page.sql");
  private static final Sql COUNT = Sql.load("host/count.sql");

  /** @param matched how many there are in all */
  public record Found(List<Host> hosts, long matched) {}

  /** Hours and season as hosts have written them. */
  private record Text(@Nullable String hours, @Nullable String season) {}

  private final JdbcClient db;
  private final HostReading reading;
  private final Hosts hosts;
  private final ReadingPlaces places;

  HostSearch(JdbcClient db, HostReading reading, Hosts hosts, ReadingPlaces places) {
    this.db = db;
    this.reading = reading;
    this.hosts = hosts;
    this.places = places;
  }

  /** By name, or the nearest first where a place is named. */
  public Found find(HostQuestion question, int limit, int offset) {
    Map<String, @Nullable Object> values = new HashMap<>(question.values());
    LonLat near = question.near();
    values.put("lon", near == null ? null : near.lon());
    values.put("lat", near == null ? null : near.lat());
    String order = near == null ? "name, id" : "ST_DistanceSphere(geom, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)), id";
    List<Long> page = places.read(() -> {
      open(question.date(), values);
      return db.sql(PAGE.with(Map.of("matching", reading.matching(), "order", order))).params(values).param("limit", limit).param("offset", offset)
          .query(Long.class).list();
    });
    long matched = page.size() < limit && (offset == 0 || !page.isEmpty()) ? offset + page.size()
        : places.read(() -> db.sql(COUNT.with(Map.of("matching", reading.matching()))).params(values).query(Long.class).single());
    return new Found(hosts.find(page), matched);
  }

  /** Binds the texts that hold on a day; none where no day is asked for. */
  private void open(@Nullable LocalDate day, Map<String, @Nullable Object> values) {
    List<Text> open = day == null ? List.of() : db.sql(reading.hours()).query(Text.class).list().stream()
        .filter(text -> !OpenDays.windows(text.hours(), text.season(), List.of(), day).isEmpty()).toList();
    values.put("open_hours", open.stream().map(Text::hours).toArray(String[]::new));
    values.put("open_seasons", open.stream().map(text -> text.season() == null ? "" : text.season()).toArray(String[]::new));
  }
}
