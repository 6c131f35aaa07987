package org.comparto.community;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.community.Balance.Incentive;
import org.comparto.community.Balance.Totals;
import org.comparto.community.Community.Plant;
import org.comparto.community.Eligibility.Role;
import org.comparto.layer.Localized;
import org.comparto.potential.Parameter;
import org.jspecify.annotations.Nullable;

/** What a community is paid in a year: premium tariff, ARERA's contribution, the part above the threshold, energy sold and energy not bought. */
final class Incentives {

  private static final Localized PRICE = new Localized("Prezzo zonale come indicato, media delle ore", "Zonal price as given, mean of the hours");
  private static final Localized SALE = new Localized("Il produttore tiene la vendita di tutta l'energia immessa", "The producer keeps the sale of all injected energy");
  private static final Localized SELF_CONSUMPTION = new Localized("Energia usata dietro il proprio contatore e non acquistata", "Energy used behind the own meter and not bought");

  private final Balancing balancing;
  private final Community community;
  private final double[] tip;
  private final double saleEur;
  private final double meanPrice;

  Incentives(Balancing balancing) {
    this.balancing = balancing;
    this.community = balancing.community();
    this.meanPrice = Balancing.sum(community.price()) / community.price().length;
    this.tip = tips();
    this.saleEur = sale();
  }

  /** EUR of each plant, in the order of the community. */
  double[] tip() {
    return tip;
  }

  private double[] tips() {
    double[] eur = new double[community.plants().size()];
    for (int k = 0; k < balancing.order().length; k++) {
      int i = balancing.order()[k];
      if (balancing.roleOf(i) == Role.INCENTIVISED) {
        Plant plant = community.plants().get(i);
        Premium premium = balancing.premium(plant);
        eur[i] = balancing.flows() == null ? balancing.roughShared(i) * premium.at(meanPrice) / 1000 : tip(premium, k, plant);
      }
    }
    return eur;
  }

  private double tip(Premium premium, int inOrder, Plant plant) {
    double[] shared = balancing.flows().plants().get(inOrder).shared();
    double[] waived = balancing.flows().areas().get(community.substations().indexOf(plant.substation())).waived();
    double eur = 0;
    for (int h = 0; h < shared.length; h++) {
      eur += shared[h] * premium.at(community.price()[h], waived[h]);
    }
    return eur / 1000;
  }

  private double sale() {
    double eur = 0;
    for (int k = 0; k < balancing.order().length; k++) {
      int i = balancing.order()[k];
      if (balancing.roleOf(i) == Role.OUT) {
        continue;
      }
      if (balancing.flows() == null) {
        eur += balancing.production().get(i).annualKwh() * meanPrice;
        continue;
      }
      double[] injected = balancing.flows().plants().get(k).injected();
      for (int h = 0; h < injected.length; h++) {
        eur += injected[h] * community.price()[h];
      }
    }
    return eur / 1000;
  }

  private double sharedOf(int inOrder) {
    return balancing.flows() == null ? balancing.roughShared(balancing.order()[inOrder]) : Balancing.sum(balancing.flows().plants().get(inOrder).shared());
  }

  private double injectedOf(int inOrder) {
    return balancing.flows() == null ? balancing.production().get(balancing.order()[inOrder]).annualKwh()
        : Balancing.sum(balancing.flows().plants().get(inOrder).injected());
  }

  /** All lines; those that are part of another say so and are not added to it. */
  List<Incentive> lines(Totals totals) {
    Tariff tariff = Tariff.CURRENT;
    double arera = community.parameters().arera(community.year().year()).value();
    double incentivised = IntStream.range(0, balancing.order().length).filter(k -> balancing.roleOf(balancing.order()[k]) == Role.INCENTIVISED)
        .mapToDouble(this::sharedOf).sum();
    List<Incentive> lines = new ArrayList<>();
    lines.add(line("tip", Balancing.sum(tip), incentivised, null, tariff.tariff().formula(), tipParameters(), say(tariff.tariff().citation())
        + "; " + say(tariff.geographic().citation())));
    lines.add(line("arera", Premium.arera(totals.sharedKwh(), arera), totals.sharedKwh(), null, tariff.arera().formula(),
        List.of(community.parameters().arera(community.year().year())), say(tariff.arera().citation())));
    lines.add(threshold());
    Parameter retail = community.parameters().get("retailEurPerMwh");
    lines.add(line("sale", saleEur, totals.injectedKwh(), null, "Σ injected(h) · Pz(h)",
        List.of(new Parameter("Pz", meanPrice, "EUR/MWh", say(PRICE))), say(SALE)));
    lines.add(line("self_consumption", totals.selfConsumedKwh() * retail.value() / 1000, totals.selfConsumedKwh(), null, "selfConsumedKwh · retailEurPerMwh / 1000",
        List.of(retail), say(SELF_CONSUMPTION)));
    return lines;
  }

