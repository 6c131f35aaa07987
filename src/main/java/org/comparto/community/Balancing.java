package org.comparto.community;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.community.Balance.AreaTotals;
import org.comparto.community.Balance.Hourly;
import org.comparto.community.Balance.PlantTotals;
import org.comparto.community.Balance.Totals;
import org.comparto.community.Balance.Warning;
import org.comparto.community.Community.Member;
import org.comparto.community.Community.Plant;
import org.comparto.community.Eligibility.Role;
import org.comparto.mail.Words;
import org.comparto.potential.Yields;
import org.jspecify.annotations.Nullable;

/**
 * One community computed: production and loads, where the energy goes, what it is paid.
 *
 * @param flows null in rough mode
 * @param order of the plants in the flows: oldest commissioning first
 * @param geographic K_geo of the region, EUR/MWh
 */
record Balancing(Community community, Eligibility eligibility, List<PlantProduction.Series> production, @Nullable Flows flows, int[] order, double geographic,
    Words words) {

  static Balancing of(Community community, @Nullable String regionOfTerritory, Yields yields, LocalDate today, Words words) {
    Eligibility eligibility = Eligibility.of(community, today, words);
    List<PlantProduction.Series> production = new PlantProduction(community, yields, words).all();
    List<Plant> plants = community.plants();
    int[] order = IntStream.range(0, plants.size()).boxed().sorted(Comparator.comparing(i -> plants.get(i).commissioned())).mapToInt(Integer::intValue).toArray();
    String region = community.region() == null ? regionOfTerritory : community.region();
    Double geographic = region == null ? null : Tariff.CURRENT.geographic().regions().get(region);
    if (geographic == null) {
      eligibility.warnings().add(new Warning("region_unknown", words.say("region_unknown")));
    }
    return new Balancing(community, eligibility, production, community.rough() ? null : flows(community, eligibility, production, order), order,
        geographic == null ? 0 : geographic, words);
  }

  private static Flows flows(Community community, Eligibility eligibility, List<PlantProduction.Series> production, int[] order) {
    EnergyYear year = community.year();
    Map<String, double[]> shapes = new HashMap<>();
    List<Flows.Meter> meters = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (int m = 0; m < community.members().size(); m++) {
      Member member = community.members().get(m);
      numbers.put(member.id(), m);
      double[] load = member.hourly() != null ? member.hourly()
          : scaled(shapes.computeIfAbsent(member.archetype(), archetype -> Loads.ALL.shape(archetype, year)), member.annualKwh());
      meters.add(new Flows.Meter(community.substations().indexOf(member.substation()), eligibility.members()[m],
          Tariff.CURRENT.grantReduction().waivedFor().contains(member.kind().toString()), load));
    }
    List<Flows.Plant> plants = new ArrayList<>();
    for (int i : order) {
      Plant plant = community.plants().get(i);
      plants.add(new Flows.Plant(community.substations().indexOf(plant.substation()), plant.member() == null ? -1 : numbers.get(plant.member()),
          eligibility.plants()[i] != Role.OUT, production.get(i).hourly()));
    }
    return Flows.of(year.hours(), community.substations().size(), plants, meters);
  }

  private static double[] scaled(double[] shape, double kwh) {
    double[] load = new double[shape.length];
    for (int h = 0; h < load.length; h++) {
      load[h] = shape[h] * kwh;
    }
    return load;
  }

  /** The tariff of a plant that gets one. */
  Premium premium(Plant plant) {
    return Premium.of(Tariff.CURRENT, plant.kw(), plant.isPv() ? geographic : 0, Tariff.CURRENT.reduction(plant.grantShare()));
  }

  Balance balance() {
    Incentives incentives = new Incentives(this);
    List<PlantTotals> plants = plants(incentives);
    List<Warning> warnings = new ArrayList<>(eligibility.warnings());
    Integer instead = community.parameters().areraYearInstead(community.year().year());
    if (instead != null) {
      warnings.add(new Warning("arera_year_missing", words.say("arera_year_missing", String.valueOf(community.year().year()), String.valueOf(instead))));
    }
    Totals totals = flows == null ? rough() : hourlyTotals();
    return new Balance(community.year().year(), community.year().hours(), community.rough() ? "rough" : "hourly", Tariff.CURRENT.id(), totals,
        flows == null ? List.of() : months(), flows == null ? List.of() : areas(), plants, incentives.lines(totals), new Earnings(this).of(totals, incentives),
        eligibility.exclusions(), warnings, assumptions(), flows != null && community.hourlyTotals() ? hourly() : null);
  }

  private Totals rough() {
    double production = 0;
    double shared = 0;
    for (int i = 0; i < production().size(); i++) {
      double kwh = roleOf(i) == Role.OUT ? 0 : production().get(i).annualKwh();
      production += kwh;
      shared += roughShared(i);
    }
    double withdrawn = IntStream.range(0, community.members().size()).filter(m -> eligibility.members()[m])
        .mapToDouble(m -> community.members().get(m).annualKwh()).sum();
    return Totals.of(production, 0, production, withdrawn, shared);
  }

  /** α·P·H, H being the plant's own hours: its energy by its power. */
  double roughShared(int plant) {
    double kw = community.plants().get(plant).kw();
    return roleOf(plant) == Role.OUT ? 0 : Premium.rough(community.parameters().value("alpha"), kw, production.get(plant).annualKwh() / kw);
  }

  Role roleOf(int plant) {
    return eligibility.plants()[plant];
  }

  private Totals hourlyTotals() {
    double[][] sums = sums();
    return Totals.of(sum(sums[0]), sum(sums[1]), sum(sums[2]), sum(sums[3]), sum(sums[4]));
  }

  private List<Totals> months() {
    double[][] months = Arrays.stream(sums()).map(community.year()::months).toArray(double[][]::new);
    return IntStream.range(0, 12).mapToObj(m -> Totals.of(months[0][m], months[1][m], months[2][m], months[3][m], months[4][m])).toList();
  }

  private Hourly hourly() {
    double[][] sums = sums();
    return new Hourly(Instant.ofEpochSecond(community.year().firstHour() * 3600).toString(), sums[0], sums[1], sums[2], sums[3], sums[4]);
  }

  /** Production, self-consumption, injection, withdrawal and shared energy of all that takes part, by hour. */
  private double[][] sums() {
    double[][] sums = new double[5][community.year().hours()];
    for (int k = 0; k < order.length; k++) {
      if (roleOf(order[k]) != Role.OUT) {
        Flows.OfPlant flow = flows.plants().get(k);
        add(sums[0], flow.production());
        add(sums[1], flow.selfConsumed());
      }
    }
    flows.areas().forEach(area -> {
      add(sums[2], area.injected());
      add(sums[3], area.withdrawn());
      add(sums[4], area.shared());
    });
    return sums;
  }

  private List<AreaTotals> areas() {
    List<AreaTotals> areas = new ArrayList<>();
    for (int a = 0; a < community.substations().size(); a++) {
      double production = 0;
      double self = 0;
      for (int k = 0; k < order.length; k++) {
        Plant plant = community.plants().get(order[k]);
        if (plant.substation().equals(community.substations().get(a)) && roleOf(order[k]) != Role.OUT) {
          production += sum(flows.plants().get(k).production());
          self += sum(flows.plants().get(k).selfConsumed());
        }
      }
      Flows.OfArea area = flows.areas().get(a);
      double injected = sum(area.injected());
      double shared = sum(area.shared());
      areas.add(new AreaTotals(community.substations().get(a), production, self, injected, sum(area.withdrawn()), shared, injected > 0 ? shared / injected : null));
    }
    return areas;
  }

  private List<PlantTotals> plants(Incentives incentives) {
    PlantTotals[] totals = new PlantTotals[order.length];
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      Plant plant = community.plants().get(i);
      double production = production().get(i).annualKwh();
      double self = flows == null ? 0 : sum(flows.plants().get(k).selfConsumed());
      double injected = flows == null ? production : sum(flows.plants().get(k).injected());
      double shared = flows == null ? roughShared(i) : sum(flows.plants().get(k).shared());
      double eur = incentives.tip()[i];
      totals[i] = new PlantTotals(plant.id(), plant.name(), roleOf(i), plant.substation(), plant.kw(), production, self, injected, shared, eur,
          eur > 0 ? eur / shared * 1000 : null, production().get(i).source());
    }
    return List.of(totals);
  }

  private List<String> assumptions() {
    List<String> said = new ArrayList<>();
    said.add(words.say(community.rough() ? "assume_rough" : "assume_hours"));
    if (!community.rough()) {
      if (community.members().stream().anyMatch(member -> member.archetype() != null && member.hourly() == null)) {
        said.add(words.say("assume_archetypes", day(Loads.ALL.augustStop().first()), day(Loads.ALL.augustStop().last())));
      }
      said.add(words.say("assume_sun"));
      said.add(words.say("assume_order"));
    }
    if (community.plants().stream().anyMatch(plant -> plant.grantShare() > 0)) {
      said.add(words.say("assume_waiver"));
    }
    said.add(words.say("assume_screening"));
    return said;
  }

  private String day(MonthDay day) {
    return DateTimeFormatter.ofPattern("d MMMM", words.locale()).format(day);
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static void add(double[] sums, double[] values) {
    for (int h = 0; h < sums.length; h++) {
      sums[h] += values[h];
    }
  }
}
