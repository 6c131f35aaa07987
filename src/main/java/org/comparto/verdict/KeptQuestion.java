package org.comparto.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.comparto.ruleset.Ruleset;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What a verdict follows from, as it is kept: enough to compute it anew. The area is WKT with every digit, longitude first. */
record KeptQuestion(String area, VerdictQuestion.@Nullable FeatureRef feature, String technology, LocalDate date, String territory,
    SortedSet<String> project, List<Version> rulesets) {

  /** A version of a rule set. */
  record Version(String id, int version) {}

  static KeptQuestion of(VerdictQuestion question, List<Ruleset> sets) {
    return new KeptQuestion(question.geometry().toText(), question.feature(), question.technology(), question.date(), question.territory(),
        question.project(), sets.stream().map(set -> new Version(set.id(), set.version())).toList());
  }

  VerdictQuestion read() {
    try {
      return new VerdictQuestion(new WKTReader().read(area), feature, technology, date, territory, project);
    } catch (ParseException e) {
      throw new IllegalStateException("a kept verdict's area can not be read", e);
    }
  }
}
