package org.comparto.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Company names out of a fairy tale, so that nobody takes them for a real firm; each is given once. */
final class CompanyNames {

  private static final List<String> HE = List.of(
      "Drago", "Gatto", "Riccio", "Grillo", "Bosco", "Vento", "Castello", "Cavaliere", "Mago", "Folletto",
      "Tasso", "Fungo", "Tamburo", "Camaleonte", "Pinguino", "Cappello", "Ombrello", "Sentiero", "Orologio", "Struzzo");
  private static final List<String> HE_IS = List.of(
      "Turchino", "Gentile", "Volante", "Distratto", "Parlante", "Quadrato", "Sonnolento", "Canterino",
      "Curioso", "Incantato", "Capovolto", "Sorridente", "Invisibile", "Vagabondo", "Stellato", "Pensieroso");
  private static final List<String> SHE = List.of(
      "Luna", "Nuvola", "Lanterna", "Volpe", "Lumaca", "Fata", "Giostra", "Balena", "Cometa", "Bussola",
      "Teiera", "Renna", "Zattera", "Conchiglia", "Marmotta", "Trottola", "Foca", "Mongolfiera", "Ghianda", "Sirena");
  private static final List<String> SHE_IS = List.of(
      "Turchina", "Gentile", "Volante", "Distratta", "Parlante", "Quadrata", "Sonnolenta", "Canterina",
      "Curiosa", "Incantata", "Capovolta", "Sorridente", "Invisibile", "Vagabonda", "Stellata", "Pensierosa");

  private final Set<String> given = new HashSet<>();

  String next(Chain chain, Draw draw) {
    String creature = draw.chance(0.5) ? draw.pick(HE) + " " + draw.pick(HE_IS) : draw.pick(SHE) + " " + draw.pick(SHE_IS);
    String name = draw.pick(chain.heads()) + " " + creature;
    String unique = name;
    for (int i = 2; !given.add(unique); i++) {
      unique = name + " " + i;
    }
    return unique;
  }
}
