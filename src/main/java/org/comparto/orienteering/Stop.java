package org.comparto.orienteering;

import java.util.List;

/**
 * Somewhere to go, at most once and by one route.
 *
 * @param place its index in the travel times
 * @param score what a visit is worth, not negative
 * @param must whether it comes before any score
 * @param service by route, ticks from arrival to leaving without waiting
 * @param windows by route, when the service may start, by rising times and apart from each other; empty: not on this route
 * @param before ticks on arrival before the service may start (a walk, a setup); a part of {@code service}
 */
public record Stop(int place, int score, boolean must, int[] service, List<List<Window>> windows, int before) {

  public Stop {
    if (score < 0 || before < 0 || service.length != windows.size()) {
      throw new IllegalArgumentException("a stop at " + place + " of score " + score + ", " + service.length + " services, " + windows.size() + " lists of windows");
    }
    windows = windows.stream().map(List::copyOf).toList();
    for (int route = 0; route < service.length; route++) {
      if (service[route] < before || service[route] > Problem.LONGEST) {
        throw new IllegalArgumentException("a service of " + service[route] + " ticks, " + before + " of them before its start");
      }
      check(windows.get(route));
    }
  }

  private static void check(List<Window> windows) {
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      if (window.opens() < -Problem.LONGEST || window.closes() > Problem.LONGEST || i > 0 && window.opens() <= windows.get(i - 1).closes()) {
        throw new IllegalArgumentException("windows are not by rising times: " + windows);
      }
    }
  }
}
