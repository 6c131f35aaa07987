package org.comparto.network;

import java.util.List;

/** Who knows the bottlenecks; a bean, or there are none. Asked again only when {@link #revision()} has changed. */
public interface RestrictionSource {

  /** Differs whenever the other answers may: cheap, asked with every request. */
  long revision();

  /** What is in force on a graph, hour-limited restrictions among it. */
  List<Restriction> inForce(RoadGraph graph);

  /** The missing links within a graph's reach. */
  List<Link> links(RoadGraph graph);
}
