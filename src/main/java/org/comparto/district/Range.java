package org.comparto.district;

/** What a number of firms can be, for all that who reads the published figure knows: both ends are possible. */
record Range(int least, int most) {

  static final Range ANY = new Range(0, Integer.MAX_VALUE / 1024);

  static Range hidden(int k) {
    return new Range(0, k - 1);
  }

  /** Of a published multiple of k: every count less than k away is rounded to it at times, and counts under k are never shown. */
  static Range of(int published, int k) {
    return new Range(Math.max(k, published - k + 1), published + k - 1);
  }

  Range within(int from, int to) {
    return new Range(Math.max(least, from), Math.min(most, to));
  }

  int possibilities() {
    return most - least + 1;
  }
}
