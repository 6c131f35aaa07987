package org.comparto.community;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.StorableText;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what is sent. Two hundred members with a value for each hour are 12 MB of JSON, with one for each quarter of an hour 45 MB: as much may be sent
 * by whoever may propose, a tenth of it by anybody.
 */
final class Bodies {

  static final int MOST_OF_ANYBODY = 5 << 20;
  static final int MOST_OF_PROPOSERS = 50 << 20;
  /** What is kept: figures of some dozen meters. */
  static final int MOST_KEPT = 8 << 20;

  static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Bodies() {}

  static int mostOf(@Nullable CurrentAccount account) {
    return account != null && account.may(Scope.PROPOSE) ? MOST_OF_PROPOSERS : MOST_OF_ANYBODY;
  }

  /** @throws RefusedException 413 if it is larger */
  static InputStream limited(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    return new Limited(request.getInputStream(), most);
  }

  static <T> T read(HttpServletRequest request, Class<T> type, int most) throws IOException {
    try (InputStream in = limited(request, most)) {
      return object(() -> MAPPER.readValue(in, type));
    }
  }

  /** As it is kept: a JSON object in which every text can be stored. */
  static ObjectNode tree(HttpServletRequest request, int most) throws IOException {
    try (InputStream in = limited(request, most)) {
      JsonNode tree = object(() -> MAPPER.readTree(in));
      if (!(tree instanceof ObjectNode object)) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      StorableText.check(object);
      return object;
    }
  }

  static <T> T value(JsonNode node, Class<T> type) {
    return object(() -> MAPPER.treeToValue(node, type));
  }

  private static <T> T object(Supplier<T> reading) {
    try {
      T read = reading.get();
      if (read == null) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      return read;
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  private static RefusedException tooLarge(int most) {
    return new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body may have " + (most >> 20)
        + " MB at most here; whoever is signed in may send more to be computed. Send hours instead of quarters, or archetypes.", "body", null);
  }

  /** Ends with 413 where more comes than was announced. */
  private static final class Limited extends FilterInputStream {

    private final int most;
    private long read;

    Limited(InputStream in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int more) {
      read += more;
      if (read > most) {
        throw tooLarge(most);
      }
    }
  }
}
