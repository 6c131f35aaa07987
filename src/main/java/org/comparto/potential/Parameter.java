package org.comparto.potential;

/**
 * A figure that a result rests on, as it is shown to whoever reads the result.
 *
 * @param source where it is from, "to be confirmed" where nothing official was read
 */
public record Parameter(String name, double value, String unit, String source) {

  /** The same figure as the caller wants it. */
  public Parameter chosen(double other) {
    return other == value ? this : new Parameter(name, other, unit, "Chosen by the caller; the default is " + value + ": " + source);
  }
}
