package org.comparto.account;

import java.util.Set;

/** What layers there are now, told by the module that knows them: rights name layers, and this module knows none. */
public interface LayerNames {

  Set<String> all();

  /** Those that loads have made or that descriptors call thematic. */
  Set<String> thematic();
}
