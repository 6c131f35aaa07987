package org.comparto.estate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.comparto.estate.NaivePlots.Plot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Makes filters as an investor may ask them, each as CQL2 text and, independently, as a function of one plot. */
final class RandomPlotFilter {

  /** Kleene's logic: null is not known. */
  interface Meaning {
    Boolean of(Plot plot);
  }

  /**
   * A part of a filter.
   *
   * @param attributes that it asks about; the shape is none
   */
  record Part(String text, Meaning meaning, Set<String> attributes) {}

  private static final List<String> NUMBERS = List.of("area_m2", "price_eur_m2", "price_eur", "max_height_m", "coverage_percent",
      "floor_area_index_m2_m2", "electricity_kw", "water_l_s", "fibre_mbit_s", "truck_min_toll_gate", "car_min_port", "residual_floor_area_m2",
      "acoustic_class");
  private static final List<String> TEXTS = List.of("status", "owner_type", "land_history", "municipality_code", "offer_type", "urbanisation_status",
      "apea_status", "electricity_operator");
  private static final List<String> TRUTHS = List.of("divisible", "rail_siding", "quay", "fibre_present", "in_logistics_zone", "in_aid_area");
  private static final List<String> DATES = List.of("available_from", "verified_on", "surveyed_on", "price_on");
  private static final List<String> LISTS = List.of("permitted_activities", "permitted_ateco");

  private final Random random;
  private final List<Plot> plots;

  RandomPlotFilter(Random random, List<Plot> plots) {
    this.random = random;
    this.plots = plots;
  }

