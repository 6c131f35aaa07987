package org.comparto.eligible;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Except;
import org.comparto.ruleset.Rule;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Source;

/**
 * What the results of one technology in one territory depend on, whatever the date.
 *
 * @param basis a digest of the rule sets and of which of their layers are there at all: results of another basis are results no more
 * @param reach how far a feature of a layer can matter, in metres, by layer
 */
record Need(String territory, String technology, String basis, SortedMap<String, Double> reach) {

  /** Moves when the same inputs are answered differently than before. */
  private static final int EDITION = 2;

  /** @param inForce rule sets by the span of time in which nothing changes about them; @param available whether a layer is there in the territory */
  static Need of(String territory, String technology, Map<Span, List<Ruleset>> inForce, Predicate<String> available) {
    SortedMap<String, Double> reach = new TreeMap<>();
    List<String> facts = new ArrayList<>(List.of("edition " + EDITION, territory, technology));
    inForce.forEach((span, sets) -> {
      Map<String, Rule> rules = new LinkedHashMap<>();
      sets.forEach(set -> set.rules().forEach(rule -> rules.put(set.nameOf(rule), rule)));
      Set<String> wanted = new TreeSet<>();
      rules.forEach((name, rule) -> {
        if (rule.technologies().contains(technology)) {
          wanted.add(name);
          wanted.addAll(rule.allowIfAny());
        }
      });
      wanted.stream().filter(rules::containsKey).forEach(name -> add(rules.get(name), reach));
      facts.add(span.from() + " " + sets.stream().filter(set -> set.rules().stream().anyMatch(rule -> wanted.contains(set.nameOf(rule))))
          .map(set -> set.id() + "@" + set.version() + " " + set.status()).sorted().collect(Collectors.joining(", ")));
    });
    reach.keySet().forEach(layer -> facts.add(layer + " " + available.test(layer)));
    return new Need(territory, technology, digest(String.join("\n", facts)), reach);
  }

  private static void add(Rule rule, SortedMap<String, Double> reach) {
    if (rule.effect() == Effect.WARN || rule.effect() == Effect.CAP) {
      return; // told with a verdict; it changes no result
    }
    for (Source source : rule.sources()) {
      reach.merge(source.layer(), rule.bufferM(), Math::max);
    }
    for (Except except : rule.except()) {
      reach.merge(except.source().layer(), except.bufferM(), Math::max);
    }
    rule.layers().forEach(layer -> reach.merge(layer, 0.0, Math::max));
  }

  /** The first half of a SHA-256 in hexadecimal digits. */
  static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
