package org.comparto.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.layer.Localized;
import org.comparto.ruleset.Ruleset;

/** Puts what the kernel found into the form that is answered and kept: m² to a hundredth, shares to a millionth. */
final class VerdictWriting {

  private VerdictWriting() {}

  static VerdictAnswer write(String id, VerdictQuestion question, List<Ruleset> sets, Assessment found, Instant createdAt) {
    double area = found.areaM2();
    List<VerdictAnswer.Part> parts = found.faces().stream().map(face -> new VerdictAnswer.Part(face.result(), face.basis(), face.missingLayers(),
        hundredths(face.m2()), Math.round(1e6 * face.m2() / area) / 1e6, Json.of(face.lonLat()))).toList();
    return new VerdictAnswer(id, found.result(), found.whole(), question.technology(), question.date(), question.territory(), question.project(),
        question.feature(), Json.of(question.geometry()), "EPSG:" + found.srid(), found.quadrantSegments(), hundredths(area), parts,
        found.rules().stream().map(VerdictWriting::line).toList(), sets.stream().map(VerdictWriting::line).toList(), found.suitable() == null ? null : Json.of(found.suitable()), found.layers(),
        found.warnings(), notes(sets), createdAt);
  }

  private static VerdictAnswer.RuleLine line(Finding finding) {
    return new VerdictAnswer.RuleLine(finding.ruleset(), finding.version(), finding.status().name().toLowerCase(Locale.ROOT), finding.rule(),
        finding.title(), finding.effect().word(), finding.outcome().word(), hundredths(finding.m2()), hundredths(finding.setAsideM2()), hundredths(finding.unknownM2()), finding.missingLayers(),
        finding.lonLat() == null ? null : Json.of(finding.lonLat()), finding.cite().text(), finding.cite(), finding.limits(), finding.priority(),
        finding.sized().stream().map(source -> new VerdictAnswer.MinimumArea(source.layer(), source.minAreaM2())).distinct().toList());
  }

  private static VerdictAnswer.SetLine line(Ruleset set) {
    return new VerdictAnswer.SetLine(set.id(), set.version(), set.status().name().toLowerCase(Locale.ROOT), set.confirmedBy(), set.from(), set.to(),
        set.title(), set.demonstration());
  }

  private static List<Localized> notes(List<Ruleset> sets) {
    List<Localized> notes = new ArrayList<>();
    sets.stream().map(Ruleset::note).filter(note -> note != null).forEach(notes::add);
    sets.forEach(set -> set.layers().values().stream().map(use -> use.note()).filter(note -> note != null && !notes.contains(note)).forEach(notes::add));
    return notes;
  }

  static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
