package org.comparto.ruleset;

import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set says of a layer that its rules read.
 *
 * @param complete the layer's features cover everything, so that it is known only inside of them
 * @param awaited there may be no such layer yet; what rests on it is told as not known or not checked
 * @param note what was chosen to stand for the words of the act; null for nothing to say
 */
public record LayerUse(boolean complete, boolean awaited, @Nullable Localized note) {

  static final LayerUse PLAIN = new LayerUse(false, false, null);
}
