package org.comparto.editing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be made of a shape and of others beside it. */
enum ShapeOperation {

  /** Pieces of the first geometry, cut by lines. */
  SPLIT,
  /** All geometries as one: what they share is counted once, borders between them are gone. */
  MERGE,
  /** The area within some metres of the first geometry; with negative metres, what of it is farther from its border than that. */
  BUFFER,
  /** What of the first geometry lies in one of the others. */
  CLIP,
  /** What of the first geometry lies in none of the others. */
  DIFFERENCE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
