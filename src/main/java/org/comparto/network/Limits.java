package org.comparto.network;

import org.jspecify.annotations.Nullable;

/** The largest vehicle that may pass: metres and tonnes; null is no limit known. A vehicle of exactly the limit passes. */
public record Limits(@Nullable Double height, @Nullable Double width, @Nullable Double length, @Nullable Double mass,
    @Nullable Double axleLoad) {

  public static final Limits NONE = new Limits(null, null, null, null, null);

  /** Whether a vehicle passes; what is not known of it is not held against it. */
  public boolean admit(Vehicle vehicle) {
    return fits(vehicle.height(), height) && fits(vehicle.width(), width) && fits(vehicle.length(), length)
        && fits(vehicle.mass(), mass) && fits(vehicle.axleLoad(), axleLoad);
  }

  private static boolean fits(@Nullable Double size, @Nullable Double limit) {
    return size == null || limit == null || size <= limit;
  }
}
