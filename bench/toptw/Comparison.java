package org.comparto.orienteering;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Holds our search against the plain one, jsprit and Timefold on the same instances with the same time, and against what is best possible where that is known; see compare.sh. Time is that of the processor
 * on the searching thread, so that figures mean the same on a machine that does other things too.
 */
public final class Comparison {

  private record Row(String instance, int routes, long known, long ours, long plain, long jsprit, long timefold) {

    double gap() {
      return known == 0 ? Double.NaN : 100.0 * (known - ours) / known;
    }

    boolean worse() {
      return ours < Math.max(plain, Math.max(jsprit, timefold));
    }
  }

  private final double seconds;
  private final long seed;
  private final Map<String, Long> optima = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private Comparison(double seconds, long seed) {
    this.seconds = seconds;
    this.seed = seed;
  }

  /** @param arguments seconds, seed, numbers of routes separated by commas, how many planted instances for each, then files; a file of optima ends with .csv */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Comparison comparison = new Comparison(Double.parseDouble(arguments[0]), Long.parseLong(arguments[1]));
    List<Path> files = new ArrayList<>();
    for (int i = 4; i < arguments.length; i++) {
      if (arguments[i].endsWith(".csv")) {
        comparison.readOptima(Path.of(arguments[i]));
      } else {
        files.add(Path.of(arguments[i]));
      }
    }
    System.out.printf("%-28s %6s %9s %9s %9s %9s %9s %8s%n", "instance", "routes", "optimum", "ours", "plain", "jsprit", "timefold", "gap");
    for (String routes : arguments[2].split(",")) {
      for (Path file : files) {
        comparison.compare(file, Integer.parseInt(routes));
      }
      for (int planted = 1; planted <= Integer.parseInt(arguments[3]); planted++) {
        comparison.comparePlanted(planted, Integer.parseInt(routes));
      }
    }
    comparison.sum();
  }

  private void readOptima(Path file) throws IOException {
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] fields = line.split(",");
      optima.put(fields[0], Long.parseLong(fields[1]));
    }
  }

  private void compare(Path path, int routes) throws IOException, InterruptedException {
    ToptwFile file = ToptwFile.read(path);
    compare(file, ToptwRules.read(path, file.decimals()), routes, routes == 1 ? optima.getOrDefault(file.name(), 0L) : 0);
  }

  private void comparePlanted(int number, int routes) throws IOException, InterruptedException {
    double[] widths = {0.05, 0.2, 0.5, 1};
    int[] choices = {1, 3, 10};
    PlantedInstance planted = new PlantedInstance(number, routes, 60 + 20 * (number % 4), widths[number % widths.length], choices[number % choices.length]);
    Path written = Files.createTempFile("planted", ".txt");
    try {
      Files.write(written, planted.file().lines());
      compare(planted.file(), ToptwRules.read(written, 1), routes, planted.optimum());
    } finally {
      Files.delete(written);
    }
  }

  private void compare(ToptwFile file, ToptwRules rules, int routes, long known) throws InterruptedException {
    Problem problem = file.problem(routes);
    Search search = new Search(seed, Long.MAX_VALUE, Duration.ofDays(1), null);
    long ours = judged(rules, Solver.solve(problem, search, plan -> { }, timeIsOver()).plan().routes());
    long plain = judged(rules, new PlainSearch(problem, seed).solve(timeIsOver()).routes());
    long jsprit = judged(rules, JspritSearch.solve(problem, seed, timeIsOver()));
    long timefold = judged(rules, TimefoldSearch.solve(problem, seed, this::timeIsOver));
    Row row = new Row(file.name(), routes, known, ours, plain, jsprit, timefold);
    rows.add(row);
    System.out.printf(Locale.ROOT, "%-28s %6d %9s %9d %9d %9d %9d %8s%s%n", row.instance, routes, known == 0 ? "" : known, ours, plain, jsprit, timefold,
        known == 0 ? "" : String.format(Locale.ROOT, "%.2f %%", row.gap()), row.worse() ? "  worse" : "");
  }

  private static long judged(ToptwRules rules, List<int[]> routes) {
    return Math.round(rules.score(routes.stream().map(route -> java.util.Arrays.stream(route).map(stop -> stop + 1).toArray()).toList()));
  }

  private BooleanSupplier timeIsOver() {
    return timeIsOver(Thread.currentThread());
  }

  private BooleanSupplier timeIsOver(Thread searching) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = Math.max(0, threads.getThreadCpuTime(searching.getId())) + (long) (seconds * 1e9);
    return () -> threads.getThreadCpuTime(searching.getId()) > end;
  }

  private void sum() {
    for (int routes : rows.stream().mapToInt(Row::routes).distinct().toArray()) {
      List<Row> these = rows.stream().filter(row -> row.routes == routes).toList();
      List<Row> known = these.stream().filter(row -> row.known > 0).toList();
      System.out.printf(Locale.ROOT, "%d routes, %d instances: score in all %d, plain %d, jsprit %d, Timefold %d; worse than the best of the others on %d%n", routes, these.size(),
          these.stream().mapToLong(Row::ours).sum(), these.stream().mapToLong(Row::plain).sum(), these.stream().mapToLong(Row::jsprit).sum(),
          these.stream().mapToLong(Row::timefold).sum(),
          these.stream().filter(Row::worse).count());
      if (!known.isEmpty()) {
        System.out.printf(Locale.ROOT, "   of %d optima known: gap %.3f %% in the mean, %.2f %% at most%n", known.size(),
            known.stream().mapToDouble(Row::gap).average().orElseThrow(), known.stream().mapToDouble(Row::gap).max().orElseThrow());
      }
    }
  }
}
