package org.comparto.access;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.path.Travel;

/**
 * What times depend on beside the features themselves: the roads as each profile meets them, and the gateways.
 *
 * <p>{@code text} and {@code snaps} are made of the content alone, so that all instances, and an instance that was started anew, agree on
 * what is computed already.
 */
final class Basis {

  /** Whom times are kept of. */
  static final List<Profile> PROFILES = List.of(Profile.CAR, Profile.TRUCK);

  private final RoadGraph graph;
  private final Map<Profile, Travel> travels;
  private final List<Gateway> gateways;
  private final String text;
  private final String snaps;
  private final Map<Profile, SoftReference<Ways>> ways = new ConcurrentHashMap<>();

  Basis(RoadGraph graph, Map<Profile, Travel> travels, List<Gateway> gateways, String text, String snaps) {
    this.graph = graph;
    this.travels = travels;
    this.gateways = gateways;
    this.text = text;
    this.snaps = snaps;
  }

  RoadGraph graph() {
    return graph;
  }

  List<Gateway> gateways() {
    return gateways;
  }

  /** Equal as long as every feature has the same times. */
  String text() {
    return text;
  }

  /** Equal as long as every feature joins the roads at the same place. */
  String snaps() {
    return snaps;
  }

  /** Kept as long as there is memory for them; otherwise found again. */
  Ways ways(Profile profile) {
    SoftReference<Ways> kept = ways.get(profile);
    Ways known = kept == null ? null : kept.get();
    if (known == null) {
      known = Ways.of(graph, travels.get(profile), gateways);
      ways.put(profile, new SoftReference<>(known));
    }
    return known;
  }
}
