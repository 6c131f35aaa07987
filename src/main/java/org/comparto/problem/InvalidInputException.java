package org.comparto.problem;

/** The caller gave a parameter that can not be used; answered with 400 naming the parameter and the cure. */
public class InvalidInputException extends RuntimeException {

  private final String parameter;

  public InvalidInputException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