  private Incentive line(String id, double eur, double kwh, @Nullable String partOf, String formula, List<Parameter> parameters, String citation) {
    return new Incentive(id, balancing.words().say("incentive_" + id), eur, kwh, partOf, formula, parameters, citation);
  }

  private List<Parameter> tipParameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    String from = say(Tariff.CURRENT.tariff().citation());
    for (int i = 0; i < community.plants().size(); i++) {
      Plant plant = community.plants().get(i);
      if (balancing.roleOf(i) == Role.INCENTIVISED) {
        Tariff.Band band = Tariff.CURRENT.band(plant.kw());
        String to = " (≤ " + Given.plainly(band.toKw()) + " kW)";
        put(all, new Parameter("FIX" + to, band.fix(), "EUR/MWh", from));
        put(all, new Parameter("CAP" + to, band.cap(), "EUR/MWh", from));
        if (plant.isPv()) {
          put(all, new Parameter("K_geo", balancing.geographic(), "EUR/MWh", say(Tariff.CURRENT.geographic().citation())));
        }
        if (plant.grantShare() > 0) {
          put(all, new Parameter("F (" + plant.name() + ")", Tariff.CURRENT.reduction(plant.grantShare()), "1", say(Tariff.CURRENT.grantReduction().citation())));
        }
      }
    }
    put(all, new Parameter("Pz", meanPrice, "EUR/MWh", say(PRICE)));
    if (balancing.flows() == null) {
      put(all, community.parameters().get("alpha"));
    }
    return List.copyOf(all.values());
  }

  private String say(Localized text) {
    return text.in(balancing.words().locale().getLanguage());
  }

  private static void put(Map<String, Parameter> all, Parameter parameter) {
    all.put(parameter.name(), parameter);
  }

  /** Area by area: what of the premium goes to others than firms. */
  private Incentive threshold() {
    Tariff.Threshold rules = Tariff.CURRENT.threshold();
    double eur = 0;
    double kwh = 0;
    boolean anyGrant = false;
    boolean anyWithout = false;
    for (String substation : community.substations()) {
      double shared = 0;
      double injected = 0;
      double premium = 0;
      boolean grant = false;
      for (int k = 0; k < balancing.order().length; k++) {
        int i = balancing.order()[k];
        Plant plant = community.plants().get(i);
        if (balancing.roleOf(i) == Role.INCENTIVISED && plant.substation().equals(substation)) {
          shared += sharedOf(k);
          injected += injectedOf(k);
          premium += tip[i];
          grant |= plant.grantShare() > 0;
        }
      }
      double s = grant ? rules.shareWithGrant() : rules.share();
      anyGrant |= grant;
      anyWithout |= !grant && injected > 0;
      eur += Premium.excess(shared, injected, s, premium);
      kwh += Math.max(0, shared - s * injected);
    }
    List<Parameter> parameters = new ArrayList<>();
    if (anyWithout || !anyGrant) {
      parameters.add(new Parameter("s", rules.share(), "1", say(rules.citation())));
    }
    if (anyGrant) {
      parameters.add(new Parameter("s (grant)", rules.shareWithGrant(), "1", say(rules.citation())));
    }
    return line("threshold_excess", eur, kwh, "tip", "max(0, E_inc − s·E_inj) · TIP", parameters, say(rules.citation()));
  }

  /** EUR a year of everything that counts. */
  double income(Totals totals) {
    return lines(totals).stream().filter(line -> line.partOf() == null).mapToDouble(Incentive::eur).sum();
  }
}
