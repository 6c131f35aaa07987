package org.comparto.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Rule;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Source;

/**
 * The rules that decide a case, in the order of the sets and their files, and those that only free ground of a permission.
 *
 * @param rules that count for the technology
 * @param byName every rule of the sets, by set/rule
 */
record CaseRules(Case asked, List<Counting> rules, Map<String, Counting> byName) {

  /** A rule and the set that it belongs to. */
  record Counting(Ruleset set, Rule rule) {

    String name() {
      return set.nameOf(rule);
    }

    boolean isComplete(Source source) {
      return set.layers().containsKey(source.layer()) && set.layers().get(source.layer()).complete();
    }

    /** Every source that it reads, with the distance to which it does. */
    Stream<Reading> readings() {
      return Stream.of(
          rule.sources().stream().map(source -> new Reading(source, rule.bufferM())),
          rule.restrictTo().stream().map(source -> new Reading(source, 0)),
          rule.except().stream().map(except -> new Reading(except.source(), except.bufferM())),
          rule.appliesTo().stream().map(source -> new Reading(source, 0))).flatMap(s -> s);
    }
  }

  /** A source, and how far it reaches in metres. */
  record Reading(Source source, double metres) {}

  private static final Set<Effect> DECIDING = Set.of(Effect.INCLUDE, Effect.PERMIT_ONLY, Effect.UNSUITABLE);

  /** @param decidingOnly leaves out what changes no result */
  static CaseRules of(Case asked, boolean decidingOnly) {
    Map<String, Counting> byName = new LinkedHashMap<>();
    asked.rulesets().forEach(set -> set.rules().forEach(rule -> byName.put(set.nameOf(rule), new Counting(set, rule))));
    Predicate<Rule> counts = rule -> rule.technologies().contains(asked.technology()) && (!decidingOnly || DECIDING.contains(rule.effect()));
    return new CaseRules(asked, byName.values().stream().filter(counting -> counts.test(counting.rule())).toList(), byName);
  }

  /** The rules whose coverage a permission leaves free; those of sets that do not decide here free nothing. */
  List<Counting> allowing(Rule permission) {
    return permission.allowIfAny().stream().map(byName::get).filter(Objects::nonNull).toList();
  }

  boolean isExempt(Rule permission) {
    return permission.exemptIf().stream().anyMatch(asked.exemptions()::contains);
  }

  /** All rules whose sources are read. */
  List<Counting> read() {
    List<Counting> read = new ArrayList<>(rules);
    rules.forEach(counting -> allowing(counting.rule()).stream().filter(other -> !read.contains(other)).forEach(read::add));
    return read;
  }
}
