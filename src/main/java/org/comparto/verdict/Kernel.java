package org.comparto.verdict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.verdict.Division.Piece;
import org.comparto.verdict.Judgement.Verdict;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What rule sets say about a piece of ground. All cases of a call share one division of the area: PostGIS computes it once, in the
 * territory's RDN2008/UTM zone, from whatever any of the cases reads; each case is then a reading of the faces. The same rows give the
 * same answer, bit for bit.
 */
@Component
public class Kernel {

  /** Of an area: less than this, and less than its thousandth, does not matter for what the whole is called. */
  private static final double TOLERATED_M2 = 1;
  private static final double TOLERATED_SHARE = 0.001;
  /** What is smaller in all is what rounding leaves between borders. */
  private static final double NOISE_M2 = 0.01;

  private final Gathering gathering;
  private final Division division;

  Kernel(Gathering gathering, Division division) {
    this.gathering = gathering;
    this.division = division;
  }

  /**
   * Everything about an area.
   *
   * @param windowLonLat valid polygons in longitude and latitude
   * @param territory whose compute CRS is used; null for the CRS of the area's own middle
   * @return one for each case, in their order
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Assessment> assess(Geometry windowLonLat, @Nullable String territory, List<Case> cases) {
    return assess(windowLonLat, territory, cases, false, false);
  }

  /** The same without what changes no result: overlays that only warn, findings and warnings. For layers. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Assessment> divide(Geometry windowLonLat, @Nullable String territory, List<Case> cases) {
    return assess(windowLonLat, territory, cases, true, false);
  }

  /** The same for a piece that was cut out of its territory: no part of it lies outside, whatever rounding does to their common border. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Assessment> dividePiece(Geometry pieceLonLat, String territory, List<Case> cases) {
    return assess(pieceLonLat, territory, cases, true, true);
  }

  private List<Assessment> assess(Geometry windowLonLat, @Nullable String territory, List<Case> cases, boolean facesOnly, boolean inside) {
    Window window = new Window(windowLonLat);
    List<CaseRules> rules = cases.stream().map(one -> CaseRules.of(one, facesOnly)).toList();
    Surroundings around = gathering.around(window, territory, inside, Demand.of(rules));
    Shapes shapes = new Shapes();
    List<Judgement> judgements = rules.stream().map(one -> new Judgement(one, around, shapes)).toList();
    List<Piece> pieces = division.divide(window, around, shapes);
    Merging merging = new Merging(pieces);
    double areaM2 = pieces.stream().mapToDouble(Piece::m2).sum();
    List<Assessment> assessments = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Map<Verdict, BitSet> grouped = group(judgements.get(i), pieces);
      List<Face> faces = faces(grouped, merging);
      Result result = result(faces, areaM2);
      boolean whole = areaM2 - faces.stream().filter(face -> face.result() == result).mapToDouble(Face::m2).sum() <= tolerated(areaM2);
      List<Finding> found = facesOnly ? List.of() : new Findings(judgements.get(i), pieces, merging, areaM2).all();
      assessments.add(new Assessment(around.srid(), Division.QUADRANT_SEGMENTS, areaM2, result, whole, faces, found, UsedLayers.of(rules.get(i), around),
          facesOnly ? List.of() : Warnings.of(rules.get(i), found, around), suitable(grouped, merging)));
    }
    return assessments;
  }

  /** Faces with the same result for the same reasons. */
  private static Map<Verdict, BitSet> group(Judgement judgement, List<Piece> pieces) {
    Map<BitSet, Verdict> known = new HashMap<>();
    Map<Verdict, BitSet> grouped = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      Verdict verdict = known.computeIfAbsent(pieces.get(i).shapes(), judgement::of);
      grouped.computeIfAbsent(verdict, v -> new BitSet()).set(i);
    }
    return grouped;
  }

  private static List<Face> faces(Map<Verdict, BitSet> grouped, Merging merging) {
    List<Face> faces = new ArrayList<>();
    grouped.forEach((verdict, members) -> {
      double m2 = merging.m2(members);
      if (m2 >= NOISE_M2) {
        faces.add(new Face(verdict.result(), verdict.basis(), verdict.missingLayers(), m2, merging.merge(members)));
      }
    });
    faces.sort(Comparator.comparingDouble(Face::m2).reversed().thenComparing(Face::result).thenComparing(face -> face.basis().toString())
        .thenComparing(face -> face.missingLayers().toString()));
    return List.copyOf(faces);
  }

  private static @Nullable Geometry suitable(Map<Verdict, BitSet> grouped, Merging merging) {
    BitSet suitable = new BitSet();
    grouped.forEach((verdict, members) -> {
      if (verdict.result() == Result.SUITABLE) {
        suitable.or(members);
      }
    });
    return merging.m2(suitable) < NOISE_M2 ? null : merging.merge(suitable);
  }

  /** The class that covers all of the area but for what is tolerated; else the gravest that covers any of it. */
  private static Result result(List<Face> faces, double areaM2) {
    Map<Result, Double> m2 = new HashMap<>();
    faces.forEach(face -> m2.merge(face.result(), face.m2(), Double::sum));
    return Result.GRAVEST_FIRST.stream().filter(result -> areaM2 - m2.getOrDefault(result, 0.0) <= tolerated(areaM2)).findFirst()
        .orElseGet(() -> Result.GRAVEST_FIRST.stream().filter(m2::containsKey).findFirst().orElse(Result.ORDINARY));
  }

  static double tolerated(double areaM2) {
    return Math.max(TOLERATED_M2, areaM2 * TOLERATED_SHARE);
  }
}
