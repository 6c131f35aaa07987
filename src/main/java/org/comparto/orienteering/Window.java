package org.comparto.orienteering;

/**
 * When a service may start: at either end or between them.
 *
 * @param opens ticks
 * @param closes ticks, not before {@code opens}
 */
public record Window(int opens, int closes) {

  public Window {
    if (opens > closes) {
      throw new IllegalArgumentException("a window opens at " + opens + ", after it closes at " + closes);
    }
  }
}
