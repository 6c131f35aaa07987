package org.comparto.feature;

import java.util.OptionalLong;

/** Knows in which feature one lives on that is public no more: asked before somebody is told that there is none. */
public interface Successors {

  /** Empty if it is none that lives on in another. */
  OptionalLong of(String layer, long id);
}
