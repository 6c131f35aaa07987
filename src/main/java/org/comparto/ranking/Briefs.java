package org.comparto.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.comparto.ranking.BriefMatching.Fit;
import org.comparto.ranking.BriefMatching.Outcome;
import org.comparto.ranking.ZoneVocations.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a brief against the plots on offer, and against what zones look for. */
@Component
class Briefs {

  /** A brief looks for what can be had. */
  private static final String ON_OFFER = "status = 'available'";

  private final PlotReading reading;
  private final ZoneVocations vocations;

  Briefs(PlotReading reading, ZoneVocations vocations) {
    this.reading = reading;
    this.vocations = vocations;
  }

  /** @param link the brief as links carry it */
  BriefAnswer match(@Nullable String filter, Brief brief, String link, int limit, String language) {
    Layer layer = reading.plot();
    List<Requirement> requirements = Requirement.of(brief, layer);
    if (requirements.isEmpty() && brief.chain() == null) {
      throw new InvalidInputException("needs", "needs asks for nothing; state at least one, for instance needs.areaFromM2");
    }
    checkChain(brief.chain());
    String offered = reading.both(filter, ON_OFFER);
    return new Matching(brief, requirements, reading.read(offered, numbers(requirements, layer), codes(requirements)), vocations.read(), reading::names)
        .answer(offered, filter, link, limit, language);
  }

  /** The zone first, then the attribute of each requirement; one about codes stands there too, by the zone once more, to keep the places. */
  private static List<Attribute> numbers(List<Requirement> requirements, Layer layer) {
    Attribute zone = layer.findAttribute("zone_id").orElseThrow();
    List<Attribute> numbers = new ArrayList<>(List.of(zone));
    requirements.forEach(r -> numbers.add(r.isAboutCodes() ? zone : r.attribute()));
    return numbers;
  }

  private static List<Attribute> codes(List<Requirement> requirements) {
    return requirements.stream().filter(Requirement::isAboutCodes).map(Requirement::attribute).toList();
  }

  private void checkChain(@Nullable String chain) {
    List<String> known = vocations.chains();
    if (chain != null && !known.contains(chain)) {
      throw new InvalidInputException("needs.chain", "needs.chain must be one of " + String.join(", ", known));
    }
  }

  /** One brief and all that it is held against. */
  private record Matching(Brief brief, List<Requirement> requirements, PlotValues values, Map<Long, Zone> zones, Function<long[], Map<Long, String>> naming) {

    BriefAnswer answer(String offered, @Nullable String filter, String link, int limit, String language) {
      BriefMatching matching = BriefMatching.of(requirements, values.size(), numbers(), codes());
      int[] missed = matching.missedBy(requirements.size());
      List<Fit> matches = wantedFirst(matching.matches());
      String all = requirements.stream().map(Requirement::filter).collect(Collectors.joining(" AND "));
      return new BriefAnswer(values.size(), asked(missed, language), group(matches, limit), group(wantedFirst(matching.open()), limit),
          group(matching.nearMisses(), limit), zones(matching), all.isEmpty() ? offered : offered + " AND " + all, BriefWords.in(language),
          "/#place=plots&tab=rank" + (filter == null ? "" : "&filter=" + Ranker.encoded(filter)) + "&brief=" + Ranker.encoded(link));
    }

    private double[][] numbers() {
      double[][] numbers = new double[requirements.size()][];
      System.arraycopy(values.columns(), 1, numbers, 0, numbers.length);
      return numbers;
    }

    @SuppressWarnings("unchecked")
    private @Nullable List<String>[][] codes() {
      List<String>[][] codes = new List[requirements.size()][];
      int next = 0;
      for (int k = 0; k < codes.length; k++) {
        codes[k] = requirements.get(k).isAboutCodes() ? values.codes()[next++] : new List[0];
      }
      return codes;
    }

    private List<BriefAnswer.Asked> asked(int[] missed, String language) {
      List<BriefAnswer.Asked> asked = new ArrayList<>();
      for (int k = 0; k < requirements.size(); k++) {
        Requirement r = requirements.get(k);
        asked.add(new BriefAnswer.Asked(r.field(), r.attribute().name(), r.attribute().title().in(language), r.attribute().unit(), r.kind(),
            r.isAboutCodes() ? r.code() : Ranker.shown(r.bound(), r.attribute()), missed[k]));
      }
      return asked;
    }