  /** The parts that AND joins: none to four. */
  List<Part> next() {
    List<Part> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      parts.add(random.nextInt(5) == 0 ? nested(2) : leaf());
    }
    return parts;
  }

  private Part nested(int depth) {
    Part a = depth > 1 && random.nextBoolean() ? nested(depth - 1) : leaf();
    Part b = leaf();
    Set<String> both = new TreeSet<>(a.attributes());
    both.addAll(b.attributes());
    return switch (random.nextInt(3)) {
      case 0 -> new Part("NOT (" + a.text() + ")", plot -> not(a.meaning().of(plot)), a.attributes());
      case 1 -> new Part("(" + a.text() + " OR " + b.text() + ")", plot -> or(a.meaning().of(plot), b.meaning().of(plot)), both);
      default -> new Part("NOT (" + a.text() + " AND " + b.text() + ")", plot -> or(not(a.meaning().of(plot)), not(b.meaning().of(plot))), both);
    };
  }

  private static Boolean not(Boolean a) {
    return a == null ? null : !a;
  }

  private static Boolean or(Boolean a, Boolean b) {
    return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b) ? Boolean.TRUE : a == null || b == null ? null : Boolean.FALSE;
  }

  private Part leaf() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> number();
      case 2 -> between();
      case 3 -> text();
      case 4 -> truth();
      case 5 -> date();
      case 6 -> list();
      case 7 -> unknown();
      default -> random.nextBoolean() ? box() : pattern();
    };
  }

  private Part number() {
    String name = one(NUMBERS);
    BigDecimal constant = sample(name, JsonNode::decimalValue, BigDecimal.TEN);
    String sign = one(List.of("<", "<=", ">", ">=", "=", "<>"));
    return new Part(name + " " + sign + " " + constant.toPlainString(), plot -> {
      JsonNode value = plot.get(name);
      return value == null ? null : holds(value.decimalValue().compareTo(constant), sign);
    }, Set.of(name));
  }

  private Part between() {
    String name = one(NUMBERS);
    BigDecimal one = sample(name, JsonNode::decimalValue, BigDecimal.ONE);
    BigDecimal other = sample(name, JsonNode::decimalValue, BigDecimal.TEN);
    return new Part(name + " BETWEEN " + one.min(other).toPlainString() + " AND " + one.max(other).toPlainString(), plot -> {
      JsonNode value = plot.get(name);
      return value == null ? null : value.decimalValue().compareTo(one.min(other)) >= 0 && value.decimalValue().compareTo(one.max(other)) <= 0;
    }, Set.of(name));
  }

  private Part text() {
    String name = one(TEXTS);
    String a = sample(name, JsonNode::asString, "x");
    String b = sample(name, JsonNode::asString, "it's");
    String text = random.nextBoolean() ? name + " IN (" + quoted(a) + ", " + quoted(b) + ")" : name + " = " + quoted(a);
    boolean in = text.contains(" IN ");
    return new Part(text, plot -> {
      JsonNode value = plot.get(name);
      return value == null ? null : value.asString().equals(a) || in && value.asString().equals(b);
    }, Set.of(name));
  }

  private Part truth() {
    String name = one(TRUTHS);
    boolean wanted = random.nextBoolean();
    return new Part(name + " = " + (wanted ? "TRUE" : "FALSE"), plot -> plot.get(name) == null ? null : plot.get(name).asBoolean() == wanted, Set.of(name));
  }

  private Part date() {
    String name = one(DATES);
    String day = sample(name, JsonNode::asString, "2026-01-01");
    String sign = one(List.of("<", "<=", ">", ">=", "=", "<>"));
    return new Part(name + " " + sign + " DATE('" + day + "')", plot -> {
      JsonNode value = plot.get(name);
      return value == null ? null : holds(value.asString().compareTo(day), sign);
    }, Set.of(name));
  }

  private Part list() {
    String name = one(LISTS);
    String a = sample(name, value -> value.get(0).asString(), "logistics");
    String b = sample(name, value -> value.get(value.size() - 1).asString(), "craft");
    boolean all = random.nextBoolean();
    return new Part((all ? "A_CONTAINS(" : "A_OVERLAPS(") + name + ", (" + quoted(a) + ", " + quoted(b) + "))", plot -> {
      JsonNode value = plot.get(name);
      if (value == null) {
        return null;
      }
      Set<String> members = new TreeSet<>();
      value.forEach(member -> members.add(member.asString()));
      return all ? members.contains(a) && members.contains(b) : members.contains(a) || members.contains(b);
    }, Set.of(name));
  }

  private Part unknown() {
    String name = one(random.nextBoolean() ? NUMBERS : random.nextBoolean() ? TEXTS : DATES);
    boolean wanted = random.nextBoolean();
    return new Part(name + (wanted ? " IS NULL" : " IS NOT NULL"), plot -> (plot.get(name) == null) == wanted, Set.of(name));
  }

  private Part box() {
    Envelope around = plots.get(random.nextInt(plots.size())).shape().getEnvelopeInternal();
    Envelope box = new Envelope(around.getMinX() - random.nextDouble() / 20, around.getMaxX() + random.nextDouble() / 20,
        around.getMinY() - random.nextDouble() / 20, around.getMaxY() + random.nextDouble() / 20);
    return new Part("S_INTERSECTS(geometry, BBOX(" + box.getMinX() + ", " + box.getMinY() + ", " + box.getMaxX() + ", " + box.getMaxY() + "))",
        plot -> plot.shape().intersects(new GeometryFactory().toGeometry(box)), Set.of());
  }

  private Part pattern() {
    String code = sample("code", JsonNode::asString, "CR-01-001");
    String start = code.substring(0, Math.min(4, code.length()));
    return new Part("code LIKE '" + start + "%'", plot -> plot.get("code").asString().startsWith(start), Set.of("code"));
  }

  private static boolean holds(int compared, String sign) {
    return switch (sign) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case ">=" -> compared >= 0;
      case "=" -> compared == 0;
      default -> compared != 0;
    };
  }

  /** A value that comes, so that filters find something. */
  private <T> T sample(String name, Function<JsonNode, T> read, T otherwise) {
    List<JsonNode> known = plots.stream().map(plot -> plot.get(name)).filter(value -> value != null && !(value.isArray() && value.isEmpty())).toList();
    return known.isEmpty() ? otherwise : read.apply(known.get(random.nextInt(known.size())));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
