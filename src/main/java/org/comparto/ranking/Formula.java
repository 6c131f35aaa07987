package org.comparto.ranking;

/** How a score comes about, for people. */
final class Formula {

  private static final String IT = """
      Punteggio = Σ (peso × valore) / Σ pesi, da 0 a 1. Valore = (dato − peggiore) / (migliore − peggiore), limitato fra 0 e 1; con una \
      soglia vale 1 se il dato raggiunge il migliore, altrimenti 0. Dove non sono indicati, peggiore e migliore sono gli estremi dell'insieme \
      filtrato. Un dato non noto vale 0 ed è segnalato. Un criterio obbligatorio esclude i lotti che non raggiungono il peggiore indicato o il \
      cui dato non è noto. A parità di punteggio vale l'ordine degli identificativi.""";
  private static final String EN = """
      Score = Σ (weight × worth) / Σ weights, from 0 to 1. Worth = (value − worst) / (best − worst), kept between 0 and 1; with a threshold it \
      is 1 if the value reaches best, else 0. Where they are not stated, worst and best are the extremes of the filtered set. A value that is \
      not known counts 0 and is flagged. A required criterion leaves out plots that do not reach the stated worst, or whose value is not \
      known. Equal scores are ordered by id.""";

  private Formula() {}

  static String inWords(String language) {
    return language.equals("en") ? EN : IT;
  }
}
