package org.comparto.ranking;

/** How a brief is held against plots, for people. */
final class BriefWords {

  private static final String IT = """
      Si considerano i lotti disponibili. Corrispondono quelli che rispettano ogni requisito; da verificare quelli che non ne mancano nessuno ma \
      di cui qualche dato non è noto; quasi adatti quelli che ne mancano uno solo, con lo scarto. Punteggio = media sui requisiti: 1 se \
      rispettato, la parte presente se manca, 0 se il dato non è noto. Le aree sono ordinate con la vocazione auspicata per prima. I tempi in \
      camion sono su strada; dove non sono calcolati non sono noti. Le divisioni ATECO sono quelle del 2025.""";
  private static final String EN = """
      Plots that are available are looked at. Matches meet every requirement; to be verified are those that fail none but of which something is \
      not known; near misses fail exactly one, and by how much. Score = mean over the requirements: 1 where met, the share that is there where \
      it fails, 0 where the value is not known. Zones that look for the production chain come first. Truck times are by road; where they \
      are not computed they are not known. ATECO divisions are those of 2025.""";

  private BriefWords() {}

  static String in(String language) {
    return language.equals("en") ? EN : IT;
  }
}
