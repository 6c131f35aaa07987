package org.comparto.network;

import java.io.IOException;
import java.nio.file.Path;

/** Who draws the demonstration's roads; a bean, or there are none. */
public interface DemonstrationNetwork {

  /** Whom to name wherever something is computed on them. */
  String attribution();

  /**
   * Writes the roads as OpenStreetMap data: the same bytes as long as they are the same roads.
   *
   * @param file ends with .osm.gz
   */
  void write(Path file) throws IOException;
}
