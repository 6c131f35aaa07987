package org.comparto.orienteering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges routes by the definition of the problem alone: it reads the file itself, reckons in decimals, and knows nothing of how routes were found.
 *
 * @param rows by vertex, the fields as they stand in the file
 */
record ToptwRules(List<double[]> rows, double places) {

  /** Far below the last decimal that a length or a time may have. */
  private static final double NOTHING = 1e-6;

  /** @param places how many decimals of lengths are kept */
  static ToptwRules read(Path file, int places) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1).stream().filter(line -> !line.isBlank()).toList();
    for (String line : lines.subList(2, lines.size())) {
      rows.add(java.util.Arrays.stream(line.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray());
    }
    return new ToptwRules(rows, Math.pow(10, places));
  }

  /** The score of routes, of vertices without the depot. Throws if they break a rule. */
  double score(List<int[]> routes) {
    Set<Integer> seen = new HashSet<>();
    double score = 0;
    for (int[] route : routes) {
      double now = opens(0);
      int here = 0;
      for (int vertex : route) {
        if (vertex < 1 || vertex >= rows.size() || !seen.add(vertex)) {
          throw new IllegalStateException("vertex " + vertex + " is not there or visited twice");
        }
        now = Math.max(now + length(here, vertex), opens(vertex));
        if (now > closes(vertex) + NOTHING) {
          throw new IllegalStateException("vertex " + vertex + " closes at " + closes(vertex) + " and is served at " + now);
        }
        now += rows.get(vertex)[3];
        score += rows.get(vertex)[4];
        here = vertex;
      }
      if (now + length(here, 0) > closes(0) + NOTHING) {
        throw new IllegalStateException("a route is back at " + (now + length(here, 0)) + ", the depot closes at " + closes(0));
      }
    }
    return score;
  }

  private double opens(int vertex) {
    return rows.get(vertex)[rows.get(vertex).length - 2];
  }

  private double closes(int vertex) {
    return rows.get(vertex)[rows.get(vertex).length - 1];
  }

  private double length(int from, int to) {
    double[] a = rows.get(from);
    double[] b = rows.get(to);
    return Math.floor(Math.sqrt((a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2])) * places + NOTHING) / places;
  }
}
