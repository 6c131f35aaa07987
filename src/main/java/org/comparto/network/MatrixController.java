package org.comparto.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.path.Matrix;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.problem.Gate;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/roads/matrix}: times and lengths from many points to many. */
@RestController
class MatrixController {

  /**
   * What is asked.
   *
   * @param sources points as [lon, lat], or in the other questions' way as "lon,lat"
   */
  record Question(@Nullable String profile, @Nullable List<JsonNode> sources, @Nullable List<JsonNode> targets, @Nullable Double height,
      @Nullable Double width, @Nullable Double length, @Nullable Double mass, @Nullable Double axleLoad, @Nullable String at) {}

  private static final int MOST_POINTS = 5_000;
  private static final int MOST_PAIRS = 250_000;
  private static final Duration MOST_TIME = Duration.ofSeconds(30);

  private final Roads roads;
  /** A matrix keeps both cores of a small machine busy. */
  private final Gate gate = new Gate(2, Duration.ZERO, "Others are asking for as much at this moment; ask again in a few seconds.");

  MatrixController(Roads roads) {
    this.roads = roads;
  }

  @PostMapping("/api/roads/matrix")
  Map<String, Object> matrix(@RequestBody Question question) {
    List<LonLat> sources = points("sources", question.sources());
    List<LonLat> targets = points("targets", question.targets());
    if ((long) sources.size() * targets.size() > MOST_PAIRS) {
      throw new InvalidInputException("targets", "%d sources by %d targets are too many: a matrix may have %d pairs".formatted(sources.size(),
          targets.size(), MOST_PAIRS));
    }
    RoadQuestion asked = RoadQuestion.of(roads, question.profile(),
        new Vehicle(question.height(), question.width(), question.length(), question.mass(), question.axleLoad()), question.at());
    return gate.pass(() -> answer(asked, sources, targets));
  }

  private static Map<String, Object> answer(RoadQuestion asked, List<LonLat> sources, List<LonLat> targets) {
    long end = System.nanoTime() + MOST_TIME.toNanos();
    Matrix matrix = Matrix.of(asked.travel(), places(asked, sources), places(asked, targets), () -> {
      if (System.nanoTime() - end > 0) {
        throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "timeout", "The matrix took too long; ask for fewer points.", null, null);
      }
    });
    List<List<@Nullable Double>> seconds = new ArrayList<>();
    List<List<@Nullable Double>> metres = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      List<@Nullable Double> secondsOf = new ArrayList<>();
      List<@Nullable Double> metresOf = new ArrayList<>();
      for (int j = 0; j < targets.size(); j++) {
        boolean reached = matrix.millis()[i][j] != Travel.NEVER;
        secondsOf.add(reached ? Figures.seconds(matrix.millis()[i][j]) : null);
        metresOf.add(reached ? Figures.metres(matrix.metres()[i][j]) : null);
      }
      seconds.add(secondsOf);
      metres.add(metresOf);
    }
    Map<String, Object> answer = asked.answer();
    answer.put("seconds", seconds);
    answer.put("metres", metres);
    return answer;
  }

  private static List<@Nullable Place> places(RoadQuestion asked, List<LonLat> points) {
    List<@Nullable Place> places = new ArrayList<>();
    for (LonLat point : points) {
      Snapped snapped = asked.snap(point);
      places.add(snapped == null ? null : snapped.place());
    }
    return places;
  }

  private static List<LonLat> points(String name, @Nullable List<JsonNode> given) {
    if (given == null || given.isEmpty() || given.size() > MOST_POINTS) {
      throw new InvalidInputException(name, name + " must be a list of 1 to " + MOST_POINTS + " points [lon, lat]");
    }
    return given.stream().map(point -> point(name, point)).toList();
  }

  private static LonLat point(String name, JsonNode point) {
    if (point.isString()) {
      return LonLat.of(name, point.stringValue());
    }
    if (point.isArray() && point.size() == 2 && point.get(0).isNumber() && point.get(1).isNumber()) {
      return LonLat.of(name, point.get(0).doubleValue(), point.get(1).doubleValue());
    }
    throw new InvalidInputException(name, name + " must be points [lon, lat]");
  }
}
