package org.comparto.eligible;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.ruleset.Limit;
import org.comparto.ruleset.Rule;
import org.comparto.ruleset.Ruleset;
import org.comparto.verdict.Face;
import org.comparto.verdict.Result;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/**
 * What is said of a part of a piece, but for the time: two contents that are equal are the same, to the last bit of the shape.
 *
 * @param rulesets on which it rests, as id@version
 * @param citation of the rules of the basis; null where nothing says so
 * @param limits ids of what has to be kept to besides
 * @param shape WKB in hexadecimal digits, longitude and latitude
 * @param areaM2 in the compute CRS
 * @param demonstration some of what was read is invented
 */
record Content(String technology, Result result, List<String> basis, List<String> missing, List<String> rulesets, @Nullable String citation,
    List<String> limits, String source, String shape, BigDecimal areaM2, boolean demonstration) {

  /** @param invented whether features that the assessment read are */
  static Content of(String technology, Face face, List<Ruleset> sets, boolean invented) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, Ruleset> setOf = new LinkedHashMap<>();
    for (Ruleset set : sets) {
      for (Rule rule : set.rules()) {
        rules.put(set.nameOf(rule), rule);
        setOf.put(set.nameOf(rule), set);
      }
    }
    List<Rule> basis = face.basis().stream().map(rules::get).toList();
    // what is not known rests on every set that speaks of the technology
    Stream<String> speaking = face.basis().isEmpty()
        ? rules.keySet().stream().filter(name -> rules.get(name).technologies().contains(technology)) : face.basis().stream();
    Set<Ruleset> resting = speaking.map(setOf::get).collect(Collectors.toCollection(LinkedHashSet::new));
    return new Content(technology, face.result(), face.basis(), face.missingLayers(), texts(resting, set -> set.id() + "@" + set.version()),
        basis.isEmpty() ? null : basis.stream().map(rule -> rule.cite().text()).distinct().collect(Collectors.joining("; ")),
        basis.stream().flatMap(rule -> rule.limits().stream()).map(Limit::id).distinct().toList(), source(resting),
        HexFormat.of().formatHex(new WKBWriter(2, 1).write(face.lonLat())), BigDecimal.valueOf(face.m2()).setScale(2, RoundingMode.HALF_EVEN),
        invented || resting.stream().anyMatch(Ruleset::demonstration));
  }

  /** Says by itself, wherever the row goes, what it is. */
  private static String source(Set<Ruleset> resting) {
    return "Calcolo di Comparto, non ufficiale: " + String.join(", ",
        texts(resting, set -> set.id() + "@" + set.version() + (set.status() == Ruleset.Status.DRAFT ? " (bozza, da confermare)" : "")));
  }

  private static List<String> texts(Set<Ruleset> sets, Function<Ruleset, String> text) {
    return sets.stream().map(text).sorted().toList();
  }
}
