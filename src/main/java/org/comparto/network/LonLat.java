package org.comparto.network;

import java.util.ArrayList;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A point as people give it, EPSG:4326, longitude first. */
record LonLat(double lon, double lat) {

  /** @throws InvalidInputException naming the parameter if this is not {@code lon,lat} */
  static LonLat of(String parameter, @Nullable String text) {
    String[] parts = text == null ? new String[0] : text.split(",", -1);
    try {
      if (parts.length == 2) {
        return of(parameter, Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new InvalidInputException(parameter, parameter + " must be lon,lat in degrees, for instance 10.02,45.13");
  }

  static LonLat of(String parameter, double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new InvalidInputException(parameter, parameter + " must be lon,lat in degrees: the longitude from -180 to 180, then the latitude from "
          + "-90 to 90");
    }
    return new LonLat(lon, lat);
  }

  /** Several, with semicolons between them. */
  static List<LonLat> list(String parameter, @Nullable String text, int most) {
    List<LonLat> points = new ArrayList<>();
    if (text != null) {
      for (String one : text.split(";", -1)) {
        points.add(of(parameter, one));
      }
    }
    if (points.size() > most) {
      throw new InvalidInputException(parameter, parameter + " has " + points.size() + " points; there may be " + most);
    }
    return points;
  }
}
