package org.comparto.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of a layer's attributes as people read them: codes by their titles, numbers with units, days in words; as the map's panels do. */
public final class FieldText {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final int GROUPED_FROM = 10_000;

  private final Layer layer;
  private final Words t;
  private final Locale locale;

  public FieldText(Layer layer, Words t) {
    this.layer = layer;
    this.t = t;
    this.locale = Locale.forLanguageTag(t.language());
  }

  public String language() {
    return t.language();
  }

  /** A value of a GeoJSON feature as FeatureRows would hand it over. */
  public static @Nullable Object read(Attribute a, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    return switch (a.type()) {
      case INTEGER -> value.asLong();
      case NUMBER -> value.decimalValue();
      case BOOLEAN -> value.asBoolean();
      case DATE -> LocalDate.parse(value.asString());
      case DATETIME -> OffsetDateTime.parse(value.asString());
      case TEXT_LIST -> value.valueStream().map(JsonNode::asString).toList();
      case JSON -> value.toString();
      case TEXT -> value.asString();
    };
  }

  /** Whether there is anything to show. */
  public static boolean isKnown(@Nullable Object value) {
    return value != null && !value.equals("") && !(value instanceof List<?> list && list.isEmpty());
  }

  /** @param value as FeatureRows hands it over; null gives the words for "not known" */
  public String of(Attribute attribute, @Nullable Object value) {
    if (!isKnown(value)) {
      return t.of("notKnown");
    }
    return value instanceof List<?> list ? list.stream().map(one -> single(attribute, one)).collect(Collectors.joining(", "))
        : single(attribute, value);
  }

  /** The entries of a json attribute, each as a line; a text that is no JSON is its only line. */
  public List<String> lines(String json) {
    try {
      JsonNode read = JsonMapper.shared().readTree(json);
      List<String> lines = new ArrayList<>();
      (read.isArray() ? read : List.of(read)).forEach(entry -> lines.add(entry.isObject() ? line(entry) : entry.asString()));
      return lines;
    } catch (JacksonException e) {
      return List.of(json);
    }
  }

  private String single(Attribute attribute, Object value) {
    if (attribute.codes() != null) {
      return code(attribute.codes(), value).orElse(value.toString());
    }
    if (value instanceof Boolean yes) {
      return t.of(yes ? "yes" : "no");
    } else if (value instanceof LocalDate day) {
      return day(day);
    } else if (value instanceof OffsetDateTime moment) {
      ZonedDateTime here = moment.atZoneSameInstant(ITALY);
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale).format(here);
    } else if (value instanceof Number number) {
      return number(number, attribute.unit());
    }
    return attribute.type() == AttributeType.JSON ? String.join("; ", lines(value.toString())) : value.toString();
  }

  /** The title of a code; empty if the list does not have it. */
  public Optional<String> code(String list, Object value) {
    return layer.codes().get(list).stream().filter(code -> code.value().equals(value.toString())).findFirst()
        .map(code -> code.title().in(t.language()));
  }

  /** A day in words. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** A number with its unit. Without a unit numbers are grouped from five digits on, so that years stay years. */
  public String number(Number number, @Nullable String unit) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    BigDecimal exact = new BigDecimal(number.toString());
    format.setGroupingUsed(unit != null || exact.abs().intValue() >= GROUPED_FROM);
    boolean money = unit != null && unit.startsWith("€");
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    format.setMaximumFractionDigits(unit == null ? 3 : money || unit.contains("/") ? 2 : 1);
    format.setMinimumFractionDigits(money && !whole ? 2 : 0);
    return format.format(exact) + (unit == null ? "" : unit.equals("%") ? "%" : "\u00a0" + unit);
  }

  private String line(JsonNode entry) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    entry.properties().forEach(field -> {
      String name = field.getKey().replaceAll("_(it|en)$", "");
      boolean spoken = !field.getKey().matches(".*_(it|en)$") || field.getKey().endsWith("_" + t.language());
      if (!field.getValue().isNull() && (spoken || !fields.containsKey(name))) {
        fields.put(name, field.getValue());
      }
    });
    return fields.entrySet().stream().map(field -> part(field.getKey(), field.getValue())).filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private String part(String name, JsonNode value) {
    String text = value.isString() ? value.asString() : value.isBoolean() ? t.of(value.asBoolean() ? "yes" : "no")
        : value.isNumber() ? number(value.decimalValue(), name.endsWith("_percent") ? "%" : null) : value.toString();
    String shown = value.isString() && text.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(text))
        : t.has("item.value." + text) ? t.of("item.value." + text) : text;
    return name.equals("name") || name.equals("title") || name.equals("what") ? shown
        : (t.has("item." + name) ? t.of("item." + name) : name.replace('_', ' ')) + ": " + shown;
  }
}
