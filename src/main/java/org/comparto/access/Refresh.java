package org.comparto.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.comparto.network.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps times true in the background: all of a layer when the roads, a restriction or a gateway have changed, else the features that have
 * none yet. It goes on in small transactions, one at a time among all instances; each is all or nothing.
 */
@Component
@DependsOnDatabaseInitialization
class Refresh {

  /** The layers that have times. */
  static final List<String> LAYERS = List.of("plot", "industrial_zone", "company");
  /** So long other scheduled work waits for this at most, but for one batch. */
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Refresh.class);

  private final Layers layers;
  private final Revisions revisions;
  private final Roadside roadside;
  private final Passes passes;
  private final TimeRows rows;
  private final TransactionTemplate transactions;
  private final AccessSettings settings;

  Refresh(Layers layers, Revisions revisions, Roadside roadside, Passes passes, TimeRows rows, TransactionTemplate transactions, AccessSettings settings) {
    this.layers = layers;
    this.revisions = revisions;
    this.roadside = roadside;
    this.passes = passes;
    this.rows = rows;
    this.transactions = transactions;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
  void follow() {
    if (settings.follow()) {
      roadside.current().ifPresent(basis -> complete(basis, LONGEST));
    }
  }

  /** Works until nothing is left to do, or somebody else does it, or the time is over. */
  void complete(Basis basis, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (String id : LAYERS) {
      Layer layer = layers.getLayer(id, "layer");
      boolean more = true;
      while (more && System.nanoTime() < end) {
        more = transactions.execute(begun -> step(layer, basis));
      }
    }
  }

  /** Whether there may be more to do. */
  private boolean step(Layer layer, Basis basis) {
    if (!passes.lock()) {
      return false;
    }
    Optional<Pass> known = passes.find(layer);
    if (known.isEmpty() || !known.get().basis().equals(basis.text())) {
      passes.begin(layer, basis);
      known = passes.find(layer);
    }
    Pass pass = known.orElseThrow();
    return pass.finished() ? stepOfWaiting(layer, basis, pass) : stepOfAll(layer, basis, pass);
  }

  private boolean stepOfAll(Layer layer, Basis basis, Pass pass) {
    boolean placed = pass.snaps().equals(basis.snaps());
    List<Feature> features = rows.after(layer, pass.doneTo(), settings.batch());
    if (!features.isEmpty()) {
      Set<Long> left = compute(layer, basis, features, placed);
      passes.advance(layer, features.size(), features.get(features.size() - 1).id(), left.toArray(Long[]::new));
      return true;
    }
    if (pass.passedOver().length > 0) {
      List<Feature> again = rows.named(layer, pass.passedOver(), settings.batch());
      Set<Long> left = compute(layer, basis, again, placed);
      Set<Long> looked = Set.copyOf(again.stream().map(Feature::id).toList());
      Long[] over = again.size() < settings.batch() ? left.toArray(Long[]::new)
          : Stream.of(pass.passedOver()).filter(id -> left.contains(id) || !looked.contains(id)).toArray(Long[]::new);
      passes.leaveOver(layer, over);
      return over.length < pass.passedOver().length;
    }
    passes.finish(layer, basis);
    log.info("access times of {} are up to date with road graph {}", layer.id(), basis.graph().version());
    return true;
  }

  private boolean stepOfWaiting(Layer layer, Basis basis, Pass pass) {
    long revision = revisions.current(layer.id());
    if (revision == pass.lookedAt()) {
      return false;
    }
    List<Feature> waiting = rows.waiting(layer, settings.batch());
    if (waiting.isEmpty()) {
      passes.looked(layer, revision);
      return false;
    }
    return compute(layer, basis, waiting, false).size() < waiting.size();
  }

  /**
   * Computes the times of features and writes those that are others than before.
   *
   * @param placed whether features join the roads of this graph where they did when their times were computed last
   * @return the ids of features that could not be written, since somebody else was writing them
   */
  private Set<Long> compute(Layer layer, Basis basis, List<Feature> features, boolean placed) {
    String graph = basis.graph().version();
    List<TimeRows.Change> changes = new ArrayList<>();
    for (Profile profile : Basis.PROFILES) {
      Ways ways = basis.ways(profile);
      for (Feature feature : features) {
        Feature.Kept kept = feature.kept().get(profile);
        boolean same = kept != null && kept.graph().equals(graph);
        Times times = !same || !placed ? ways.from(feature.longitude(), feature.latitude())
            : kept.times().place() == null ? Times.OFF_THE_ROADS : ways.from(kept.times().place(), kept.times().snapMetres());
        if (!same || !times.equals(kept.times())) {
          changes.add(new TimeRows.Change(feature, profile, times));
        }
      }
    }
    if (changes.isEmpty()) {
      return Set.of();
    }
    Set<Long> written = rows.write(layer, graph, changes);
    return changes.stream().map(change -> change.feature().id()).filter(id -> !written.contains(id)).collect(Collectors.toSet());
  }
}
