package org.comparto.ruleset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule set as the interface shows it.
 *
 * @param status draft or confirmed
 * @param shipped it came with the application
 * @param decision the last decision about it, for those who are signed in; null for others and where nobody has decided
 */
record RulesetView(String id, int version, String status, @Nullable String confirmedBy, boolean active, Valid valid, List<String> regions,
    List<String> territories, Localized title, @Nullable Localized note, @Nullable String overlay, boolean demonstration, boolean shipped,
    List<RuleView> rules, List<LayerView> layers, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision) {

  /** In force from the one day on and before the other. */
  record Valid(@Nullable LocalDate from, @Nullable LocalDate to) {}

  /** Who wrote it and who decided last. */
  record Decision(String writtenBy, Instant writtenAt, @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String reason) {}

  /** @param citation on one line */
  record RuleView(String id, String effect, Set<String> technologies, Localized title, List<Source> sources, boolean everywhere,
      boolean inside, double bufferM, List<Source> restrictTo, List<ExceptView> except, List<Source> appliesTo, List<String> allowIfAny,
      List<String> exemptIf, int priority, List<Limit> limits, String citation, Cite cite, @Nullable Localized unverified) {

    static RuleView of(Rule r) {
      return new RuleView(r.id(), r.effect().word(), r.technologies(), r.title(), r.sources(), r.everywhere(), r.inside(), r.bufferM(),
          r.restrictTo(), r.except().stream().map(e -> new ExceptView(e.source().layer(), e.source().where(), e.source().minAreaM2(), e.bufferM())).toList(),
          r.appliesTo(), r.allowIfAny(), r.exemptIf(), r.priority(), r.limits(), r.cite().text(), r.cite(), r.unverified());
    }
  }

  /** What a rule does not cover. */
  record ExceptView(String layer, @Nullable String where, double minAreaM2, double bufferM) {}

  /**
   * A layer that the rules read.
   *
   * @param title null where there is no such layer yet
   * @param available by territory: whether it is known there
   */
  record LayerView(String layer, @Nullable Localized title, boolean complete, boolean awaited, @Nullable Localized note,
      Map<String, Boolean> available) {}
}
