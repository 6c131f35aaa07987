package org.comparto.feature;

/**
 * One feature in one state.
 *
 * @param row the version of its row, PostgreSQL's xmin
 * @param form how the layer is read
 */
public record FeatureVersion(long id, int row, String form) {

  /** Changes whenever anything public of the feature does. */
  public String tag() {
    return id + "-" + Integer.toHexString(row) + "-" + form;
  }
}
