package org.comparto.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A community that can be computed: everything that was asked has been checked.
 *
 * @param price of each hour, EUR/MWh
 * @param substations every area code once, in the order of plants and then members
 */
record Community(EnergyYear year, boolean rough, @Nullable String territory, @Nullable String region, @Nullable LocalDate established, List<Plant> plants,
    List<Member> members, double[] price, Parameters parameters, List<String> substations, boolean hourlyTotals) {

  static final Set<String> TECHNOLOGIES = new LinkedHashSet<>(List.of("pv_ground", "pv_roof", "pv_canopy", "pv_floating", "agripv", "wind", "biomethane"));
  private static final Pattern AREA_CODE = Pattern.compile("AC\\d{3}E\\d{5}");
  private static final int MOST_PLANTS = 200;
  private static final int MOST_MEMBERS = 1000;

  /** @param member null for a meter of its own */
  record Plant(String id, String name, double kw, LocalDate commissioned, String technology, String substation, @Nullable String member, double grantShare,
      boolean existing, BalanceQuestion.Plant given) {

    boolean isPv() {
      return technology.startsWith("pv") || technology.equals("agripv");
    }
  }

  record Member(String id, String name, MemberKind kind, double annualKwh, @Nullable String archetype, String substation, @Nullable String ateco,
      @Nullable String atecoVersion, double @Nullable [] hourly) {}

  /**
   * @param language of the sources of its parameters
   * @throws InvalidInputException naming what can not be computed
   */
  static Community of(BalanceQuestion question, String language) {
    int number = Given.required("year", question.year());
    Given.within("year", number, 2000, 2100);
    EnergyYear year = EnergyYear.of(number);
    boolean rough = question.mode() != null && Given.oneOf("mode", question.mode(), List.of("hourly", "rough")).equals("rough");
    List<Member> members = members(question.members() == null ? List.of() : question.members(), question.loads() == null ? Map.of() : question.loads(), year);
    List<Plant> plants = plants(question.plants() == null ? List.of() : question.plants(), members);
    if (question.region() != null) {
      Given.oneOf("region", question.region(), Tariff.CURRENT.geographic().regions().keySet());
    }
    Set<String> substations = new LinkedHashSet<>();
    plants.forEach(plant -> substations.add(plant.substation()));
    members.forEach(member -> substations.add(member.substation()));
    return new Community(year, rough, question.territory(), question.region(), question.established(), plants, members,
        price(Given.required("prices", question.prices()), year), Parameters.of(question.parameters(), language), List.copyOf(substations),
        Boolean.TRUE.equals(question.hourlyTotals()));
  }

  private static List<Plant> plants(List<BalanceQuestion.Plant> given, List<Member> members) {
    if (given.isEmpty() || given.size() > MOST_PLANTS) {
      throw new InvalidInputException("plants", "plants must be a list of 1 to " + MOST_PLANTS);
    }
    Map<String, Member> known = new LinkedHashMap<>();
    members.forEach(member -> known.put(member.id(), member));
    Set<String> ids = new HashSet<>();
    List<Plant> plants = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      BalanceQuestion.Plant one = given.get(i);
      String at = "plants[" + i + "].";
      String id = id(at, one.id(), ids);
      Member member = one.member() == null ? null : known.get(one.member());
      if (one.member() != null && member == null) {
        throw new InvalidInputException(at + "member", at + "member names no member");
      }
      String substation = area(at, one.substation() == null && member != null ? member.substation() : one.substation());
      if (member != null && !member.substation().equals(substation)) {
        throw new InvalidInputException(at + "substation", at + "substation is not that of the member behind whose meter the plant stands");
      }
      if (one.tilt() != null) {
        Given.within(at + "tilt", one.tilt(), 0, 90);
      }
      if (one.azimuth() != null) {
        Given.within(at + "azimuth", one.azimuth(), -180, 180);
      }
      plants.add(new Plant(id, one.name() == null ? id : one.name(), Given.within(at + "kw", Given.required(at + "kw", one.kw()), 0.1, 100_000),
          Given.required(at + "commissioned", one.commissioned()), Given.oneOf(at + "technology", Given.required(at + "technology",
          one.technology()), TECHNOLOGIES),
          substation, one.member(), one.grantShare() == null ? 0
              : Given.within(at + "grantShare", one.grantShare(), 0, Tariff.CURRENT.grantReduction().mostShare()), Boolean.TRUE.equals(one.existing()), one));
    }
    return plants;
  }

  private static List<Member> members(List<BalanceQuestion.Member> given, Map<String, double[]> loads, EnergyYear year) {
    if (given.size() > MOST_MEMBERS) {
      throw new InvalidInputException("members", "members has " + given.size() + " entries; " + MOST_MEMBERS + " are the most");
    }
    Set<String> ids = new HashSet<>();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      BalanceQuestion.Member one = given.get(i);
      String at = "members[" + i + "].";
      String id = id(at, one.id(), ids);
      double[] hourly = load(at, one, loads.get(id), year);
      if (hourly == null) {
        Given.within(at + "annualKwh", Given.required(at + "annualKwh", one.annualKwh()), 0, 1e9);
        Given.oneOf(at + "archetype", Given.required(at + "archetype", one.archetype()), Loads.ALL.names());
      }
      members.add(new Member(id, one.name() == null ? id : one.name(), Given.oneOf(at + "kind", Given.required(at + "kind", one.kind()), MemberKind.class),
          hourly == null ? one.annualKwh() : Arrays.stream(hourly).sum(), one.archetype(), area(at, one.substation()), one.ateco(), one.atecoVersion(), hourly));
    }
    loads.keySet().stream().filter(id -> !ids.contains(id)).sorted().findFirst().ifPresent(id -> {
      throw new InvalidInputException("loads." + id, "loads." + id + " names no member");
    });
    return members;
  }

  /** By the hour, from what is measured; null where nothing is. */
  private static double @Nullable [] load(String at, BalanceQuestion.Member one, double @Nullable [] given, EnergyYear year) {
    int quarters = year.hours() * 4;
    if (given != null) {
      String name = "loads." + one.id();
      return given.length == quarters ? quarters(Given.rows(name, given, quarters, 0)) : Given.rows(name, given, year.hours(), 0);
    }
    if (one.quarterHourly() != null) {
      return quarters(Given.rows(at + "quarterHourly", one.quarterHourly(), quarters, 0));
    }
    if (one.hourly() != null && one.hourly().length == quarters) {
      throw new InvalidInputException(at + "hourly", at + "hourly has " + quarters + " rows, one for each quarter of an hour; send them as quarterHourly");
    }
    return one.hourly() == null ? null : Given.rows(at + "hourly", one.hourly(), year.hours(), 0);
  }

  private static double[] quarters(double[] quarters) {
    double[] hours = new double[quarters.length / 4];
    for (int h = 0; h < hours.length; h++) {
      hours[h] = quarters[4 * h] + quarters[4 * h + 1] + quarters[4 * h + 2] + quarters[4 * h + 3];
    }
    return hours;
  }

  private static double[] price(BalanceQuestion.Prices prices, EnergyYear year) {
    double[] hours = new double[year.hours()];
    if (prices.hourly() != null) {
      return Given.rows("prices.hourly", prices.hourly(), hours.length, -1000);
    }
    double[] months = prices.monthly() == null ? null : Given.rows("prices.monthly", prices.monthly(), 12, -1000);
    double constant = months == null ? Given.within("prices.constant", Given.required("prices.constant", prices.constant()), -1000, 10_000) : 0;
    for (int h = 0; h < hours.length; h++) {
      hours[h] = months == null ? constant : months[year.monthOf()[h]];
    }
    return hours;
  }

  private static String id(String at, @Nullable String id, Set<String> ids) {
    if (Given.required(at + "id", id).isBlank() || id.length() > 100 || !ids.add(id)) {
      throw new InvalidInputException(at + "id", at + "id must be a name of its own of at most 100 characters");
    }
    return id;
  }

  private static String area(String at, @Nullable String code) {
    if (!AREA_CODE.matcher(Given.required(at + "substation", code)).matches()) {
      throw new InvalidInputException(at + "substation", at + "substation must be an area code like AC001E00934");
    }
    return code;
  }
}
