package org.comparto.path;

import java.util.Arrays;

/**
 * Gives numbers back by rising keys, where no key that is put in is below one that was taken out (a radix heap). A key lies at the highest
 * of its four bytes that differs from the last one taken, in the bucket of that byte's value; so each is moved at most three times, and
 * mostly once.
 */
final class Queue {

  private static final int BUCKETS = 4 * 256;
  private static final long[] NONE = {};

  /** By level and byte, entries of key and item in one number. */
  private final long[][] buckets = new long[BUCKETS][];
  private final int[] sizes = new int[BUCKETS];
  /** A bit for each bucket that holds something. */
  private final long[] filled = new long[BUCKETS / 64];
  private int last;

  Queue() {
    Arrays.fill(buckets, NONE);
  }

  void clear() {
    Arrays.fill(sizes, 0);
    Arrays.fill(filled, 0);
    last = 0;
  }

  /** @param key at least the last one taken, else it counts as that one */
  void add(int key, int item) {
    put(Math.max(key, last), item);
  }

  private void put(int key, int item) {
    int level = 31 - Integer.numberOfLeadingZeros(key ^ last | 1) >> 3;
    int bucket = level << 8 | key >> (level << 3) & 255;
    long[] entries = buckets[bucket];
    int size = sizes[bucket]++;
    if (size == entries.length) {
      entries = buckets[bucket] = Arrays.copyOf(entries, Math.max(8, 2 * size));
    }
    entries[size] = (long) key << 32 | item;
    filled[bucket >> 6] |= 1L << bucket;
  }

  /** The key of the item that is taken next; -1 if there is none. */
  int nextKey() {
    int bucket = firstFilled();
    while (bucket > 255) {
      spread(bucket);
      bucket = firstFilled();
    }
    if (bucket >= 0) {
      last = last & ~255 | bucket;
      return last;
    }
    return -1;
  }

  private int firstFilled() {
    for (int word = 0; word < filled.length; word++) {
      if (filled[word] != 0) {
        return word << 6 | Long.numberOfTrailingZeros(filled[word]);
      }
    }
    return -1;
  }

  /** Takes an item out, after {@link #nextKey()} said that there is one. */
  int take() {
    int bucket = last & 255;
    int size = --sizes[bucket];
    if (size == 0) {
      filled[bucket >> 6] &= ~(1L << bucket);
    }
    return (int) buckets[bucket][size];
  }

  private void spread(int bucket) {
    long[] entries = buckets[bucket];
    int size = sizes[bucket];
    int least = Travel.NEVER;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, (int) (entries[i] >> 32));
    }
    last = least;
    sizes[bucket] = 0;
    filled[bucket >> 6] &= ~(1L << bucket);
    for (int i = 0; i < size; i++) {
      put((int) (entries[i] >> 32), (int) entries[i]);
    }
  }
}
