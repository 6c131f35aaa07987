package org.comparto.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.path.Network;
import org.comparto.path.Spot;
import org.comparto.path.Travel;

/**
 * Makes of a profile's weights what one vehicle meets under some conditions: arrays are copied and changed at the few arcs that something
 * is known of, so that this takes milliseconds where GraphHopper would compile a model anew.
 */
final class Travels {

  private final RoadStore store;
  private final Network network;
  private final JoinedLinks links;

  Travels(RoadStore store, JoinedLinks links) {
    this.store = store;
    this.network = links.network();
    this.links = links;
  }

  /** Nothing in the way, no vehicle too large, every missing link there: never slower than any other travel of the profile. */
  Travel ideal(Profile profile) {
    Weights base = store.weights(profile);
    int[] millis = links.closed(base.millis());
    int[] cost = links.closed(base.cost());
    if (profile != Profile.WALK) {
      links.openAll(new Travel(network, millis, cost, base.turns(), List.of()), millis, cost);
    }
    return new Travel(network, millis, cost, base.turns(), List.of());
  }

  /** @param vehicle with all its figures */
  Travel of(Profile profile, Vehicle vehicle, Conditions conditions) {
    Weights base = store.weights(profile);
    int[] millis = links.closed(base.millis());
    int[] cost = links.closed(base.cost());
    if (!vehicle.equals(Vehicle.DEFAULT)) {
      for (Map.Entry<Integer, Limits> limited : store.limited().entrySet()) {
        if (!limited.getValue().admit(vehicle)) {
          close(2 * limited.getKey(), millis, cost);
          close(2 * limited.getKey() + 1, millis, cost);
        }
      }
    }
    List<Spot> spots = new ArrayList<>();
    if (profile != Profile.WALK) {
      for (Restriction restriction : conditions.restrictions()) {
        apply(restriction, vehicle, millis, cost, spots);
      }
      if (links.holdsAny(conditions.open())) {
        links.open(conditions.open(), new Travel(network, millis, cost, base.turns(), spots), millis, cost);
      }
    }
    return new Travel(network, millis, cost, base.turns(), spots);
  }

  private static void apply(Restriction restriction, Vehicle vehicle, int[] millis, int[] cost, List<Spot> spots) {
    Effects effects = restriction.effects();
    boolean stops = effects.stops(vehicle);
    for (Stretch stretch : restriction.stretches()) {
      int arc = stretch.arc();
      if (arc >= millis.length || millis[arc] == Travel.NEVER) {
        continue;
      }
      if (stops) {
        if (stretch.isWhole()) {
          close(arc, millis, cost);
        } else {
          spots.add(new Spot(arc, stretch.from(), Travel.NEVER));
          spots.add(new Spot(arc, stretch.to(), Travel.NEVER));
        }
      } else {
        long delay = delay(effects, stretch, millis[arc]);
        if (delay > 0) {
          spots.add(new Spot(arc, (stretch.from() + stretch.to()) / 2, (int) Math.min(delay, Travel.NEVER - 1)));
        }
      }
    }
  }

  /** Milliseconds that passing a stretch takes besides, for who may pass. */
  static long delay(Effects effects, Stretch stretch, int millis) {
    double slower = millis * (stretch.to() - stretch.from()) * (1 / effects.speedFactor() - 1);
    return Math.round(slower + effects.delaySeconds() * 1000.0 * stretch.share());
  }

  private static void close(int arc, int[] millis, int[] cost) {
    millis[arc] = Travel.NEVER;
    cost[arc] = Travel.NEVER;
  }
}
