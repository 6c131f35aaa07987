package org.comparto.potential;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where modules stand. */
public enum PvCase {
  ROOF, CANOPY, GROUND_FIXED, GROUND_TRACKER, AGRIPV, FLOATING;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The case of a technology as layers call it: pv_roof, pv_canopy, pv_ground, agripv, pv_floating; empty for what is no photovoltaics. */
  public static Optional<PvCase> of(String technology) {
    return Optional.ofNullable(switch (technology) {
      case "pv_roof" -> ROOF;
      case "pv_canopy" -> CANOPY;
      case "pv_ground" -> GROUND_FIXED;
      case "agripv" -> AGRIPV;
      case "pv_floating" -> FLOATING;
      default -> null;
    });
  }

  /** Modules of this case at a place, tilt and azimuth as is usual for it where they are null. */
  public Panel panel(double lon, double lat, @Nullable Double tilt, @Nullable Double azimuth) {
    return new Panel(lon, lat, tilt == null ? density().tilt() : tilt, azimuth == null ? density().azimuth() : azimuth, density().tracking());
  }

  /** Usual power in kWp of so many square metres of surface. */
  public double kwp(double m2) {
    return m2 * density().usableShare() * density().byDefault();
  }

  PvTables.Density density() {
    return PvTables.DENSITIES.cases().get(this);
  }

  /** PVGIS distinguishes free-standing modules from those on buildings, which get warmer. */
  String mounting() {
    return this == ROOF ? "building" : "free";
  }
}
