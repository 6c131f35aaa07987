package org.comparto.host;

import java.time.LocalDate;
import java.util.List;
import org.comparto.hours.Window;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who receives visitors, in what everybody may know of them.
 *
 * @param id of the feature, unique over all layers
 * @param layer company or visit_place
 * @param kind company, or code of place_kind
 * @param municipality ISTAT code
 * @param entrance where a visit begins
 * @param parking where a coach waits; null if that is not known
 * @param description what it makes or shows; null where that is not known or not public
 * @param contact null where it is not public
 * @param demonstration invented, which every screen and export says
 */
public record Host(long id, String layer, String kind, String code, Localized name, String territory, @Nullable String municipality,
    @Nullable String municipalityName, @Nullable String address, @Nullable String website, LonLat entrance, @Nullable LonLat parking,
    @Nullable Localized description, Trade trade, Visit visit, @Nullable Contact contact, boolean demonstration) {

  /**
   * The windows in which a visit can be, exceptions, season and blackout days taken in; empty: closed, or nobody can tell
   * ({@link Visit#hasKnownHours}). A visit that others have asked for is not taken off: module invitation knows them.
   */
  public List<Window> open(LocalDate date) {
    return visit.open(date);
  }
}
