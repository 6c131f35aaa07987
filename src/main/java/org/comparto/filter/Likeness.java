package org.comparto.filter;

import java.util.Locale;

/** How unlike two names are (Levenshtein 1966: least number of characters to insert, delete or replace), whatever the case. */
final class Likeness {

  private static final int COMPARED = 64;

  private Likeness() {}

  static int distance(String one, String other) {
    String a = shortened(one);
    String b = shortened(other);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), COMPARED)).toLowerCase(Locale.ROOT);
  }
}
