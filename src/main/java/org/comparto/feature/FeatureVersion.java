package org.comparto.feature;

import java.nio.charset.StandardCharsets;

/**
 * One feature in one state.
 *
 * @param row the version of its row, PostgreSQL's xmin
 * @param form how the layer is read
 */
public record FeatureVersion(long id, int row, String form) {

  /** @param xmin as PostgreSQL writes it */
  public static FeatureVersion of(long id, String xmin, String form) {
    return new FeatureVersion(id, RowVersion.parse(xmin.getBytes(StandardCharsets.US_ASCII)), form);
  }

  /** Changes whenever anything public of the feature does. */
  public String tag() {
    return id + "-" + Integer.toHexString(row) + "-" + form;
  }
}
