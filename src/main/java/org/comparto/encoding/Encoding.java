package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.comparto.feature.FeatureQuery;
import org.comparto.layer.Attribute;
import org.comparto.layer.Localized;

/** A form in which features are written. A new one is one more class, and a line in {@link Encodings}. */
public interface Encoding {

  /** The value of the parameter f. */
  String id();

  /** Of several with one media type the first is what Accept chooses. */
  String mediaType();

  /** The end of a file's name, without the dot. */
  String extension();

  /** For people. */
  Localized title();

  /** Whether it is worth to compress it on its way. */
  default boolean isText() {
    return false;
  }

  /** What an attribute's column is called in the file. @param attributes of the query, in its order */
  default String column(List<Attribute> attributes, String name) {
    return name;
  }

  /** @throws org.comparto.problem.InvalidInputException naming crs or f if the query can not be written in this form */
  default void check(FeatureQuery query) {}

  /**
   * Writes the query's features in its order; memory does not grow with their number.
   *
   * @param out written to only when there is something to send; not closed
   */
  void write(FeatureQuery query, About about, OutputStream out) throws IOException;
}
