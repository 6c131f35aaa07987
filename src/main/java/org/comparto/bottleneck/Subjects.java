package org.comparto.bottleneck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public features of a layer whose access is looked at, by id. */
record Subjects(String layer, List<Subject> features) {

  /**
   * A plot, zone or company.
   *
   * @param jobs of a company that agreed to tell; null where not known
   * @param longitude of a point inside, in degrees, EPSG:4326, as latitude
   */
  record Subject(long id, @Nullable String code, @Nullable String name, @Nullable String territory, @Nullable Integer jobs, double longitude,
      double latitude) {

    /** As people call it. */
    String title() {
      return name != null ? name : code != null ? code : String.valueOf(id);
    }
  }

  /** A place that ways lead to. */
  record Gateway(long id, String kind, String name, double longitude, double latitude) {}
}
