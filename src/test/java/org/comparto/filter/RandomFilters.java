package org.comparto.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;

/** Draws CQL2 filters, right in grammar and types and wild in values, as trees of maps and lists that are their JSON. */
final class RandomFilters {

  private static final List<String> NUMBERS = List.of("0", "1", "-1", "0.5", "3", "1000", "2147483648", "9223372036854775808", "-1e50", "1e99",
      "1e-99", "0.30000000000000000000000000000000001");
  private static final List<String> TEXTS = List.of("available", "", "%", "_a%", "a\\\\b", "100\\%", "'; DROP TABLE plot; --", "Straße", "àèì",
      "\uFF05\uFF3C", "e\u0301", ":f0", "?", "${relation}", "\"", "İı", "\uD83D\uDE00", "$$");
  private static final List<String> DATES = List.of("2025-01-14", "0001-01-01", "9999-12-31", "2024-02-29");
  private static final List<String> MOMENTS = List.of("2026-11-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00+14:00");

  private final Random random;
  private final Layer layer;

  RandomFilters(Random random, Layer layer) {
    this.random = random;
    this.layer = layer;
  }

  Object predicate(int depth) {
    return depth == 0 ? comparison(depth) : one(() -> op(pick("and", "or"), predicate(depth - 1), predicate(depth - 1)),
        () -> op("not", predicate(depth - 1)), () -> comparison(depth), () -> comparison(depth), () -> temporal(), () -> spatial(), () -> array());
  }

  private Object comparison(int depth) {
    return one(() -> op(comparator(), number(depth), number(depth)), () -> op(comparator(), text(), text()),
        () -> op(comparator(), instant(), instant()), () -> op("between", number(depth), number(depth), number(depth)),
        () -> op("in", number(depth), List.of(number(0), number(0), number(0))), () -> op("in", text(), List.of(text(), text())),
        () -> op("like", text(), pattern()), () -> op("isNull", property()), () -> random.nextBoolean());
  }

  private Object number(int depth) {
    Supplier<Object> literal = () -> new BigDecimal(pick(NUMBERS));
    Supplier<Object> property = () -> property(AttributeType.INTEGER, AttributeType.NUMBER);
    return depth == 0 ? one(literal, property)
        : one(literal, property, () -> op(pick("+", "-", "*", "/", "%", "div", "^"), number(depth - 1), number(depth - 1)));
  }

  private Object text() {
    return one(() -> property(AttributeType.TEXT), () -> pick(TEXTS), () -> op(pick("casei", "accenti"), text()));
  }

  private Object pattern() {
    return one(() -> pick(TEXTS), () -> op(pick("casei", "accenti"), pattern()));
  }

  private Object instant() {
    return one(() -> property(AttributeType.DATE, AttributeType.DATETIME), () -> Map.of("date", pick(DATES)), () -> Map.of("timestamp", pick(MOMENTS)));
  }

  private Object temporal() {
    String any = pick("t_after", "t_before", "t_disjoint", "t_equals", "t_intersects");
    String intervals = pick("t_contains", "t_during", "t_finishedBy", "t_finishes", "t_meets", "t_metBy", "t_overlappedBy", "t_overlaps",
        "t_startedBy", "t_starts");
    return one(() -> op(any, one(this::instant, this::interval), one(this::instant, this::interval)), () -> op(intervals, interval(), interval()));
  }

  private Object interval() {
    Supplier<Object> property = () -> property(AttributeType.DATE);
    return Map.of("interval", List.of(one(() -> "..", () -> pick(DATES.subList(0, 2)), property), one(() -> "..", () -> "9999-12-31", property)));
  }

  private Object spatial() {
    return op(pick("s_intersects", "s_equals", "s_disjoint", "s_touches", "s_within", "s_overlaps", "s_crosses", "s_contains"),
        Map.of("property", "geometry"), one(() -> Map.of("property", "geometry"), () -> geometry("Point", place()),
            () -> geometry("LineString", List.of(place(), place())),
            () -> geometry("Polygon", List.of(List.of(List.of(7, 44), List.of(place().get(0), 43), List.of(13, 46), List.of(7, 44)))),
            () -> Map.of("bbox", List.of(7 + random.nextInt(3), 43 + random.nextInt(2), 10 + random.nextInt(3), 45 + random.nextInt(2)))));
  }

  private Object array() {
    return op(pick("a_equals", "a_contains", "a_containedBy", "a_overlaps"), one(() -> property(AttributeType.TEXT_LIST), this::texts), texts());
  }

  private Object texts() {
    return List.of(pick(TEXTS), pick(TEXTS));
  }

  private static Object geometry(String type, Object coordinates) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", type);
    geometry.put("coordinates", coordinates);
    return geometry;
  }

  private List<Number> place() {
    return List.of(7 + random.nextInt(500) / 100.0, 43 + random.nextInt(300) / 100.0);
  }

  private Object property(AttributeType... types) {
    List<String> names = new ArrayList<>();
    layer.publicAttributes().stream().filter(a -> types.length == 0 || List.of(types).contains(a.type())).map(Attribute::name).forEach(names::add);
    return names.isEmpty() ? Map.of("property", "id") : Map.of("property", pick(names));
  }

  private Object op(String name, Object... operands) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("op", name);
    operation.put("args", List.of(operands));
    return operation;
  }

  private String comparator() {
    return pick("=", "<>", "<", ">", "<=", ">=");
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  private Object one(Supplier<Object>... all) {
    return all[random.nextInt(all.length)].get();
  }
}
