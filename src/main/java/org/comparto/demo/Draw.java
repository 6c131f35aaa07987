package org.comparto.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Repeatable choices: the same key always gives the same sequence, whatever was drawn for other keys. */
final class Draw {

  /** What happened, happened around this day, whenever the demonstration is loaded; only {@link #verifiedDay} follows the calendar. */
  static final LocalDate REFERENCE_DAY = LocalDate.of(2026, 11, 1);

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  private final SplittableRandom random;

  private Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  static Draw of(String key) {
    // FNV-1a, since String.hashCode gives neighbouring codes neighbouring seeds
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return new Draw(hash);
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** Both ends are possible. */
  int whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A multiple of {@code step} between the ends. */
  double stepped(double low, double high, double step) {
    return Math.round(between(low, high) / step) * step;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  final <T> T pickOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** The value, or null ("not known") with the given probability; draws in either case so that later choices stay put. */
  <T> @Nullable T unless(double unknown, T value) {
    return random.nextDouble() < unknown ? null : value;
  }

  /** Between one and {@code most} different values, in their given order. */
  <T> List<T> some(List<T> values, int most) {
    int wanted = whole(1, Math.min(most, values.size()));
    List<T> left = new ArrayList<>(values);
    while (left.size() > wanted) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  LocalDate dayBefore(LocalDate end, int withinDays) {
    return end.minusDays(whole(0, withinDays));
  }

  /**
   * Counted from the day of loading, since what nobody has verified for 360 days is hidden from investors: five in six within
   * half a year, one in ten so long ago that it is marked, one in fifteen so long ago that it is hidden.
   */
  LocalDate verifiedDay() {
    int drawn = whole(0, 729);
    int days = drawn < 608 ? drawn * 170 / 608 : drawn < 681 ? 185 + (drawn - 608) * 2 : 365 + (drawn - 681) * 7;
    return LocalDate.now(ITALY).minusDays(days);
  }
}
