package org.comparto.potential;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the PVGIS service of the Joint Research Centre (PVcalc) for a place to the hundredth of a degree, one question at a time, and keeps what it says. */
@Component
class Pvgis {

  private static final Logger log = LoggerFactory.getLogger(Pvgis.class);
  private static final String FIND = Sql.load("potential/find-yield.sql").text();
  private static final String KEEP = Sql.load("potential/keep-yield.sql").text();
  private static final int MOST_BYTES = 200_000;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** What is asked; coordinates are rounded to about a kilometre, so that neighbours share an answer. */
  private record Question(double lat, double lon, double loss, double tilt, double azimuth, boolean tracking, String mounting) {

    static Question of(Panel panel, double loss, PvCase pvCase) {
      return new Question(hundredth(panel.lat()), hundredth(panel.lon()), loss, panel.tracking() ? 0 : panel.tilt(), panel.tracking() ? 0 : panel.azimuth(),
          panel.tracking(), pvCase.mounting());
    }

    String query() {
      return String.format(Locale.ROOT, "?lat=%.2f&lon=%.2f&peakpower=1&loss=%s&mountingplace=%s&pvtechchoice=crystSi&outputformat=json&", lat, lon, loss, mounting)
          + (tracking ? "fixed=0&inclined_axis=1&inclinedaxisangle=0" : "angle=" + tilt + "&aspect=" + azimuth);
    }

    private static double hundredth(double degrees) {
      return Math.round(degrees * 100) / 100.0;
    }
  }

  private final PvgisProperties properties;
  private final JdbcClient db;
  private final HttpClient client;
  private final ReentrantLock turn = new ReentrantLock(true);
  private long lastAsked = Long.MIN_VALUE;
  /** After a failure nobody asks for a while: a community has many places, and would wait for each. */
  private volatile Instant silentUntil = Instant.MIN;

  Pvgis(PvgisProperties properties, JdbcClient db) {
    this.properties = properties;
    this.db = db;
    this.client = HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
  }

  boolean isOn() {
    return properties.url() != null;
  }

  /** Empty if the service does not answer in time, or not as it should. */
  Optional<Yield> find(Panel panel, double lossPercent, PvCase pvCase) {
    Question question = Question.of(panel, lossPercent, pvCase);
    Optional<Yield> kept = kept(question);
    if (kept.isPresent() || Instant.now().isBefore(silentUntil)) {
      return kept;
    }
    Optional<Yield> asked = ask(question);
    if (asked.isEmpty()) {
      silentUntil = Instant.now().plus(SILENCE);
    }
    return asked;
  }

  private Optional<Yield> kept(Question question) {
    return db.sql(FIND).param("url", properties.url().toString()).param("query", question.query()).param("seconds", properties.keep().toSeconds())
        .query((row, number) -> read(JsonMapper.shared().readTree(row.getString("answer")), row.getTimestamp("fetched_at").toInstant(), question.tracking()))
        .optional();
  }

  private Optional<Yield> ask(Question question) {
    try {
      if (!turn.tryLock(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      Optional<Yield> meanwhile = kept(question);
      if (meanwhile.isPresent()) {
        return meanwhile;
      }
      waitForTurn();
      HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(URI.create(properties.url() + question.query())).timeout(properties.timeout())
          .header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200 || response.body().length > MOST_BYTES) {
        log.warn("PVGIS answers {} with {} bytes", response.statusCode(), response.body().length);
        return Optional.empty();
      }
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      Yield found = read(answer, Instant.now(), question.tracking());
      db.sql(KEEP).param("url", properties.url().toString()).param("query", question.query()).param("answer", answer.toString()).update();
      return Optional.of(found);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      log.warn("PVGIS does not answer: {}", e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      turn.unlock();
    }
  }

  private void waitForTurn() throws InterruptedException {
    long now = System.nanoTime();
    long left = lastAsked == Long.MIN_VALUE ? 0 : lastAsked + properties.pause().toNanos() - now;
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    lastAsked = System.nanoTime();
  }

  /** @throws IllegalArgumentException if it is no answer of PVcalc */
  private static Yield read(JsonNode answer, Instant at, boolean tracking) {
    String mount = tracking ? "inclined_axis" : "fixed";
    JsonNode months = answer.path("outputs").path("monthly").path(mount);
    JsonNode year = answer.path("outputs").path("totals").path(mount).path("E_y");
    List<Double> energy = new ArrayList<>();
    months.valueStream().filter(month -> month.path("E_m").isNumber()).forEach(month -> energy.add(month.path("E_m").doubleValue()));
    if (energy.size() != 12 || !year.isNumber() || year.doubleValue() <= 0) {
      throw new IllegalArgumentException("no twelve months and a year");
    }
    String database = answer.path("inputs").path("meteo_data").path("radiation_db").asString("");
    return new Yield(year.doubleValue(), List.copyOf(energy), new Localized("PVGIS © Unione europea", "PVGIS © European Union"),
        database.isEmpty() ? new Localized("banca dati non indicata", "database not said") : new Localized(database, database), LocalDate.ofInstant(at, ZoneOffset.UTC).toString(), true, null);
  }
}
