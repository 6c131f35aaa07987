package org.comparto.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One column while rows are written to it: the first time, or as a copy of which only touched blocks are new. One thread. */
final class Writing {

  /** More different values than these are not a vocabulary; the attribute is then asked of the database. */
  static final int MOST_DISTINCT = 20_000;

  private final Attribute attribute;
  private final boolean numeric;
  private final List<Chunk> chunks;
  private final List<Object> dictionary;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Exact exact = new Exact();
  private final boolean exactBefore;
  private final double[] numbers = new double[Chunk.ROWS];
  private final int[] coded = new int[Chunk.ROWS];
  private int open = -1;
  private boolean overflowed;

  Writing(Attribute attribute, @Nullable Column from) {
    this.attribute = attribute;
    this.numeric = Column.isNumeric(attribute);
    this.chunks = new ArrayList<>(from == null ? List.of() : from.chunks());
    this.dictionary = new ArrayList<>(from == null ? List.of() : from.dictionary());
    this.exactBefore = from == null || from.exact();
    for (int i = 0; i < dictionary.size(); i++) {
      codes.put(key(dictionary.get(i)), i + 1);
    }
  }

  /** Whether a vocabulary has become too large to be one. */
  boolean overflowed() {
    return overflowed;
  }

  /** @param text the value as sql/columns/rows.sql writes it; null where it is not known */
  void set(int row, byte @Nullable [] text) {
    if (overflowed) {
      return;
    }
    open(row / Chunk.ROWS);
    if (numeric) {
      numbers[row % Chunk.ROWS] = text == null ? Double.NaN : exact.read(text);
    } else {
      coded[row % Chunk.ROWS] = text == null ? 0 : code(new String(text, StandardCharsets.UTF_8));
    }
  }

  /** What was written; nothing may be written after it. */
  Column finish() {
    close();
    return new Column(attribute, chunks, List.copyOf(dictionary), exactBefore && exact.isExact());
  }

  long bytes() {
    return chunks.stream().mapToLong(Chunk::bytes).sum();
  }

  private void open(int block) {
    if (block == open) {
      return;
    }
    close();
    open = block;
    if (block < chunks.size()) {
      if (numeric) {
        chunks.get(block).numbers(numbers);
      } else {
        chunks.get(block).codes(coded);
      }
    } else {
      Arrays.fill(numbers, Double.NaN);
      Arrays.fill(coded, 0);
      while (chunks.size() <= block) {
        chunks.add(Chunk.EMPTY);
      }
    }
  }

  private void close() {
    if (open >= 0 && !overflowed) {
      chunks.set(open, numeric ? Chunk.ofNumbers(numbers) : Chunk.ofCodes(coded));
    }
    open = -1;
  }

  private int code(String text) {
    Integer known = codes.get(text);
    if (known != null) {
      return known;
    }
    if (dictionary.size() == MOST_DISTINCT) {
      overflowed = true;
      chunks.clear();
      codes.clear();
      return 0;
    }
    dictionary.add(switch (attribute.type()) {
      case BOOLEAN -> text.equals("true");
      case TEXT_LIST -> new ArrayList<>(Arrays.asList(JsonMapper.shared().readValue(text, String[].class)));
      default -> text;
    });
    codes.put(text, dictionary.size());
    return dictionary.size();
  }

  /** The text that a value of the dictionary was read from; lists that JSON writes alike are the same list. */
  private String key(Object value) {
    return attribute.type() == AttributeType.TEXT_LIST ? JsonMapper.shared().writeValueAsString(value) : value.toString();
  }
}
