package org.comparto.orienteering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * On what terms one route may stop anywhere, in arrays for searching. Nodes are the stops' indexes, then the route's start, then its end. Windows are those of arriving: what comes before
 * the start of a service is taken off.
 */
final class Terms {

  /** Later than any tick; a sum of four is still an int. */
  static final int FAR = 1 << 28;

  final int stops;
  final int start;
  final int end;
  /** Nodes in a row of {@link #travel}. */
  final int width;
  /** Ticks by node from and to, {@link #FAR} where there is no way. */
  final int[] travel;
  /** By node: ticks from being served to leaving, the first and the last tick of arriving. */
  final int[] service;
  final int[] opens;
  final int[] closes;
  /** By node, opening and closing of all windows where there are several, else null. */
  private final int[][] windows;
  final int earliest;
  final int latest;
  final boolean pauses;
  final int pauseEarliest;
  final int pauseLatest;
  final int pauseLength;

  Terms(Problem problem, int index) {
    Route route = problem.routes().get(index);
    stops = problem.stops().size();
    start = stops;
    end = stops + 1;
    width = stops + 2;
    service = new int[width];
    opens = new int[width];
    closes = new int[width];
    windows = new int[width][];
    for (int stop = 0; stop < stops; stop++) {
      Stop known = problem.stops().get(stop);
      service[stop] = known.service()[index];
      window(stop, known.windows().get(index), known.before());
    }
    earliest = route.earliest();
    latest = route.latest();
    Pause pause = route.pause();
    pauses = pause != null;
    pauseEarliest = pauses ? pause.earliest() : 0;
    pauseLatest = pauses ? pause.latest() : 0;
    pauseLength = pauses ? pause.length() : 0;
    travel = travel(problem, route);
  }

  private void window(int stop, List<Window> known, int before) {
    opens[stop] = known.isEmpty() ? FAR : known.get(0).opens() - before;
    closes[stop] = known.isEmpty() ? -FAR : known.get(known.size() - 1).closes() - before;
    if (known.size() > 1) {
      windows[stop] = known.stream().flatMapToInt(window -> IntStream.of(window.opens() - before, window.closes() - before)).toArray();
    }
  }

  private int[] travel(Problem problem, Route route) {
    int[] places = new int[width];
    for (int stop = 0; stop < stops; stop++) {
      places[stop] = problem.stops().get(stop).place();
    }
    places[start] = route.start();
    places[end] = route.end();
    int[] all = new int[width * width];
    for (int from = 0; from < width; from++) {
      for (int to = 0; to < width; to++) {
        all[from * width + to] = Math.min(FAR, problem.travel(route, places[from], places[to]));
      }
    }
    return all;
  }

  /** The first tick, at {@code arrive} or after it, at which a stop may be served; {@link #FAR} if there is none. */
  int serve(int stop, int arrive) {
    if (arrive > closes[stop]) {
      return FAR;
    }
    if (windows[stop] == null || arrive <= opens[stop]) {
      return Math.max(arrive, opens[stop]);
    }
    int[] all = windows[stop];
    int i = 0;
    while (arrive > all[i + 1]) {
      i += 2;
    }
    return Math.max(arrive, all[i]);
  }

  /** The last tick, at {@code by} or before it, at which a stop may be served; {@code -FAR} if there is none. */
  int servedBy(int stop, int by) {
    if (by < opens[stop]) {
      return -FAR;
    }
    if (windows[stop] == null || by >= closes[stop]) {
      return Math.min(by, closes[stop]);
    }
    int[] all = windows[stop];
    int i = all.length - 2;
    while (by < all[i]) {
      i -= 2;
    }
    return Math.min(by, all[i + 1]);
  }

  /** Whether all that fits on one route fits on the other at the same times. */
  boolean isLike(Terms other) {
    return earliest == other.earliest && latest == other.latest && pauses == other.pauses && pauseEarliest == other.pauseEarliest && pauseLatest == other.pauseLatest
        && pauseLength == other.pauseLength && Arrays.equals(service, other.service) && Arrays.equals(opens, other.opens) && Arrays.equals(closes, other.closes)
        && Arrays.deepEquals(windows, other.windows) && Arrays.equals(travel, other.travel);
  }
}
