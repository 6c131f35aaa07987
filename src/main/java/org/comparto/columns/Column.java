package org.comparto.columns;

import java.util.List;
import org.comparto.layer.Attribute;

/**
 * One attribute of all rows at one state; immutable.
 *
 * @param chunks one per block of rows
 * @param dictionary what codes stand for, the code less 1 (String, Boolean or a List of Strings); empty for numbers
 * @param exact whether two different values of the database are two different numbers here; codes always are
 */
record Column(Attribute attribute, List<Chunk> chunks, List<Object> dictionary, boolean exact) {

  Column {
    chunks = List.copyOf(chunks);
  }

  /** Numbers and instants are kept as numbers (days or microseconds since 1970), all else by codes. */
  boolean isNumeric() {
    return isNumeric(attribute);
  }

  static boolean isNumeric(Attribute attribute) {
    return switch (attribute.type()) {
      case NUMBER, INTEGER, DATE, DATETIME -> true;
      case TEXT, BOOLEAN, TEXT_LIST, JSON -> false;
    };
  }

  long bytes() {
    return chunks.stream().mapToLong(Chunk::bytes).sum();
  }
}
