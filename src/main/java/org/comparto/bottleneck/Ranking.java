package org.comparto.bottleneck;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.comparto.bottleneck.AffectedAreas.Affected;
import org.comparto.bottleneck.Gains.Total;
import org.comparto.bottleneck.Scenarios.Present;
import org.comparto.network.Profile;
import org.comparto.network.Vehicle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All bottlenecks by what would be gained if each alone were fixed. It is computed beside the requests, once for every state of the
 * roads, the register and the features; who asks meanwhile hears how far it is.
 */
@Component
class Ranking {

  private static final Logger log = LoggerFactory.getLogger(Ranking.class);

  /**
   * A bottleneck and its effect.
   *
   * @param totals by layer; empty for one that is none of roads
   * @param affected of one that is none of roads; null for those of roads
   */
  record Entry(long id, String title, @Nullable String type, @Nullable String status, boolean road, List<Total> totals, @Nullable Affected affected) {

    /** Truck-minutes saved on plots, or on all layers where there are none. */
    double minutes() {
      return totals.stream().mapToDouble(Total::minutesSaved).sum();
    }

    private int reachable() {
      return totals.stream().mapToInt(Total::newlyReachable).sum();
    }
  }

  /**
   * How far a ranking is.
   *
   * @param entries of those done so far, the largest effect first; bottlenecks that are none of roads come last, by what lies where they are felt
   */
  record Standing(String state, int done, int of, RoadView.Graph graph, WhatIfAnswer.Size vehicle, double affectedWithin, List<Entry> entries) {

    Standing with(List<Entry> found) {
      return new Standing(found.size() == of ? "ready" : "computing", found.size(), of, graph, vehicle, affectedWithin, sorted(found));
    }

    Standing failed() {
      return new Standing("failed", done, of, graph, vehicle, affectedWithin, entries);
    }
  }

  private record Key(String revision, long register, Profile profile) {}

  private final Scenarios scenarios;
  private final BottleneckRoads roads;
  private final RankedRegister register;
  private final AffectedAreas areas;
  private final Cache<Key, Standing> kept = Caffeine.newBuilder().maximumSize(8).build();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "bottleneck-ranking");
    thread.setDaemon(true);
    return thread;
  });

  Ranking(Scenarios scenarios, BottleneckRoads roads, RankedRegister register, AffectedAreas areas) {
    this.scenarios = scenarios;
    this.roads = roads;
    this.register = register;
    this.areas = areas;
  }

  /** As it stands; begins it if nobody has. */
  Standing standing(Profile profile) {
    Key key = new Key(scenarios.revision(), roads.revision(), profile);
    Standing known = kept.getIfPresent(key);
    return known != null && !known.state().equals("failed") ? known : begin(key);
  }

  private synchronized Standing begin(Key key) {
    Standing known = kept.getIfPresent(key);
    if (known != null && !known.state().equals("failed")) {
      return known;
    }
    Present present = scenarios.present(key.profile(), Vehicle.DEFAULT, null, SubjectReading.LAYERS);
    List<RankedRegister.One> all = register.all();
    Standing begun = new Standing(all.isEmpty() ? "ready" : "computing", 0, all.size(), RoadView.Graph.of(present.graph()),
        WhatIfAnswer.Size.of(present.vehicle()),
        areas.within(), List.of());
    kept.put(key, begun);
    worker.submit(() -> work(key, begun, present, all));
    return begun;
  }

  private void work(Key key, Standing begun, Present present, List<RankedRegister.One> all) {
    Standing standing = begun;
    try {
      List<Entry> found = new ArrayList<>();
      for (RankedRegister.One one : all) {
        found.add(entry(present, one));
        standing = begun.with(List.copyOf(found));
        kept.put(key, standing);
      }
    } catch (RuntimeException e) {
      log.error("The ranking of bottlenecks failed", e);
      kept.put(key, standing.failed());
    }
  }

  private Entry entry(Present present, RankedRegister.One one) {
    if (!one.road()) {
      return new Entry(one.id(), one.title(), one.type(), one.status(), false, List.of(), areas.of(one.id()));
    }
    Reached after = present.after(present.conditions().fixed(Set.of(one.id())), false);
    return new Entry(one.id(), one.title(), one.type(), one.status(), true,
        Gains.totals(present.reached().layers(), Gains.rows(present.reached(), after, present.kinds().size())), null);
  }

  private static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparing(Entry::road).reversed().thenComparing(Comparator.comparingInt(Entry::reachable).reversed())
        .thenComparing(Comparator.comparingDouble(Entry::minutes).reversed())
        .thenComparing(Comparator.comparingLong((Entry one) -> one.affected() == null ? 0 : one.affected().plots() + one.affected().companies()).reversed())
        .thenComparingLong(Entry::id)).toList();
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
