package org.comparto.editing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients that can not send If-Match, as QGIS. What they send back is the feature as they have read it, with its updated_at, which tells
 * its version as well; and whoever changes his own work twice writes over nobody.
 */
@Component
public class ClientsWithoutIfMatch {

  /** One version. @param at its updated_at @param author who made it */
  private record Version(Instant at, String author) {}

  private static final Sql VERSIONS = Sql.load("editing/versions.sql");
  /** What somebody else has just changed is not deleted by who has not seen it; deleting can be taken back. */
  private static final Duration SETTLED = Duration.ofDays(1);
  private static final int LONGEST_INSTANT = 40;

  private final JdbcClient db;
  private final EditingProperties properties;

  ClientsWithoutIfMatch(JdbcClient db, EditingProperties properties) {
    this.db = db;
    this.properties = properties;
  }

  /** Whether a client is one of them, by its User-Agent. */
  public boolean include(@Nullable String userAgent) {
    return userAgent != null && properties.clientsWithoutIfMatch().stream().filter(word -> !word.isBlank())
        .anyMatch(word -> userAgent.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * Since the version that the body says nobody but the caller has changed the feature.
   *
   * @throws RefusedException 428 if the body says none, 412 with the present one otherwise
   */
  void checkReplace(Layer layer, StoredFeature feature, ObjectNode body) {
    String given = body.path("properties").path("updated_at").asString("").strip();
    Instant read = instant(given);
    if (read == null) {
      throw IfMatch.required();
    }
    ChronoUnit precision = !given.contains(".") ? ChronoUnit.SECONDS : given.matches(".*\\.\\d{1,3}(?!\\d).*") ? ChronoUnit.MILLIS : ChronoUnit.MICROS;
    List<Version> versions = versions(layer, feature);
    int base = 0;
    while (base < versions.size() && !versions.get(base).at().truncatedTo(precision).equals(read.truncatedTo(precision))) {
      base++;
    }
    if (base == versions.size() || versions.stream().skip(base + 1).anyMatch(later -> !isOwn(later))) {
      throw Conflict.of(layer, feature);
    }
  }

  /** @throws RefusedException 412 if somebody else has changed the feature within a day */
  void checkDelete(Layer layer, StoredFeature feature) {
    List<Version> versions = versions(layer, feature);
    if (!isOwn(versions.get(versions.size() - 1)) && feature.updatedAt().isAfter(Instant.now().minus(SETTLED))) {
      throw Conflict.of(layer, feature);
    }
  }

  /** The oldest first, the present one last. */
  private List<Version> versions(Layer layer, StoredFeature feature) {
    return db.sql(VERSIONS.with(Map.of("relation", new PublicReading(layer).relation()))).param("layer", layer.id()).param("id", feature.version().id())
        .query((row, n) -> new Version(row.getTimestamp("at").toInstant(), row.getString("author"))).list();
  }

  private static boolean isOwn(Version version) {
    return version.author().equals(CurrentAccount.get().username());
  }

  /** Without an offset it is UTC, as our answers have it. */
  private static @Nullable Instant instant(String given) {
    try {
      return given.length() > LONGEST_INSTANT ? null : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      try {
        return LocalDateTime.parse(given).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException unreadable) {
        return null;
      }
    }
  }
}
