package org.comparto.network;

import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's size: metres and tonnes; null is the profile's own figure ({@link #or}), and with a profile that has none, no matter.
 *
 * @param mass of the whole vehicle, laden
 * @param axleLoad of the axle that bears most
 */
public record Vehicle(@Nullable Double height, @Nullable Double width, @Nullable Double length, @Nullable Double mass,
    @Nullable Double axleLoad) {

  /** Nothing said. */
  public static final Vehicle DEFAULT = new Vehicle(null, null, null, null, null);

  public Vehicle {
    check("height", height, 10);
    check("width", width, 10);
    check("length", length, 100);
    check("mass", mass, 500);
    check("axleLoad", axleLoad, 100);
  }

  private static void check(String parameter, @Nullable Double value, double most) {
    if (value != null && !(value > 0 && value <= most)) {
      throw new InvalidInputException(parameter, "%s must be above 0 and at most %.0f %s".formatted(parameter, most,
          most == 500 || parameter.equals("axleLoad") ? "tonnes" : "metres"));
    }
  }

  /** This vehicle, its missing figures from another. */
  public Vehicle or(Vehicle other) {
    return new Vehicle(height == null ? other.height : height, width == null ? other.width : width, length == null ? other.length : length,
        mass == null ? other.mass : mass, axleLoad == null ? other.axleLoad : axleLoad);
  }
}
