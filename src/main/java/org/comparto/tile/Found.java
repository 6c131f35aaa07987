package org.comparto.tile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which features lie in and around a square of the map.
 *
 * @param ids in no order
 * @param versions of their rows, in the same places
 * @param boxes four numbers for each: west, south, east and north in whole metres of EPSG:3857, rounded outwards; empty if nobody asked
 */
record Found(long[] ids, int[] versions, int[] boxes) {

  private static final int SIDES = 4;

  /** As PostgreSQL sends them: 64-bit numbers, and two columns of 32-bit ones; null for none. */
  static Found of(byte @Nullable [] ids, byte @Nullable [] versions, byte @Nullable [] boxes) {
    Found found = new Found(new long[ids == null ? 0 : ids.length / Long.BYTES], ints(versions), ints(boxes));
    if (ids != null) {
      ByteBuffer.wrap(ids).asLongBuffer().get(found.ids);
    }
    return found;
  }

  private static int[] ints(byte @Nullable [] sent) {
    int[] numbers = new int[sent == null ? 0 : sent.length / Integer.BYTES];
    if (sent != null) {
      ByteBuffer.wrap(sent).asIntBuffer().get(numbers);
    }
    return numbers;
  }

  int count() {
    return ids.length;
  }

  /** About how much memory it takes. */
  int bytes() {
    return ids.length * Long.BYTES + (versions.length + boxes.length) * Integer.BYTES;
  }

  /** Those of them whose boxes meet one. */
  Found within(MercatorBox box) {
    long[] nearIds = new long[ids.length];
    int[] nearVersions = new int[ids.length];
    int near = 0;
    for (int i = 0; i < ids.length; i++) {
      int side = i * SIDES;
      if (boxes[side] <= box.east() && boxes[side + 2] >= box.west() && boxes[side + 1] <= box.north() && boxes[side + 3] >= box.south()) {
        nearIds[near] = ids[i];
        nearVersions[near++] = versions[i];
      }
    }
    return new Found(Arrays.copyOf(nearIds, near), Arrays.copyOf(nearVersions, near), new int[0]);
  }
}
