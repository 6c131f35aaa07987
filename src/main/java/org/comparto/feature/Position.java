package org.comparto.feature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in an order of features, behind the last one of a page: whatever is inserted or removed meanwhile, what follows
 * it is well defined. Written it is the plain id where ids are the order, and a text without meaning to callers elsewhere.
 *
 * @param keys the values sorted by as the database writes them as text; null for a missing value
 * @param id of the feature itself, by which equals are in order; never negative
 */
public record Position(List<@Nullable String> keys, long id) {

  private static final int LONGEST = 4_000;

  public Position {
    keys = Collections.unmodifiableList(new ArrayList<>(keys));
  }

  /** In the order of ids. */
  public static Position after(long id) {
    return new Position(List.of(), id);
  }

  /**
   * Reads what {@link #toString} has written.
   *
   * @param keys how many values the order is sorted by
   * @throws InvalidInputException naming the parameter
   */
  public static Position parse(String text, int keys, String parameter) {
    if (keys == 0) {
      if (!text.matches("\\d{1,18}")) {
        throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it is the id of a feature, or 0");
      }
      return after(Long.parseLong(text));
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text.substring(0, Math.min(text.length(), LONGEST))));
      List<@Nullable String> values = new ArrayList<>();
      for (int i = 1; node.isArray() && i < node.size(); i++) {
        values.add(node.path(i).isNull() ? null : node.path(i).asString());
      }
      if (values.size() == keys && node.path(0).canConvertToLong() && values.stream().noneMatch(v -> v != null && v.indexOf('\0') >= 0)) {
        return new Position(values, node.path(0).asLong());
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // said below
    }
    throw unreadable(parameter);
  }

  static InvalidInputException unreadable(String parameter) {
    return new InvalidInputException(parameter, parameter + " does not fit this order; take it from the link to the next page");
  }

  @Override
  public String toString() {
    if (keys.isEmpty()) {
      return String.valueOf(id);
    }
    List<@Nullable Object> all = new ArrayList<>();
    all.add(id);
    all.addAll(keys);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(
        JsonMapper.shared().writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
  }
}
