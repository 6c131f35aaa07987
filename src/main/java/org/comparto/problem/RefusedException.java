package org.comparto.problem;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What was asked is understood and refused for a reason of its own; answered with the status, the stable type and the cure. */
public class RefusedException extends RuntimeException {

  private final HttpStatus status;
  private final String type;
  private final @Nullable String parameter;
  private final @Nullable Duration retryAfter;
  private final Map<String, Object> members;

  /**
   * @param type the last part of the problem's type, for instance {@code username-taken}
   * @param parameter what the caller has to change; null where it is not one parameter
   * @param retryAfter when it is worth to ask again; null if time changes nothing
   */
  public RefusedException(HttpStatus status, String type, String message, @Nullable String parameter, @Nullable Duration retryAfter) {
    this(status, type, message, parameter, retryAfter, Map.of());
  }

  private RefusedException(HttpStatus status, String type, String message, @Nullable String parameter, @Nullable Duration retryAfter,
      Map<String, Object> members) {
    super(message);
    this.members = Map.copyOf(members);
    this.status = status;
    this.type = type;
    this.parameter = parameter;
    this.retryAfter = retryAfter;
  }

  /** The state of things forbids it, 409. */
  public static RefusedException conflict(String type, String message, @Nullable String parameter) {
    return new RefusedException(HttpStatus.CONFLICT, type, message, parameter, null);
  }

  /** @param members what a program wants to know besides, by name: further members of the problem document */
  public static RefusedException conflict(String type, String message, @Nullable String parameter, Map<String, Object> members) {
    return new RefusedException(HttpStatus.CONFLICT, type, message, parameter, null, members);
  }

  /** @param members what a program wants to know besides, by name: further members of the problem document */
  public static RefusedException of(HttpStatus status, String type, String message, @Nullable String parameter, Map<String, Object> members) {
    return new RefusedException(status, type, message, parameter, null, members);
  }

  Map<String, Object> members() {
    return members;
  }

  HttpStatus status() {
    return status;
  }

  String type() {
    return type;
  }

  @Nullable String parameter() {
    return parameter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
