package org.comparto.path;

/** The courses of a network's edges over the ground. */
public interface Shapes {

  /** An edge's course from its first junction to its second: longitude, latitude, longitude, latitude … in EPSG:4326, at least two points. */
  double[] of(int edge);
}
