package org.comparto.district;

import java.util.Arrays;
import java.util.Optional;
import java.util.Locale;

/**
 * Where firms are counted: the whole territory, or a part of one of its two divisions. What lies in no part, or nobody knows in which, is a part of its own, so
 * that the parts of a division are always all of the territory.
 *
 * @param code of the municipality (ISTAT) or the id of the zone; {@link #NONE}; of the territory its code
 */
record Area(Kind kind, String code) {

  static final String NONE = "none";

  /** How a territory is divided. */
  enum Kind {
    TERRITORY, MUNICIPALITY, ZONE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
  }
}
