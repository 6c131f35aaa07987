package org.comparto.orienteering;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code ./comparto bench toptw FILE… --routes M --seconds S --seed N [--json]}: plans tours on instances of the field; see {@link ToptwFile}. */
public final class ToptwBench {

  /** Something that the caller can mend. */
  private static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }

  private final List<Path> files = new ArrayList<>();
  private int routes = 1;
  private Duration most = Duration.ofSeconds(10);
  private long seed = 1;
  private long iterations = Long.MAX_VALUE;
  private int decimals = -1;
  private boolean json;

  private ToptwBench(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--routes" -> routes = (int) number(arguments, ++i, 1, 1_000);
        case "--seconds" -> most = seconds(arguments, ++i);
        case "--seed" -> seed = number(arguments, ++i, Long.MIN_VALUE, Long.MAX_VALUE);
        case "--iterations" -> iterations = number(arguments, ++i, 0, Long.MAX_VALUE);
        case "--decimals" -> decimals = (int) number(arguments, ++i, 0, 6);
        default -> {
          if (arguments[i].startsWith("--")) {
            throw new Refused("bench toptw does not know the option " + arguments[i] + "; it knows --routes M, --seconds S, --seed N, --iterations N, --decimals N and --json");
          }
          files.add(Path.of(arguments[i]));
        }
      }
    }
    if (files.isEmpty()) {
      throw new Refused("bench toptw needs at least one FILE of an instance");
    }
  }

  private static long number(String[] arguments, int i, long least, long most) {
    try {
      long number = Long.parseLong(i < arguments.length ? arguments[i] : "");
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refused(arguments[i - 1] + " needs a whole number of at least " + least);
  }

  private static Duration seconds(String[] arguments, int i) {
    try {
      double seconds = Double.parseDouble(i < arguments.length ? arguments[i] : "");
      if (seconds > 0 && seconds < 1e6) {
        return Duration.ofNanos((long) (seconds * 1e9));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refused("--seconds needs a number above 0");
  }

  public static void main(String[] arguments) {
    try {
      new ToptwBench(arguments).run();
    } catch (Refused | ToptwFile.Malformed | IOException e) {
      System.err.println("comparto: " + e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException {
    if (!json) {
      System.out.printf("%-14s %9s %8s %9s %11s %10s  %s%n", "instance", "score", "visited", "seconds", "iterations", "ended", "routes");
    }
    for (Path path : files) {
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw new Refused("there is no readable file " + path);
      }
      ToptwFile file = decimals < 0 ? ToptwFile.read(path) : ToptwFile.read(path, decimals);
      if (decimals < 0 && ToptwFile.decimalsOf(file.name()) < 0) {
        System.err.println("comparto: the name " + file.name() + " says neither Solomon (c*, r*, rc*, 50_*) nor Cordeau (pr*): lengths are cut off after one decimal; --decimals 2 for two");
      }
      Problem problem = file.problem(routes);
      long begin = System.nanoTime();
      Outcome outcome = Solver.solve(problem, new Search(seed, iterations, most, null), plan -> { }, () -> false);
      print(file, outcome, (System.nanoTime() - begin) / 1e9);
    }
  }

  private void print(ToptwFile file, Outcome outcome, double seconds) {
    Plan plan = outcome.plan();
    String score = file.scoreUnit().multiply(BigDecimal.valueOf(plan.score())).toPlainString();
    String orders = plan.routes().stream()
        .map(route -> IntStream.of(route).mapToObj(stop -> String.valueOf(stop + 1)).collect(Collectors.joining(json ? "," : " ", json ? "[" : "", json ? "]" : "")))
        .collect(Collectors.joining(json ? "," : " | "));
    if (json) {
      String name = file.name().replace("\\", "\\\\").replace("\"", "\\\"");
      System.out.printf(Locale.ROOT, "{\"instance\":\"%s\",\"routes\":[%s],\"score\":%s,\"seconds\":%.3f}%n", name, orders, score, seconds);
    } else {
      int visited = plan.routes().stream().mapToInt(route -> route.length).sum();
      System.out.printf(Locale.ROOT, "%-14s %9s %8d %9.2f %11d %10s  %s%n", file.name(), score, visited, seconds, outcome.iterations(),
          outcome.endedBy().name().toLowerCase(Locale.ROOT), orders);
    }
  }
}
