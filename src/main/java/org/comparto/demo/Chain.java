package org.comparto.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A production chain as companies show it: ATECO classes of both editions (four digits, where NACE Rev. 2 and 2.1 are public),
 * invented heads of company names and products.
 */
record Chain(List<String> ateco2025, List<String> ateco2007, List<String> heads, List<String> productsIt,
    List<String> productsEn) {

  private static final Map<String, Chain> BY_CODE = read();

  static Chain of(String code) {
    Chain chain = BY_CODE.get(code);
    if (chain == null) {
      throw new IllegalStateException("chains.yaml lacks production chain " + code);
    }
    return chain;
  }

  /** Two-digit divisions that plots of these chains admit, with a few general ones; sorted. */
  static List<String> divisions(List<String> chains, Draw draw) {
    TreeSet<String> divisions = new TreeSet<>();
    chains.forEach(code -> of(code).ateco2025.forEach(ateco -> divisions.add(ateco.substring(0, 2))));
    divisions.addAll(draw.some(List.of("22", "25", "28", "33", "46", "52", "62", "71"), 4));
    return List.copyOf(divisions);
  }

  private static Map<String, Chain> read() {
    Map<String, Chain> chains = new TreeMap<>();
    for (Seed seed : SeedFile.features("chains.yaml")) {
      chains.put(seed.code(), new Chain(seed.texts("ateco_2025"), seed.texts("ateco_2007"), seed.texts("heads"),
          seed.texts("products_it"), seed.texts("products_en")));
    }
    return chains;
  }
}
