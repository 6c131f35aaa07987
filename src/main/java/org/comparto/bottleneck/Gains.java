package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.List;
import org.comparto.bottleneck.Subjects.Subject;
import org.comparto.path.Reach;
import org.jspecify.annotations.Nullable;

/** What differs between two states of the roads for every feature, and summed up. */
final class Gains {

  static final int WITHIN_SECONDS = 30 * 60;

  /**
   * The way of a feature to the nearest gateway of a kind; null where there is none.
   *
   * @param gain seconds saved; null where a time is missing on either side
   */
  record Ride(@Nullable Integer before, @Nullable Integer after, @Nullable Integer gain, @Nullable Long gatewayBefore, @Nullable Long gatewayAfter) {

    boolean differs() {
      return !java.util.Objects.equals(before, after) || !java.util.Objects.equals(gatewayBefore, gatewayAfter);
    }

    boolean isBetter() {
      return gain != null ? gain > 0 : before == null && after != null;
    }

    boolean isWorse() {
      return gain != null ? gain < 0 : before != null && after == null;
    }

    boolean newlyReachable() {
      return before == null && after != null;
    }

    boolean newlyWithin() {
      return after != null && after <= WITHIN_SECONDS && (before == null || before > WITHIN_SECONDS);
    }
  }

  /** @param rides one for each kind of gateway, in its order */
  record Row(String layer, Subject feature, boolean onRoads, List<Ride> rides) {

    boolean differs() {
      return rides.stream().anyMatch(Ride::differs);
    }

    boolean gains() {
      return rides.stream().anyMatch(Ride::isBetter);
    }

    boolean loses() {
      return rides.stream().anyMatch(Ride::isWorse);
    }

    /** Seconds that one ride to every kind of gateway takes less, over the kinds that are reached on both sides. */
    long seconds() {
      return rides.stream().filter(ride -> ride.gain() != null).mapToLong(Ride::gain).sum();
    }
  }

  /**
   * A layer, summed up. A ride is one from a feature to its nearest gateway of one kind.
   *
   * @param features public ones
   * @param offRoads of them, without a road near enough
   * @param gaining features with at least one ride that takes less time or has become possible
   * @param minutesSaved over all rides that are possible on both sides: one ride from every feature to every kind of gateway
   * @param newlyReachable features with a ride that has become possible
   * @param noLongerReachable features with a ride that is no longer possible
   * @param newlyWithin30 features with a ride that takes 30 minutes or less now and did not before
   * @param jobsGaining of the gaining companies that agreed to tell; null for what has no jobs
   * @param jobsNotKnown gaining companies whose jobs are not known
   */
  record Total(String layer, int features, int offRoads, int gaining, int losing, double minutesSaved, int newlyReachable, int noLongerReachable,
      int newlyWithin30, @Nullable Long jobsGaining, @Nullable Integer jobsNotKnown) {}

  private Gains() {}

  /** All features of all layers, layer by layer in the order of ids. */
  static List<Row> rows(Reached before, Reached after, int kinds) {
    List<Row> rows = new ArrayList<>();
    for (int l = 0; l < before.layers().size(); l++) {
      Subjects layer = before.layers().get(l);
      for (int i = 0; i < layer.features().size(); i++) {
        List<Ride> rides = new ArrayList<>(kinds);
        for (int k = 0; k < kinds; k++) {
          rides.add(ride(before.at(l, i, k), after.at(l, i, k), before, after, k));
        }
        rows.add(new Row(layer.layer(), layer.features().get(i), after.isOnRoads(l, i), rides));
      }
    }
    return rows;
  }

  private static Ride ride(@Nullable Reach was, @Nullable Reach is, Reached before, Reached after, int kind) {
    Integer secondsBefore = was == null ? null : Integer.valueOf(seconds(was));
    Integer secondsAfter = is == null ? null : Integer.valueOf(seconds(is));
    return new Ride(secondsBefore, secondsAfter, was == null || is == null ? null : Integer.valueOf(secondsBefore - secondsAfter),
        was == null ? null : Long.valueOf(before.gateway(kind, was)), is == null ? null : Long.valueOf(after.gateway(kind, is)));
  }

  private static int seconds(Reach reach) {
    return Math.round(reach.millis() / 1000f);
  }

  static List<Total> totals(List<Subjects> layers, List<Row> rows) {
    return layers.stream().map(layer -> total(layer.layer(), rows.stream().filter(row -> row.layer().equals(layer.layer())).toList())).toList();
  }

  private static Total total(String layer, List<Row> rows) {
    List<Row> gaining = rows.stream().filter(Row::gains).toList();
    boolean hasJobs = layer.equals("company");
    return new Total(layer, rows.size(), (int) rows.stream().filter(row -> !row.onRoads()).count(), gaining.size(),
        (int) rows.stream().filter(Row::loses).count(), Math.round(rows.stream().mapToLong(Row::seconds).sum() / 6.0) / 10.0,
        count(rows, Ride::newlyReachable), count(rows, ride -> ride.before() != null && ride.after() == null), count(rows, Ride::newlyWithin),
        hasJobs ? gaining.stream().filter(row -> row.feature().jobs() != null).mapToLong(row -> row.feature().jobs()).sum() : null,
        hasJobs ? (int) gaining.stream().filter(row -> row.feature().jobs() == null).count() : null);
  }

  private static int count(List<Row> rows, java.util.function.Predicate<Ride> what) {
    return (int) rows.stream().filter(row -> row.rides().stream().anyMatch(what)).count();
  }
}
