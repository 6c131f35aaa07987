package org.comparto.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is asked, the answer is rows or a reason why not, and never a failure; the seeds are fixed, so a failure comes again. */
@IntegrationTest
class FuzzedFiltersTest {

  private static final List<String> LAYERS = List.of("plot", "company", "bottleneck", "flood_hazard");
  private static final String ALPHABET = "()'\"\\,.:;%_^*/+-<>=[]{} 0159eEzZ\0\ud800àß\uFF05?$&|#\n";
  private static final List<String> PIECES = List.of(" AND ", " OR ", "NOT ", "(", ")", "''", "1e9", "POINT(", "INTERVAL('..','..')", "\"id\"",
      "::int", "--", "/*", "\"op\":", "null", "{\"property\":\"id\"}", "[", "]", "1e400", "\\u0000");

  @Autowired Layers layers;
  private FilterRows rows;

  @Autowired
  void readWith(Layers layers, Filters filters, NamedParameterJdbcTemplate named) {
    rows = new FilterRows(layers, filters, named);
  }

  @Test
  void aDrawnFilterGivesTheSameRowsInBothEncodings() {
    int answered = 0;
    for (int seed = 0; seed < 500; seed++) {
      String layer = LAYERS.get(seed % LAYERS.size());
      Object filter = draw(layer, seed);
      String text = CqlText.of(filter);
      Optional<List<Long>> byText = answer(text, () -> rows.text(layer, text));
      String json = JsonMapper.shared().writeValueAsString(filter);
      assertThat(answer(json, () -> rows.json(layer, json))).as("seed " + seed + ": " + text).isEqualTo(byText);
      answered += byText.isPresent() ? 1 : 0;
    }
    assertThat(answered).as("filters that were run").isGreaterThan(350);
  }

  @Test
  void aDamagedFilterGivesRowsOrAReason() {
    int refused = 0;
    for (int seed = 0; seed < 500; seed++) {
      String layer = LAYERS.get(seed % LAYERS.size());
      Random random = new Random(seed);
      String text = damaged(CqlText.of(draw(layer, seed)), random);
      String json = damaged(JsonMapper.shared().writeValueAsString(draw(layer, seed)), random);
      refused += answer(text, () -> rows.text(layer, text)).isEmpty() ? 1 : 0;
      refused += answer(json, () -> rows.json(layer, json)).isEmpty() ? 1 : 0;
    }
    assertThat(refused).as("filters that were refused").isBetween(300, 1_000);
  }

  private Object draw(String layer, int seed) {
    return new RandomFilters(new Random(seed), layers.getLayer(layer, "layer")).predicate(seed % 5);
  }

  /** Empty for what is refused with a reason; anything else fails the test. */
  private static Optional<List<Long>> answer(String filter, Supplier<List<Long>> ask) {
    try {
      return Optional.of(ask.get());
    } catch (InvalidInputException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(filter, e);
    }
  }

  private static String damaged(String filter, Random random) {
    StringBuilder damaged = new StringBuilder(filter);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(damaged.length() + 1);
      int end = Math.min(damaged.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> damaged.delete(at, end);
        case 1 -> damaged.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 2 -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> damaged.insert(at, damaged.substring(at, end));
      }
    }
    return damaged.toString();
  }
}
