package org.comparto.encoding;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of ten letters or fewer, as a Shapefile's table has them: the beginnings of the long ones, numbered where two would be the same. */
final class ShortNames {

  private static final int LENGTH = 10;

  private ShortNames() {}

  /** In the same order; no two are equal, whatever their capitals. */
  static List<String> of(List<String> names) {
    Set<String> taken = new HashSet<>();
    return names.stream().map(name -> {
      String candidate = beginning(name, LENGTH);
      for (int n = 1; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
        String number = "_" + n;
        candidate = beginning(name, LENGTH - number.length()) + number;
      }
      return candidate;
    }).toList();
  }

  private static String beginning(String name, int length) {
    return name.substring(0, Math.min(name.length(), length));
  }
}
