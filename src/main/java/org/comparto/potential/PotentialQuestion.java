package org.comparto.potential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * What is asked of a surface.
 *
 * @param geometry GeoJSON Polygon or MultiPolygon in longitude and latitude; or else areaM2
 * @param point [lon, lat], where the yield is taken; the middle of the geometry where it is left out
 */
record PotentialQuestion(@Nullable JsonNode geometry, @Nullable Double areaM2, @Nullable List<Double> point, @Nullable String territory,
    @JsonProperty("case") @Nullable PvCase pvCase, @Nullable Chosen parameters) {

  /** Figures that the caller wants otherwise than the tables have them; null keeps a default. */
  record Chosen(@Nullable Double usableShare, @Nullable Double kwpPerM2, @Nullable Double lossPercent, @Nullable Double tilt, @Nullable Double azimuth,
      @Nullable Double planningFactor, @Nullable Double specificYield) {

    static final Chosen NOTHING = new Chosen(null, null, null, null, null, null, null);

    Chosen {
      check("parameters.usableShare", usableShare, 0, 1);
      check("parameters.kwpPerM2", kwpPerM2, 0, 1);
      check("parameters.lossPercent", lossPercent, 0, 90);
      check("parameters.tilt", tilt, 0, 90);
      check("parameters.azimuth", azimuth, -180, 180);
      check("parameters.planningFactor", planningFactor, 0, 2);
      check("parameters.specificYield", specificYield, 0, 3000);
    }
  }

  static void check(String name, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw new InvalidInputException(name, name + " is " + value + "; it must be from " + Math.round(least) + " to " + Math.round(most));
    }
  }

  Chosen chosen() {
    return parameters == null ? Chosen.NOTHING : parameters;
  }
}
