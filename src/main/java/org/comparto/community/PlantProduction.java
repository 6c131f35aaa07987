package org.comparto.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.community.Community.Plant;
import org.comparto.mail.Words;
import org.comparto.potential.Panel;
import org.comparto.potential.Production;
import org.comparto.potential.PvCase;
import org.comparto.potential.Yield;
import org.comparto.potential.Yields;
import org.comparto.problem.InvalidInputException;

/** The kWh of each plant in each hour: uploaded, or a year's or twelve months' energy in the shape that the sun gives it. */
final class PlantProduction {

  /**
   * Where a plant's energy comes from.
   *
   * @param hourly kWh of each hour of the year in Rome; empty in rough mode
   * @param annualKwh their sum
   */
  record Series(double[] hourly, double annualKwh, String source) {}

  private final Community community;
  private final Yields yields;
  private final Words words;
  private final Map<Panel, double[]> shapes = new HashMap<>();
  private final Map<List<Object>, Optional<Yield>> known = new HashMap<>();

  PlantProduction(Community community, Yields yields, Words words) {
    this.community = community;
    this.yields = yields;
    this.words = words;
  }

  List<Series> all() {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < community.plants().size(); i++) {
      all.add(of(community.plants().get(i), "plants[" + i + "]."));
    }
    return all;
  }

  private Series of(Plant plant, String at) {
    BalanceQuestion.Plant given = plant.given();
    if (given.hourly() != null) {
      double[] hours = uploaded(given, at);
      return new Series(hours, Arrays.stream(hours).sum(), words.say("yield_uploaded"));
    }
    if (given.monthly() != null) {
      return monthly(Given.rows(at + "monthly", given.monthly(), 12, 0), plant, at, words.say("yield_monthly"));
    }
    if (given.yield() != null) {
      double year = plant.kw() * Given.within(at + "yield", given.yield(), 0, 9000);
      return yearly(year, plant, at, words.say("yield_given", given.yield()));
    }
    if (!plant.isPv()) {
      throw new InvalidInputException(at + "yield", at
          + "yield is required in kWh per kW and year where a plant is no photovoltaics and has neither monthly nor hourly values");
    }
    Panel panel = panel(plant, at);
    double planning = community.parameters().value("planningFactor");
    double loss = Yields.usualLossPercent();
    PvCase pvCase = PvCase.of(plant.technology()).orElseThrow();
    Yield found = known.computeIfAbsent(List.of(panel, pvCase), key -> yields.find(panel, community.territory(), loss, pvCase))
        .orElseThrow(() -> new InvalidInputException(at + "yield", "No yield is known at the place of " + plant.name() + "; give " + at
        + "yield in kWh per kW and year."));
    double[] months = found.months().stream().mapToDouble(month -> month * plant.kw() * planning).toArray();
    return monthly(months, plant, at, words.say(found.pvgis() ? "yield_pvgis" : "yield_table", found.source().in(words.locale().getLanguage()), Math.round(found.perKwp()), planning));
  }

  /** Of the whole UTC year; its last hour stands in the first of the year in Rome, which still belongs to the UTC year before. */
  private double[] uploaded(BalanceQuestion.Plant given, String at) {
    double[] rows = Given.rows(at + "hourly", given.hourly(), community.year().hours(), 0);
    boolean utc = given.hourlyTime() != null && Given.oneOf(at + "hourlyTime", given.hourlyTime(), List.of("local", "utc")).equals("utc");
    if (!utc) {
      return rows.clone();
    }
    double[] local = new double[rows.length];
    local[0] = rows[rows.length - 1];
    System.arraycopy(rows, 0, local, 1, rows.length - 1);
    return local;
  }

  private Series yearly(double kwh, Plant plant, String at, String source) {
    if (!plant.isPv()) {
      if (community.rough()) {
        return new Series(new double[0], kwh, source);
      }
      double[] even = new double[community.year().hours()];
      Arrays.fill(even, kwh / even.length);
      return new Series(even, kwh, source + " " + words.say("yield_even"));
    }
    return monthly(Yields.spread(panel(plant, at), kwh).stream().mapToDouble(Double::doubleValue).toArray(), plant, at, source);
  }

  private Series monthly(double[] kwh, Plant plant, String at, String source) {
    double sum = Arrays.stream(kwh).sum();
    if (community.rough()) {
      return new Series(new double[0], sum, source);
    }
    EnergyYear year = community.year();
    double[] shape = plant.isPv() ? shape(panel(plant, at)) : even(year.hours());
    double[] months = year.months(shape);
    double[] hours = new double[year.hours()];
    for (int h = 0; h < hours.length; h++) {
      int month = year.monthOf()[h];
      hours[h] = shape[h] * (kwh[month] / months[month]);
    }
    return new Series(hours, sum, source);
  }

  private double[] shape(Panel panel) {
    EnergyYear year = community.year();
    return shapes.computeIfAbsent(panel, one -> Production.shape(one, year.firstHour(), year.hours(), community.parameters().value("diffuseShare")));
  }

  private static double[] even(int hours) {
    double[] even = new double[hours];
    Arrays.fill(even, 1);
    return even;
  }

  private Panel panel(Plant plant, String at) {
    BalanceQuestion.Plant given = plant.given();
    double[] place = given.lon() != null && given.lat() != null
        ? new double[] {Given.within(at + "lon", given.lon(), -180, 180), Given.within(at + "lat", given.lat(), -60, 60)}
        : Yields.middle(community.territory()).orElseThrow(() -> new InvalidInputException(at + "lon",
            at + "lon and lat are required where the territory is not given or has no place of its own"));
    return PvCase.of(plant.technology()).orElseThrow().panel(place[0], place[1], given.tilt(), given.azimuth());
  }
}
