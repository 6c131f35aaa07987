package org.comparto.potential;

import java.text.NumberFormat;
import java.util.Locale;
import org.comparto.layer.Localized;

/**
 * A figure that a result rests on, as it is shown to whoever reads the result.
 *
 * @param source where it is from, in the reader's language; "to be confirmed" where nothing official was read
 */
public record Parameter(String name, double value, String unit, String source) {

  /** Where a figure is from that whoever asks has given. */
  public static final Localized CHOSEN = new Localized("Scelto da chi chiede", "Chosen by the caller");

  /** The same figure as the caller wants it. */
  public Parameter chosen(double other, String language) {
    return other == value ? this : new Parameter(name, other, unit, CHOSEN.in(language) + new Localized("; il valore iniziale è ", "; the default is ").in(language)
        + NumberFormat.getInstance(Locale.forLanguageTag(language)).format(value) + ": " + source);
  }
}
