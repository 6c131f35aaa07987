package org.comparto.eligible;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.comparto.verdict.Assessment;
import org.comparto.verdict.Case;
import org.comparto.verdict.Kernel;
import org.comparto.verdict.Result;
import org.comparto.verdict.UsedLayer;
import org.springframework.stereotype.Component;

/**
 * Computes one piece for all technologies and all of time. The result depends on the piece, the rule sets and the features in reach of the
 * piece, and on nothing else: not on what was computed before.
 */
@Component
class PieceComputation {

  private final Kernel kernel;
  private final Rulesets rulesets;
  private final Needs needs;
  private final Pieces pieces;

  PieceComputation(Kernel kernel, Rulesets rulesets, Needs needs, Pieces pieces) {
    this.kernel = kernel;
    this.rulesets = rulesets;
    this.needs = needs;
    this.pieces = pieces;
  }

  List<Row> compute(Piece piece) {
    SortedSet<LocalDate> days = rulesets.changes(piece.territory());
    days.addAll(pieces.days(piece, needs.reach(piece.territory())));
    List<Span> spans = Span.between(days);
    Map<Span, List<Ruleset>> inForce = new LinkedHashMap<>();
    spans.forEach(span -> inForce.put(span, rulesets.inForce(span.day(), piece.territory())));
    List<Case> cases = new ArrayList<>();
    for (String technology : needs.technologies()) {
      inForce.forEach((span, sets) -> cases.add(new Case(technology, span.day(), Set.of(), sets)));
    }
    List<Assessment> found = kernel.dividePiece(piece.lonLat(), piece.territory(), cases);
    List<Row> rows = new ArrayList<>();
    for (int first = 0; first < cases.size(); first += spans.size()) {
      Map<Span, Set<Content>> said = new LinkedHashMap<>();
      for (int i = 0; i < spans.size(); i++) {
        said.put(spans.get(i), contents(cases.get(first + i), found.get(first + i)));
      }
      rows.addAll(Row.over(piece, said));
    }
    return rows;
  }

  private static Set<Content> contents(Case asked, Assessment found) {
    boolean invented = found.layers().stream().anyMatch(UsedLayer::demonstration);
    return found.faces().stream().filter(face -> face.result() != Result.ORDINARY)
        .map(face -> Content.of(asked.technology(), face, asked.rulesets(), invented)).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
