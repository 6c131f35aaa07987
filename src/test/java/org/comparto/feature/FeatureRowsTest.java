package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.database.ReadingPlaces;
import org.comparto.filter.Condition;
import org.comparto.layer.Layers;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

/** A whole layer may take long to read, but not without moving. */
@IntegrationTest
class FeatureRowsTest {

  /** A tenth of a second every fifty rows: a batch of 500 takes a second, on a busy machine too, which adds to each sleep and not to its length. */
  private static final Condition SLOW = new Condition("(id % 50 <> 0 OR pg_sleep(0.1) IS NOT NULL)", Map.of());

  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ReadingPlaces places;
  @Autowired ObjectMapper json;
  @Autowired Layers layers;

  @Test
  void aLayerIsReadToItsEndAlthoughAllOfItTakesLongerThanABatchMay() {
    AtomicInteger read = new AtomicInteger();
    rows(Duration.ofSeconds(2), Duration.ofMinutes(1)).read(slowly(), row -> read.incrementAndGet());
    assertThat(read.get()).isEqualTo(jdbc.queryForObject("SELECT count(*) FROM plot WHERE publication_status = 'published'", Integer.class)).isGreaterThan(1_500);
  }

  @Test
  void whatDoesNotMoveIsStoppedByTheDatabase() {
    AtomicInteger read = new AtomicInteger();
    assertThatThrownBy(() -> rows(Duration.ofMillis(200), Duration.ofMinutes(1)).read(slowly(), row -> read.incrementAndGet()))
        .isInstanceOf(QueryTimeoutException.class);
    assertThat(read.get()).isZero();
  }

  @Test
  void whatMovesForTooLongIsStoppedToo() {
    assertThatThrownBy(() -> rows(Duration.ofSeconds(30), Duration.ofMillis(300)).read(slowly(), row -> { })).isInstanceOf(QueryTimeoutException.class);
  }

  private FeatureQuery slowly() {
    return FeatureQuery.all(layers.getLayer("plot", "layer")).meeting(SLOW);
  }

  private FeatureRows rows(Duration batch, Duration whole) {
    return new FeatureRows(jdbc, transactions, places, json, new FeatureSettings(0.1, Duration.ofSeconds(20), batch), whole);
  }
}
