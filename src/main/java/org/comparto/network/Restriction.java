package org.comparto.network;

import java.util.List;

/**
 * A bottleneck as the roads feel it.
 *
 * @param bottleneck the id of its record
 * @param title its name, for people
 * @param stretches in both directions where it holds in both
 */
public record Restriction(long bottleneck, String title, Effects effects, List<Stretch> stretches) {

  public Restriction {
    stretches = List.copyOf(stretches);
  }
}
