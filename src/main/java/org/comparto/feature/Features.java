package org.comparto.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what is public of a layer's features as GeoJSON, as it is committed: the database says which features and in which
 * versions, their text lies ready in memory or is read once (decision 0014). No object per feature, no full result in memory.
 */
@Component
public class Features {

  /**
   * How a page ended.
   *
   * @param next where the following page begins; null if this was the last
   */
  public record Page(long returned, @Nullable Position next) {}

  private record Question(String layer, long revision, String matching, Map<String, Object> values) {}

  /** A feature's state at a revision of its layer. */
  private record Seen(long revision, FeatureVersion version) {}

  private static final Sql COUNT = Sql.load("feature/count.sql");
  private static final Sql ONE = Sql.load("feature/one.sql");
  private static final int MOST_COUNTS = 2_000;
  private static final int MOST_VERSIONS = 50_000;

  private final NamedParameterJdbcTemplate db;
  private final FeatureTexts texts;
  private final PreparedFeatures prepared;
  private final Snapshot snapshot;
  private final ReadingPlaces places;
  private final Cache<Question, Long> counts = Caffeine.newBuilder().maximumSize(MOST_COUNTS).build();
  private final Cache<Long, Seen> versions = Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

  Features(JdbcTemplate jdbc, FeatureTexts texts, PreparedFeatures prepared, Snapshot snapshot, ReadingPlaces places,
      FeatureSettings settings) {
    JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
    bounded.setQueryTimeout((int) settings.timeout().toSeconds());
    this.db = new NamedParameterJdbcTemplate(bounded);
    this.texts = texts;
    this.prepared = prepared;
    this.snapshot = snapshot;
    this.places = places;
  }

  /** Writes one page's features, with commas in between; memory does not grow with their number. All come from one snapshot. */
  public Page write(FeatureQuery query, Utf8Output out) {
    return write(query, ",\n", out);
  }

  /** The same with another text between two features. */
  public Page write(FeatureQuery query, String between, Utf8Output out) {
    try {
      FeatureWriter writer = new FeatureWriter(query, prepared.form(query.layer()), between.getBytes(StandardCharsets.UTF_8), texts, out);
      if (query.limit() == FeatureQuery.ALL) {
        snapshot.read(writer::read); // a download, which has its place already
      } else {
        places.run(() -> snapshot.read(writer::read));
      }
      // what lies ready in memory is sent when the connection is back: a slow reader keeps none from others
      return writer.finish();
    } catch (DataAccessException e) {
      throw QueryMistakes.explain(e, query);
    }
  }

  /** Writes a whole GeoJSON feature collection. The stream is neither flushed nor closed. */
  public Page write(FeatureQuery query, OutputStream out) {
    Utf8Output text = new Utf8Output(out);
    text.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
    Page page = write(query, text);
    text.write("\n],\"numberReturned\":" + page.returned() + "}");
    text.finish();
    return page;
  }

  /** How many features meet the query on all its pages; counted once per revision, which is read before the features are. */
  public long count(FeatureQuery query, long revision) {
    Map<String, String> pieces = FeatureSql.pieces(query.page(FeatureQuery.ALL, 0, null));
    Map<String, Object> values = FeatureSql.values(query.page(FeatureQuery.ALL, 0, null), FeatureQuery.ALL);
    try {
      return counts.get(new Question(query.layer().id(), revision, pieces.get("matching"), values),
          question -> places.read(() -> db.queryForObject(COUNT.with(pieces), values, Long.class)));
    } catch (DataAccessException e) {
      throw QueryMistakes.explain(e, query);
    }
  }

  /** A word that differs where what is public of a layer differs or is read in another way. */
  public String form(Layer layer) {
    return prepared.form(layer).tag();
  }

  /**
   * The state of one feature; nothing if it does not exist or is not public.
   *
   * @param revision of the layer, read before: as long as it does not move, the database is not asked again
   */
  public Optional<FeatureVersion> version(Layer layer, long id, long revision) {
    FeatureForm form = prepared.form(layer);
    Seen seen = versions.getIfPresent(id);
    if (seen != null && seen.revision() == revision && seen.version().form().equals(form.tag())) {
      return Optional.of(seen.version());
    }
    PublicReading reading = new PublicReading(layer);
    Optional<FeatureVersion> found = db.query(ONE.with(Map.of("relation", reading.relation(), "public", reading.condition())), Map.of("id", id),
        (row, n) -> new FeatureVersion(id, RowVersion.parse(row.getBytes(1)), form.tag())).stream().findFirst();
    if (found.isPresent() && !TransactionSynchronizationManager.isActualTransactionActive()) {
      versions.put(id, new Seen(revision, found.get()));
    }
    return found;
  }

  /**
   * Writes one feature.
   *
   * @param query says attributes and reference system
   * @param version as just read: if the row has changed since, the newer one is written
   * @param member further members of the feature, each with a comma in front; may be empty
   * @return false, with nothing written, if it is gone
   */
  public boolean write(FeatureQuery query, FeatureVersion version, String member, Utf8Output out) {
    FeatureForm form = prepared.form(query.layer());
    byte[] packed = texts.one(query, version, form);
    if (packed == null) {
      return false;
    }
    form.write(packed, version.id(), form.choose(query.attributes()), member.getBytes(StandardCharsets.UTF_8), out);
    return true;
  }

  /**
   * The public attributes a caller named, or all of them.
   *
   * @param names comma-separated; null for all; empty for none
   * @throws InvalidInputException naming the parameter and the first name that is no public attribute of the layer
   */
  public static List<Attribute> choose(Layer layer, @Nullable String names, String parameter) {
    List<Attribute> all = layer.publicAttributes();
    if (names == null) {
      return all;
    }
    List<String> wanted = names.isBlank() ? List.of() : List.of(names.split(",", -1));
    for (String name : wanted) {
      if (all.stream().noneMatch(a -> a.name().equals(name.trim()))) {
        throw new InvalidInputException(parameter, layer.insteadOf(name.trim()).orElseGet(() -> "\"" + name + "\" is not an attribute of " + layer.id()
            + "; there are " + String.join(", ", all.stream().map(Attribute::name).toList())));
      }
    }
    return all.stream().filter(a -> wanted.stream().anyMatch(w -> w.trim().equals(a.name()))).toList();
  }
}
