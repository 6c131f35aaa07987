package org.comparto.ruleset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A mapping of a rule set's text that is being read. What is wrong is noted with its place and read as nothing, so that one reading
 * finds everything that is wrong.
 */
final class Part {

  private static final Set<String> NOTHING = Set.of();

  private final JsonNode node;
  private final @Nullable String rule;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> asked = new TreeSet<>();

  Part(JsonNode node, @Nullable String rule, String path, List<Fault> faults) {
    this.node = node;
    this.rule = rule;
    this.path = path;
    this.faults = faults;
    if (!node.isObject()) {
      fault("", "this must be a mapping with keys");
    }
  }

  boolean has(String key) {
    asked.add(key);
    return node.hasNonNull(key);
  }

  @Nullable String text(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return null;
    }
    // a code such as 5 or 1 is written without quotes, and meant as text
    if (!value.isString() && !value.isNumber() || value.asString().isBlank()) {
      fault(key, "this must be text");
      return null;
    }
    return value.asString().strip();
  }

  String requiredText(String key) {
    String text = text(key);
    if (text == null) {
      required(key);
      return "";
    }
    return text;
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (value != null && !value.isBoolean()) {
      fault(key, "this must be true or false");
    }
    return value != null && value.asBoolean(false);
  }

  /** Metres, from 0 to 50 km; 0 where nothing is said. */
  double metres(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return 0;
    }
    if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 50_000)) {
      fault(key, "this must be a number of metres from 0 to 50000");
      return 0;
    }
    return value.asDouble();
  }

  /** Square metres, more than 0 and at most 1000 km²; 0 where nothing is said. */
  double squareMetres(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return 0;
    }
    if (!value.isNumber() || !(value.asDouble() > 0 && value.asDouble() <= 1e9)) {
      fault(key, "this must be a number of square metres above 0 and up to 1000000000");
      return 0;
    }
    return value.asDouble();
  }

  /** A whole number from -100 to 100; 0 where nothing is said. */
  int priority(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return 0;
    }
    if (!value.isIntegralNumber() || !(value.asDouble() >= -100 && value.asDouble() <= 100)) {
      fault(key, "this must be a whole number from -100 to 100");
      return 0;
    }
    return value.asInt();
  }

  @Nullable LocalDate date(String key) {
    String text = text(key);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      fault(key, "\"" + text + "\" is no date, yyyy-mm-dd");
      return null;
    }
  }

  /** One word of a list, in lower case; null if it is missing or none of them. */
  @Nullable String word(String key, List<String> words) {
    String word = text(key);
    if (word != null && !words.contains(word)) {
      fault(key, "\"" + word + "\" is none of " + String.join(", ", words));
      return null;
    }
    return word;
  }

  @Nullable Localized localized(String key) {
    return has(key) ? part(key).languages() : null;
  }

  Localized requiredLocalized(String key) {
    Localized text = localized(key);
    if (text == null) {
      required(key);
      return new Localized("", "");
    }
    return text;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    each(key, false, (item, at) -> {
      if (item.isString() && !item.asString().isBlank()) {
        texts.add(item.asString().strip());
      } else {
        fault(at, "this must be text");
      }
    });
    return texts;
  }

  /** The mappings of a list. */
  <T> List<T> parts(String key, Function<Part, T> reading) {
    return parts(key, false, reading);
  }

  /** One mapping, or a list of them. */
  <T> List<T> oneOrMore(String key, Function<Part, T> reading) {
    return parts(key, true, reading);
  }

  Part part(String key) {
    asked.add(key);
    return new Part(node.path(key), rule, below(key), faults);
  }

  /** The keys of this mapping, whatever they are. */
  List<String> keys() {
    return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  /** What has not been asked for is not understood, and said to be so. */
  void end() {
    Set<String> unknown = new TreeSet<>(node.isObject() ? node.propertyNames() : NOTHING);
    unknown.removeAll(asked);
    unknown.forEach(key -> fault(key, "there is no such key here; there are " + asked.stream().collect(Collectors.joining(", "))));
  }

  /** Says that a key is missing, unless it is there and was found wrong already. */
  void required(String key) {
    required(key, false);
  }

  void required(String key, boolean there) {
    if (!there && faults.stream().noneMatch(f -> Objects.equals(f.rule(), rule) && f.path().startsWith(below(key)))) {
      fault(key, "this is required");
    }
  }

  void fault(String key, String reason) {
    faults.add(new Fault(rule, key.isEmpty() && path.isEmpty() ? "." : below(key), reason));
  }

  private Localized languages() {
    Localized text = new Localized(requiredText("it"), requiredText("en"));
    end();
    return text;
  }

  private <T> List<T> parts(String key, boolean single, Function<Part, T> reading) {
    List<T> parts = new ArrayList<>();
    each(key, single, (item, at) -> parts.add(reading.apply(new Part(item, rule, below(at), faults))));
    return parts;
  }

  private void each(String key, boolean single, Item item) {
    JsonNode value = value(key);
    if (value != null && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        item.read(value.get(i), key + "[" + i + "]");
      }
    } else if (value != null && single) {
      item.read(value, key);
    } else if (value != null) {
      fault(key, "this must be a list");
    }
  }

  private @Nullable JsonNode value(String key) {
    return has(key) ? node.get(key) : null;
  }

  private String below(String key) {
    return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
  }

  private interface Item {
    void read(JsonNode item, String at);
  }
}
