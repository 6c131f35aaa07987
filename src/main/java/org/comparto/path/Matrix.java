package org.comparto.path;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The quickest ways from many places to many.
 *
 * @param millis by source and target, {@link Travel#NEVER} if there is no way
 * @param metres by source and target, NaN if there is no way
 */
public record Matrix(int[][] millis, float[][] metres) {

  /** Behind every list, with room to count on. */
  private static final int ENDED = Integer.MAX_VALUE / 2;

  /** @param sources and targets, null where a place is not known: nothing is reached there */
  public static Matrix of(Travel travel, List<? extends @Nullable Place> sources, List<? extends @Nullable Place> targets) {
    return of(travel, sources, targets, () -> { });
  }

  /**
   * One tree for each place of the smaller side, on at most two threads.
   *
   * @param check is called before every tree, also by another thread; what it throws ends the work and is thrown here
   */
  public static Matrix of(
      Travel travel, List<? extends @Nullable Place> sources, List<? extends @Nullable Place> targets, Runnable check) {
    Matrix matrix = new Matrix(new int[sources.size()][targets.size()], new float[sources.size()][targets.size()]);
    boolean ahead = sources.size() <= targets.size();
    AtomicInteger next = new AtomicInteger();
    Runnable worker = () -> {
      try {
        for (int i = next.getAndIncrement(); i < (ahead ? sources : targets).size(); i = next.getAndIncrement()) {
          check.run();
          matrix.fill(travel, i, ahead, ahead ? sources.get(i) : targets.get(i), ahead ? targets : sources);
        }
      } finally {
        next.set(ENDED); // whoever ends, at the end of the list or by the check, leaves nothing to the other
      }
    };
    CompletableFuture<Void> other = CompletableFuture.runAsync(worker);
    try {
      worker.run();
    } finally {
      other.exceptionally(failure -> null).join();
    }
    if (other.isCompletedExceptionally()) {
      rethrow(other);
    }
    return matrix;
  }

  private void fill(Travel travel, int i, boolean ahead, @Nullable Place root, List<? extends @Nullable Place> others) {
    Tree tree = root == null ? null
        : ahead ? Tree.from(travel, List.of(root), Travel.NEVER) : Tree.to(travel, List.of(root), Travel.NEVER);
    for (int j = 0; j < others.size(); j++) {
      Place other = others.get(j);
      Reach reach = tree == null || other == null ? null : tree.at(other);
      millis[ahead ? i : j][ahead ? j : i] = reach == null ? Travel.NEVER : reach.millis();
      metres[ahead ? i : j][ahead ? j : i] = reach == null ? Float.NaN : reach.metres();
    }
  }

  private static void rethrow(CompletableFuture<Void> failed) {
    try {
      failed.join();
    } catch (java.util.concurrent.CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