    /** Among equals those come first whose zone looks for what the brief brings. */
    private List<Fit> wantedFirst(List<Fit> fits) {
      return fits.stream().sorted(Comparator.comparingInt(Fit::unknowns).thenComparing(fit -> Boolean.TRUE.equals(wanted(fit.plot())) ? 0 : 1)).toList();
    }

    private BriefAnswer.Group group(List<Fit> fits, int limit) {
      List<Fit> shown = fits.stream().limit(limit).toList();
      Map<Long, String> names = naming.apply(shown.stream().mapToLong(fit -> values.ids()[fit.plot()]).toArray());
      return new BriefAnswer.Group(fits.size(), shown.stream().map(fit -> item(fit, names)).toList());
    }

    private BriefAnswer.Item item(Fit fit, Map<Long, String> names) {
      int plot = fit.plot();
      List<BriefAnswer.Value> shown = new ArrayList<>();
      List<String> unknown = new ArrayList<>();
      int next = 0;
      for (int k = 0; k < requirements.size(); k++) {
        Requirement r = requirements.get(k);
        Object value = r.isAboutCodes() ? values.codes()[next++][plot] : Ranker.shown(values.columns()[k + 1][plot], r.attribute());
        shown.add(new BriefAnswer.Value(r.field(), value, fit.outcomes()[k]));
        if (fit.outcomes()[k] == Outcome.UNKNOWN) {
          unknown.add(r.field());
        }
      }
      return new BriefAnswer.Item(values.ids()[plot], names.getOrDefault(values.ids()[plot], String.valueOf(values.ids()[plot])), zoneOf(plot), fit.score(), wanted(plot), shown, miss(fit), unknown);
    }

    private BriefAnswer.@Nullable Miss miss(Fit fit) {
      if (fit.failures() == 0) {
        return null;
      }
      Requirement r = requirements.get(fit.failed());
      double value = values.columns()[fit.failed() + 1][fit.plot()];
      double gap = r.isAboutCodes() ? Double.NaN : r.gap(value);
      return Double.isNaN(gap) ? new BriefAnswer.Miss(r.field(), null, null) : new BriefAnswer.Miss(r.field(), Ranking.rounded(gap), r.share(value));
    }

    private @Nullable Long zoneOf(int plot) {
      double zone = values.columns()[0][plot];
      return Double.isNaN(zone) ? null : (Long) (long) zone;
    }

    private @Nullable Boolean wanted(int plot) {
      Long zone = zoneOf(plot);
      Zone known = zone == null ? null : zones.get(zone);
      return known == null ? null : known.wants(brief.chain());
    }

    private List<BriefAnswer.Zone> zones(BriefMatching matching) {
      Map<Long, int[]> counts = new HashMap<>();
      count(matching.matches(), counts, 0);
      count(matching.open(), counts, 1);
      count(matching.nearMisses(), counts, 2);
      return zones.values().stream().filter(zone -> counts.containsKey(zone.id()) || Boolean.TRUE.equals(zone.wants(brief.chain()))).map(zone -> {
        int[] of = counts.getOrDefault(zone.id(), new int[3]);
        return new BriefAnswer.Zone(zone.id(), zone.name(), zone.wants(brief.chain()), zone.chains() == null ? List.of() : zone.chains(), of[0], of[1], of[2]);
      }).sorted(Comparator.comparing((BriefAnswer.Zone zone) -> Boolean.TRUE.equals(zone.wanted()) ? 0 : 1).thenComparing(zone -> -zone.matches())
          .thenComparing(zone -> -zone.open()).thenComparing(zone -> -zone.nearMisses()).thenComparing(BriefAnswer.Zone::id)).limit(MOST_ZONES).toList();
    }

    private void count(List<Fit> fits, Map<Long, int[]> counts, int kind) {
      for (Fit fit : fits) {
        Long zone = zoneOf(fit.plot());
        if (zone != null) {
          counts.computeIfAbsent(zone, id -> new int[3])[kind]++;
        }
      }
    }

    private static final int MOST_ZONES = 20;
  }
}
