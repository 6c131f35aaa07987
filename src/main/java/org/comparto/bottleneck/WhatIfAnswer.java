package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.List;
import org.comparto.bottleneck.Gains.Ride;
import org.comparto.bottleneck.Gains.Row;
import org.comparto.bottleneck.Gains.Total;
import org.comparto.bottleneck.WhatIf.Chosen;
import org.comparto.bottleneck.WhatIf.Result;
import org.comparto.network.Vehicle;
import org.jspecify.annotations.Nullable;

/**
 * What would be, as it is answered.
 *
 * @param register the revision of the register of bottlenecks
 * @param at local time at which hour-limited bottlenecks were looked at; null: all of them count as in force
 * @param rides what is summed up in minutes saved
 * @param affectedWithin metres in which a bottleneck that is none of roads is felt
 * @param changed how many features something changes for
 * @param changes the first of them, who gains most first
 */
record WhatIfAnswer(String profile, Size vehicle, RoadView.Graph graph, long register, @Nullable String at, String rides, List<Chosen> fix,
    List<Chosen> close, double affectedWithin, List<Total> totals, int changed, List<Change> changes) {

  static final String RIDES = "one ride from every feature to its nearest gateway of every kind, over the rides that are possible before and after";

  /** Of a vehicle, in metres and tonnes; null is no matter. */
  record Size(@Nullable Double height, @Nullable Double width, @Nullable Double length, @Nullable Double mass, @Nullable Double axleLoad) {

    static Size of(Vehicle vehicle) {
      return new Size(vehicle.height(), vehicle.width(), vehicle.length(), vehicle.mass(), vehicle.axleLoad());
    }
  }

  /** @param seconds saved over all its rides */
  record Change(String layer, long id, @Nullable String code, @Nullable String name, double lon, double lat, long seconds, boolean gains, boolean loses,
      List<KindChange> kinds) {}

  /** Seconds to the nearest gateway of a kind; null where none is reached. */
  record KindChange(String kind, @Nullable Integer before, @Nullable Integer after, @Nullable Integer gain, @Nullable Named gatewayBefore,
      @Nullable Named gatewayAfter) {}

  /** A gateway. */
  record Named(long id, String name) {}

  static WhatIfAnswer of(Result result) {
    List<Row> changes = result.changes();
    return new WhatIfAnswer(result.question().profile().id(), Size.of(result.vehicle()), result.graph(), result.register(),
        result.question().at() == null ? null : result.question().at().toString(), RIDES, result.fixed(), result.closed(), result.affectedWithin(),
        result.totals(), changes.size(), changes.stream().limit(result.question().limit()).map(row -> change(result, row)).toList());
  }

  private static Change change(Result result, Row row) {
    List<KindChange> kinds = new ArrayList<>();
    for (int k = 0; k < row.rides().size(); k++) {
      Ride ride = row.rides().get(k);
      if (ride.differs()) {
        kinds.add(new KindChange(result.kinds().get(k), ride.before(), ride.after(), ride.gain(), named(result, ride.gatewayBefore()),
            named(result, ride.gatewayAfter())));
      }
    }
    return new Change(row.layer(), row.feature().id(), row.feature().code(), row.feature().name(), row.feature().longitude(), row.feature().latitude(),
        row.seconds(), row.gains(), row.loses(), kinds);
  }

  private static @Nullable Named named(Result result, @Nullable Long gateway) {
    return gateway == null || !result.gateways().containsKey(gateway) ? null : new Named(gateway, result.gateways().get(gateway).name());
  }
}
