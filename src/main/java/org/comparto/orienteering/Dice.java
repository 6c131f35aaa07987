package org.comparto.orienteering;

/** Random numbers by a seed (xorshift64*, Vigna 2016): the same on every machine, and quick. */
final class Dice {

  private long state;

  Dice(long seed) {
    // SplitMix64's finalizer, so that seeds that are near each other begin far apart
    long mixed = seed + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    state = (mixed ^ mixed >>> 31) | 1;
  }

  private long next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return state * 0x2545F4914F6CDD1DL;
  }

  /** From 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) ((next() >>> 32) * bound >>> 32);
  }

  /** From 0 to less than 1. */
  double share() {
    return (next() >>> 11) * 0x1p-53;
  }
}
