package org.comparto.path;

import java.util.Arrays;

/**
 * Costs between every junction and a few far ones, as no vehicle ever beats them: by the triangle inequality they bound what is still to
 * go, so that a search for one way looks mostly towards its end (ALT: A*, landmarks, triangle inequality; Goldberg and Harrelson 2005).
 * Immutable.
 */
public final class Landmarks {

  private final int count;
  /** By junction and landmark, what it costs to come from the landmark and to go to it; {@link Travel#NEVER} if one can not. */
  private final int[] costs;

  private Landmarks(int count, int nodes) {
    this.count = count;
    costs = new int[2 * nodes * count];
  }

  int count() {
    return count;
  }

  int from(int landmark, int node) {
    return costs[2 * (node * count + landmark)];
  }

  int to(int landmark, int node) {
    return costs[2 * (node * count + landmark) + 1];
  }

  /**
   * Each landmark is the junction farthest from those before it.
   *
   * @param ideal costs that no travel to be searched is below: no restrictions, everything open that may ever be; turns do not matter
   */
  public static Landmarks of(Travel ideal, int count) {
    int nodes = ideal.network().nodes();
    Landmarks landmarks = new Landmarks(count, nodes);
    int[] nearest = new int[nodes];
    Arrays.fill(nearest, Travel.NEVER);
    int next = farthest(costs(ideal, middle(ideal), true));
    for (int i = 0; i < count; i++) {
      int[] from = costs(ideal, next, true);
      int[] to = costs(ideal, next, false);
      for (int node = 0; node < nodes; node++) {
        landmarks.costs[2 * (node * count + i)] = from[node];
        landmarks.costs[2 * (node * count + i) + 1] = to[node];
        nearest[node] = Math.min(nearest[node], from[node]);
      }
      next = farthest(nearest);
    }
    return landmarks;
  }

  /** A junction from which one comes almost everywhere: an island would see nothing of the rest. */
  private static int middle(Travel travel) {
    int nodes = travel.network().nodes();
    int best = 0;
    long most = -1;
    for (int attempt = 0; attempt < 8 && 2 * most < nodes; attempt++) {
      int node = (int) ((long) nodes * attempt / 8);
      long reached = Arrays.stream(costs(travel, node, true)).filter(cost -> cost != Travel.NEVER).count();
      if (reached > most) {
        most = reached;
        best = node;
      }
    }
    return best;
  }

  private static int farthest(int[] costs) {
    int farthest = 0;
    for (int node = 0; node < costs.length; node++) {
      if (costs[node] != Travel.NEVER && (costs[farthest] == Travel.NEVER || costs[node] > costs[farthest])) {
        farthest = node;
      }
    }
    return farthest;
  }

  /** By junction, the least cost from a junction or to it, where every turn is allowed. */
  private static int[] costs(Travel travel, int root, boolean ahead) {
    Network network = travel.network();
    int[] costs = new int[network.nodes()];
    Arrays.fill(costs, Travel.NEVER);
    costs[root] = 0;
    Queue queue = new Queue();
    queue.add(0, root);
    for (int key = queue.nextKey(); key >= 0; key = queue.nextKey()) {
      int node = queue.take();
      if (key == costs[node]) {
        for (int i = network.outBegin(node), end = network.outBegin(node + 1); i < end; i++) {
          int arc = network.out(i);
          int cost = travel.cost()[ahead ? arc : arc ^ 1];
          int head = network.head(arc);
          if (cost != Travel.NEVER && key + cost >= 0 && key + cost < costs[head]) {
            costs[head] = key + cost;
            queue.add(key + cost, head);
          }
        }
      }
    }
    return costs;
  }
}
