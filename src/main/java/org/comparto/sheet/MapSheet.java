package org.comparto.sheet;

import java.util.List;

/**
 * A finished map.
 *
 * @param svg the picture, in millimetres
 * @param attribution whose data it shows, one line a source
 * @param plotFits false where the plot is larger than the map at this scale
 */
public record MapSheet(String svg, int scale, List<Entry> legend, List<String> attribution, boolean plotFits) {

  /** One line of the legend: a small picture and its words. */
  public record Entry(String svg, String text) {}
}
