package org.comparto.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem documents whose type is a stable word, so that a program needs not read the sentence. */
public final class Problems {

  private Problems() {}

  /** @param parameter what the caller has to change; null where it is not one parameter */
  public static ProblemDetail of(HttpStatus status, String type, String detail, @Nullable String parameter) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:comparto:problem:" + type));
    problem.setTitle(status.getReasonPhrase());
    if (parameter != null) {
      problem.setProperty("parameter", parameter);
    }
    return problem;
  }
}
