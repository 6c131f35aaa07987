package org.comparto.tile;

import org.comparto.filter.Condition;
import org.comparto.layer.Layer;

/**
 * What a tile shows of a layer.
 *
 * @param filter as the caller wrote it, by which tiles are told apart; empty for all public features
 * @param where what the filter means
 */
public record Shown(Layer layer, String filter, Condition where) {

  /** All public features. */
  public static Shown all(Layer layer) {
    return new Shown(layer, "", Condition.NONE);
  }
}
