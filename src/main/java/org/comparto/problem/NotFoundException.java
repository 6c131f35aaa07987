package org.comparto.problem;

/** What the caller named does not exist, or the caller may not know that it does; answered with 404 naming the parameter. */
public class NotFoundException extends RuntimeException {

  private final String parameter;

  public NotFoundException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
