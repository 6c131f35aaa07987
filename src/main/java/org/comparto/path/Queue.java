package org.comparto.path;

import java.util.Arrays;

/**
 * A radix heap: gives numbers back by rising keys, where no key that is put in is below one that was taken out. Keys are kept by the
 * highest bit in which they differ from the last one taken, so that each is moved few times, and always in one run through memory.
 */
final class Queue {

  /** By highest differing bit: entries of key and item in one number. */
  private final long[][] buckets = new long[33][16];
  private final int[] sizes = new int[33];
  private int last;

  void clear() {
    Arrays.fill(sizes, 0);
    last = 0;
  }

  /** @param key at least the last one taken, else it counts as that one */
  void add(int key, int item) {
    put((long) Math.max(key, last) << 32 | item);
  }

  private void put(long entry) {
    int bucket = 32 - Integer.numberOfLeadingZeros((int) (entry >> 32) ^ last);
    long[] entries = buckets[bucket];
    int size = sizes[bucket]++;
    if (size == entries.length) {
      entries = buckets[bucket] = Arrays.copyOf(entries, 2 * size);
    }
    entries[size] = entry;
  }

  /** The key of the item that is taken next; -1 if there is none. */
  int nextKey() {
    if (sizes[0] > 0) {
      return last;
    }
    for (int bucket = 1; bucket < sizes.length; bucket++) {
      if (sizes[bucket] > 0) {
        spread(bucket);
        return last;
      }
    }
    return -1;
  }

  /** Takes an item out, after {@link #nextKey()} said that there is one. */
  int take() {
    return (int) buckets[0][--sizes[0]];
  }

  private void spread(int bucket) {
    long[] entries = buckets[bucket];
    int size = sizes[bucket];
    long least = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, entries[i]);
    }
    last = (int) (least >> 32);
    sizes[bucket] = 0;
    for (int i = 0; i < size; i++) {
      put(entries[i]);
    }
  }
}
