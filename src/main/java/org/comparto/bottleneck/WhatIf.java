package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.bottleneck.AffectedAreas.Affected;
import org.comparto.bottleneck.Gains.Row;
import org.comparto.bottleneck.Gains.Total;
import org.comparto.bottleneck.Scenarios.Present;
import org.comparto.bottleneck.Subjects.Gateway;
import org.comparto.layer.Revisions;
import org.comparto.network.Conditions;
import org.comparto.network.Restriction;
import org.comparto.network.Vehicle;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes what would be: how the roads are now, how they would be, and the difference for every feature. */
@Component
class WhatIf {

  /**
   * What was asked about one bottleneck.
   *
   * @param affected of one that is no bottleneck of roads: what lies where it is felt; null for those of roads
   * @param warnings codes: no-road-near, link-not-joined, hours-not-read, no-effect-on-roads
   */
  record Chosen(long id, String title, @Nullable String type, @Nullable String status, boolean road, @Nullable Affected affected, List<String> warnings) {}

  /** All that was found; rows of every feature, also of those for whom nothing changes. */
  record Result(WhatIfQuestion question, Vehicle vehicle, RoadView.Graph graph, long register, List<String> kinds, List<Chosen> fixed, List<Chosen> closed,
      double affectedWithin, List<Row> rows, List<Total> totals, Map<Long, Gateway> gateways) {

    /** Those for whom something changes, who gains most first. */
    List<Row> changes() {
      return rows.stream().filter(Row::differs).sorted(Comparator.comparingInt((Row row) -> row.gains() ? 0 : 1)
          .thenComparing(Comparator.comparingLong(Row::seconds).reversed()).thenComparing(Row::layer).thenComparing(row -> row.feature().id())).toList();
    }
  }

  private final Scenarios scenarios;
  private final BottleneckRoads roads;
  private final RoadRegister register;
  private final SubjectReading subjects;
  private final AffectedAreas areas;
  private final Revisions revisions;

  WhatIf(Scenarios scenarios, BottleneckRoads roads, RoadRegister register, SubjectReading subjects, AffectedAreas areas, Revisions revisions) {
    this.scenarios = scenarios;
    this.roads = roads;
    this.register = register;
    this.subjects = subjects;
    this.areas = areas;
    this.revisions = revisions;
  }

  Result answer(WhatIfQuestion question) {
    long revision = revisions.current(BottleneckRoads.LAYER);
    Present present = scenarios.present(question.profile(), question.vehicle(), question.at(), question.layers());
    List<Chosen> fixed = question.fix().stream().map(id -> chosen(present, "fix", id)).toList();
    List<Chosen> closed = question.close().stream().map(id -> chosen(present, "close", id)).toList();
    Reached after = present.after(conditions(present, question), !question.close().isEmpty());
    List<Row> rows = Gains.rows(present.reached(), after, present.kinds().size());
    Map<Long, Gateway> gateways = subjects.gateways().stream().collect(Collectors.toMap(Gateway::id, gateway -> gateway));
    return new Result(question, present.vehicle(), RoadView.Graph.of(present.graph()), revision, present.kinds(), fixed, closed, areas.within(), rows,
        Gains.totals(present.reached().layers(), rows), gateways);
  }

  private Conditions conditions(Present present, WhatIfQuestion question) {
    Conditions fixed = present.conditions().fixed(question.fix());
    if (question.close().isEmpty()) {
      return fixed;
    }
    List<Restriction> restrictions = new ArrayList<>(fixed.restrictions());
    Map<Long, RoadBottleneck> known = roads.bottlenecks(present.graph());
    question.close().forEach(id -> restrictions.add(roads.closing(present.graph(), known.get(id))));
    return new Conditions(restrictions, fixed.open());
  }

  private Chosen chosen(Present present, String field, long id) {
    RoadBottleneck one = register.find(id).orElseThrow(() -> new InvalidInputException(field, "There is no public bottleneck " + id + "."));
    boolean closes = field.equals("close");
    if (closes && (!one.isRoad() || one.isMissingLink())) {
      throw new InvalidInputException(field, "The bottleneck " + id + " is no road that could be closed.");
    }
    if (!closes && one.isRoad() && !one.isActing()) {
      throw new InvalidInputException(field, "The bottleneck " + id + " stands in nobody's way: only those that are verified, planned, funded or "
          + "under works act on the roads.");
    }
    return new Chosen(id, one.title(), one.type(), one.status(), one.isRoad(), one.isRoad() ? null : areas.of(id), warnings(present, one, closes));
  }

  private List<String> warnings(Present present, RoadBottleneck one, boolean closes) {
    if (!one.isRoad()) {
      return List.of();
    }
    Set<String> found = new HashSet<>();
    if (one.isMissingLink() && present.graph().linkArcs(one.id()).length == 0) {
      found.add("link-not-joined");
    } else if (!one.isMissingLink() && roads.stretches(present.graph(), one.id()).isEmpty()) {
      found.add("no-road-near");
    } else if (!closes && !one.isMissingLink() && one.effects().isEmpty()) {
      found.add("no-effect-on-roads");
    }
    if (one.hasUnreadHours()) {
      found.add("hours-not-read");
    }
    return found.stream().sorted().toList();
  }
}
