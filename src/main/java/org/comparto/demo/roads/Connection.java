package org.comparto.demo.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** What hangs together in a network, and whether one also comes back from where one-way streets lead. */
final class Connection {

  private final Map<Coordinate, Integer> numbers = new HashMap<>();
  private final int[] parent;
  private final int largest;

  Connection(List<Piece> pieces) {
    pieces.forEach(piece -> piece.points().forEach(point -> numbers.putIfAbsent(point, numbers.size())));
    parent = new int[numbers.size()];
    Arrays.setAll(parent, i -> i);
    int[] size = new int[parent.length];
    Arrays.fill(size, 1);
    for (Piece piece : pieces) {
      for (Coordinate point : piece.points()) {
        int a = root(numbers.get(piece.start()));
        int b = root(numbers.get(point));
        if (a != b) {
          parent[b] = a;
          size[a] += size[b];
        }
      }
    }
    int best = 0;
    for (int i = 0; i < size.length; i++) {
      best = parent[i] == i && size[i] > size[root(best)] ? i : root(best);
    }
    largest = best;
  }

  boolean inLargestPart(Piece piece) {
    return root(numbers.get(piece.start())) == largest;
  }

  /** One-way pieces of ordinary streets whose two ends can not be reached from each other: opened, they can. */
  List<Piece> trapping(List<Piece> pieces) {
    int[] ahead = reached(pieces, false);
    int[] back = reached(pieces, true);
    List<Piece> trapping = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean together = piece.points().stream().map(numbers::get).allMatch(node -> ahead[node] > 0 && back[node] > 0);
      if (piece.oneway() && !together) {
        trapping.add(piece);
      }
    }
    return trapping;
  }

  private int root(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Marks what can be reached (or, backwards, from where one can reach) the start of the first two-way piece. */
  private int[] reached(List<Piece> pieces, boolean backwards) {
    List<List<Integer>> next = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      next.add(new ArrayList<>(3));
    }
    for (Piece piece : pieces) {
      for (int i = 1; i < piece.points().size(); i++) {
        int a = numbers.get(piece.points().get(i - 1));
        int b = numbers.get(piece.points().get(i));
        if (!piece.oneway() || !backwards) {
          next.get(a).add(b);
        }
        if (!piece.oneway() || backwards) {
          next.get(b).add(a);
        }
      }
    }
    int[] mark = new int[parent.length];
    List<Integer> open = new ArrayList<>();
    pieces.stream().filter(piece -> !piece.oneway()).findFirst().ifPresent(piece -> open.add(numbers.get(piece.start())));
    while (!open.isEmpty()) {
      int node = open.remove(open.size() - 1);
      if (mark[node] == 0) {
        mark[node] = 1;
        open.addAll(next.get(node));
      }
    }
    return mark;
  }
}
