package org.comparto.orienteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the field's instances, and planning them: those made with a known optimum always, the public ones where they lie beside the project. */
class ToptwTest {

  /** Optima of one route were proven by others; each file names its own. */
  private static final Path PUBLIC = Path.of("../shared/data/optim/toptw");

  /** A depot and four customers in a row, 3 and 4 across: lengths 5, 10, 15 and, with decimals, the root of 2. */
  private static final String SMALL = """
      4 1 4 1
      0 0
       0 0.00 0.00 0 0 0 0 0 40
       1 3 4 5 7 1 1 1 0 20\s\s
       2 6 8 5.5 4 1 0 0 30

       3 9 12 0 9 1 2 4 5 0 15
       4 1 1 0 2 0 30
      """;

  @TempDir
  private Path folder;

  @Test
  void readsRowsWithListsOfAnyLengthAndCutsLengthsOff() throws IOException {
    Problem problem = ToptwFile.read(write("c900.txt", SMALL.replace("\n", "\r\n"))).problem(2);

    assertThat(problem.routes()).hasSize(2).allMatch(route -> route.earliest() == 0 && route.latest() == 400);
    assertThat(problem.stops()).extracting(Stop::score).containsExactly(7, 4, 9, 2);
    assertThat(problem.stops().get(1).service()).containsExactly(55, 55);
    assertThat(problem.stops().get(2).windows().get(1)).containsExactly(new Window(0, 150));
    assertThat(problem.travel().get(0)[0]).containsExactly(0, 50, 100, 150, 14);
  }

  @ParameterizedTest
  @CsvSource({"c101, 1", "rc207, 1", "R201, 1", "50_rc104, 1", "pr05, 2", "PR17, 2", "my-pr05-copy, 2", "toscana, -1", "abc101, -1"})
  void keepsDecimalsByTheFamilyOfTheName(String name, int decimals) {
    assertThat(ToptwFile.decimalsOf(name)).isEqualTo(decimals);
  }

  @Test
  void keepsTwoDecimalsOfCordeausLengths() throws IOException {
    assertThat(ToptwFile.read(write("pr99.txt", SMALL)).problem(1).travel().get(0)[0][4]).isEqualTo(141);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "4 1 4 1 | 4 1 many 1 | :1: N, the number of customers, is many",
      "1 3 4 5 7 1 1 1 0 20 | 1 3 4 5 x 1 1 1 0 20 | :4: field 5 is no number: x",
      "1 3 4 5 7 1 1 1 0 20 | 1 3 4 5 7 1 3 1 0 20 | :4: a is 3",
      "1 3 4 5 7 1 1 1 0 20 | 1 3 4 | :4: a row has at least",
      "2 6 8 5.5 | 7 6 8 5.5 | :5: expected vertex 2, found 7",
      "4 1 4 1 | 4 1 5 1 | :8: the file ends after 5 rows",
      "4 1 4 1 | 4 1 3 1 | :8: one more row",
      "0 0 30 | 0 31 30 | :5: O 31 is after C 30"})
  void namesFileAndLineOfWhatIsWrong(String what, String instead, String message) throws IOException {
    Path file = write("c901.txt", SMALL.replace(what, instead));

    assertThatThrownBy(() -> ToptwFile.read(file)).isInstanceOf(ToptwFile.Malformed.class).hasMessageContaining("c901.txt" + message);
  }

  /** The third closes at 15: only the fourth can come before it, at no tenth to spare (1.4 and 13.6), and the first has closed when one comes back. */
  @Test
  void plansASmallInstance() throws IOException {
    Path file = write("c902.txt", SMALL);
    Plan plan = solve(ToptwFile.read(file).problem(1), 100);

    assertThat(plan.routes().get(0)).containsExactly(3, 2, 1);
    assertThat(judge(file, plan)).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"1, 40, 0.05, 10", "1, 30, 1, 1", "2, 60, 0.2, 3", "3, 60, 0.5, 2", "4, 80, 0.1, 5"})
  void findsWhatWasPlanted(int routes, int stops, double width, int choice) throws IOException {
    PlantedInstance planted = new PlantedInstance(routes + stops, routes, stops, width, choice);
    Path file = write("c903.txt", String.join("\n", planted.file().lines()));
    Plan plan = solve(ToptwFile.read(file).problem(routes), 4_000);

    assertThat((double) judge(file, plan)).isEqualTo(plan.score()).isGreaterThanOrEqualTo(0.99 * planted.optimum());
  }

  @Test
  void staysNearTheProvenOptimaOfPublicInstances() throws IOException {
    List<String[]> optima = Files.isDirectory(PUBLIC) ? Files.readAllLines(PUBLIC.resolve("optw_m1_optima.csv")).stream().skip(1).map(line -> line.split(",")).toList() : List.of();
    double gaps = 0;
    for (String[] fields : optima) {
      Path file = PUBLIC.resolve(fields[0] + ".txt");
      int optimum = Integer.parseInt(fields[1]);
      long score = judge(file, solve(ToptwFile.read(file).problem(1), 4_000));
      assertThat(score).as(fields[0]).isBetween((long) (0.92 * optimum), (long) optimum);
      gaps += 1 - (double) score / optimum;
    }
    assertThat(gaps).isLessThanOrEqualTo(0.01 * optima.size());
  }

  /** The paths that were proven best break no rule as we read it, and bring what they should. */
  @Test
  void readsTheRulesAsThoseWhoProvedTheOptima() throws IOException {
    for (String line : Files.isDirectory(PUBLIC) ? Files.readAllLines(PUBLIC.resolve("optw_m1_optima.csv")).stream().skip(1).toList() : List.<String>of()) {
      String[] fields = line.split(",");
      Path file = PUBLIC.resolve(fields[0] + ".txt");
      int[] path = Arrays.stream(fields[3].split(" ")).mapToInt(vertex -> Integer.parseInt(vertex) - 1).toArray();
      Problem problem = ToptwFile.read(file).problem(1);

      assertThat(Schedule.of(problem, 0, path).fits()).as(fields[0]).isTrue();
      assertThat(Plan.of(problem, List.of(path)).score()).as(fields[0]).isEqualTo(Long.parseLong(fields[1]));
      assertThat(judge(file, Plan.of(problem, List.of(path)))).as(fields[0]).isEqualTo(Long.parseLong(fields[1]));
    }
  }

  private static Plan solve(Problem problem, long iterations) {
    return Solver.solve(problem, new Search(1, iterations, Duration.ofMinutes(10), null), plan -> { }, () -> false).plan();
  }

  private static long judge(Path file, Plan plan) throws IOException {
    String name = file.getFileName().toString();
    List<int[]> vertices = plan.routes().stream().map(route -> IntStream.of(route).map(stop -> stop + 1).toArray()).toList();
    return Math.round(ToptwRules.read(file, name.startsWith("pr") ? 2 : 1).score(vertices));
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
