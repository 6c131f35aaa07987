package org.comparto.columns;

import java.util.List;
import java.util.Set;

/** The rows that meet a filter, and those that would meet it without what it says of one attribute. */
public final class Selection {

  /**
   * What one part of a filter leaves.
   *
   * @param attributes that the part asks about
   */
  record Part(Set<String> attributes, Rows rows) {}

  private final Columns columns;
  private final List<Part> parts;
  private final Rows rows;

  Selection(Columns columns, List<Part> parts) {
    this.columns = columns;
    this.parts = List.copyOf(parts);
    this.rows = joined(this.parts);
  }

  public Columns columns() {
    return columns;
  }

  /** The rows that meet all of the filter. */
  public Rows rows() {
    return rows;
  }

  /** The rows that meet all but what is asked of this attribute alone. */
  public Rows without(String attribute) {
    List<Part> others = parts.stream().filter(part -> !part.attributes().equals(Set.of(attribute))).toList();
    return others.size() == parts.size() ? rows : joined(others);
  }

  private Rows joined(List<Part> some) {
    Rows joined = columns.all();
    for (Part part : some) {
      joined = joined.and(part.rows());
    }
    return joined;
  }
}
