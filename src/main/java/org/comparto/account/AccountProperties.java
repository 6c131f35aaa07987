package org.comparto.account;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What roles may where, unless an account says otherwise, and what they have to prove.
 *
 * @param layers by role, what it may propose, review and write; the word thematic stands for all thematic layers. A role that is
 *     not named has the layers that follow below; desk and admin all.
 * @param secondFactor the roles that must have a second factor: without one they can do nothing but enrol. None unless it is set.
 * @param key what the secrets of second factors are encrypted with, besides the installation's own secret that the database keeps;
 *     the same for all instances, and never to be lost: without it those accounts need an admin. Empty unless it is set.
 */
@ConfigurationProperties("comparto.accounts")
record AccountProperties(Map<Role, Set<String>> layers, Set<Role> secondFactor, String key) {

  static final String THEMATIC = "thematic";

  private static final Map<Role, Set<String>> LAYERS = Map.of(
      Role.TOUR_ORGANISER, Set.of("company", "visit_place"),
      Role.MUNICIPAL_EDITOR, Set.of("plot", "industrial_zone", "logistics_zone", "bottleneck", "gateway"),
      Role.PLANNER, Set.of("energy_area", "primary_substation_area", "industrial_zone", "logistics_zone", THEMATIC),
      Role.VIEWER, Set.of(),
      Role.AUDITOR, Set.of());

  AccountProperties(@Nullable Map<Role, Set<String>> layers, @Nullable Set<Role> secondFactor, @Nullable String key) {
    Map<Role, Set<String>> all = new EnumMap<>(LAYERS);
    if (layers != null) {
      all.putAll(layers);
    }
    this.layers = Map.copyOf(all);
    this.secondFactor = secondFactor == null ? Set.of() : Set.copyOf(secondFactor);
    this.key = key == null ? "" : key;
  }

  boolean demandsSecondFactor(Role role) {
    return secondFactor.contains(role);
  }

  /** Null for all. */
  @Nullable Set<String> layersOf(Role role) {
    return layers.get(role);
  }
}
