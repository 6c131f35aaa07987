package org.comparto.network;

import java.util.Map;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The answer where the road network does not reach: 422 with the type {@code no-road-data}. Never a straight line instead. */
public final class NoRoadData {

  private NoRoadData() {}

  /** No network is loaded at all. */
  public static RefusedException atAll() {
    return of("There is no road data yet: an extract is loaded with ./comparto load roads --file FILE.", null);
  }

  /** @param parameter the point that lies off the roads */
  public static RefusedException at(String parameter, double metres) {
    return of(("No road data at %s: no road that can be used lies within %.0f m. Choose a point nearer to a road, "
        + "or load an extract that reaches there.").formatted(parameter, metres), parameter);
  }

  private static RefusedException of(String message, @Nullable String parameter) {
    return RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-road-data", message, parameter, Map.of());
  }
}
