package org.comparto.encoding;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of rows as plain text, the same in every encoding that is made of text. */
final class Texts {

  private static final String BETWEEN_ITEMS = "; ";

  private Texts() {}

  /** Numbers with a point and without exponent, dates as ISO 8601, times in UTC, lists with semicolons; null stays null. */
  static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    return value instanceof List<?> items ? items.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN_ITEMS)) : value.toString();
  }
}
