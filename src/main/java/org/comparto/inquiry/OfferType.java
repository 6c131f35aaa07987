package org.comparto.inquiry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody wants to come by a plot; the words are those of the plot's own offer type. */
enum OfferType {
  SALE,
  LEASE,
  SURFACE_RIGHT;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
