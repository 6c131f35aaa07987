package org.comparto.ogc;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.crs.Crs;
import org.comparto.feature.Conditions;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Features;
import org.comparto.feature.Near;
import org.comparto.feature.Position;
import org.comparto.feature.SortKeys;
import org.comparto.feature.TimeInterval;
import org.comparto.filter.Condition;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the parameters of a question about features mean. A name that is none of these parameters is the name of a queryable:
 * an attribute of the same name as a parameter is asked for by filter.
 */
@Component
class ItemsQuestion {

  /** Which features. */
  static final List<String> SELECTING = List.of("bbox", "bbox-crs", "datetime", "filter", "filter-lang", "filter-crs");
  /** In which order and form. */
  static final List<String> SHAPING = List.of("crs", "properties", "sortby", "f", "lang");
  /** Which part of them. */
  static final List<String> PAGING = List.of("limit", "offset", "after", "near", "radius");
  /** The parameters of a single feature. */
  static final List<String> OF_ONE = List.of("crs", "properties", "f", "lang");

  private static final BigInteger MOST_FEATURES = BigInteger.valueOf(10_000);
  private static final String DEFAULT_LIMIT = "100";

  private final Filters filters;
  private final BoxParameter box;

  ItemsQuestion(Filters filters, BoxParameter box) {
    this.filters = filters;
    this.box = box;
  }

  /**
   * One page.
   *
   * @throws InvalidInputException naming the parameter that can not be used
   */
  FeatureQuery page(Layer layer, Map<String, String> parameters) {
    FeatureQuery all = around(whole(layer, parameters, PAGING), parameters);
    String after = parameters.get("after");
    long offset = offset(parameters.getOrDefault("offset", "0"));
    if (after != null && offset > 0) {
      throw new InvalidInputException("offset", "offset and after can not be given together; both say where the page begins");
    }
    return all.page(pageSize(parameters.getOrDefault("limit", DEFAULT_LIMIT)), offset,
        after == null ? null : Position.parse(after, all.near() == null ? all.sort().size() : 1, "after"));
  }

  /** All that is asked for, without pages. */
  FeatureQuery whole(Layer layer, Map<String, String> parameters) {
    return whole(layer, parameters, List.of());
  }

  /** Form and reference system of one feature. */
  FeatureQuery one(Layer layer, Map<String, String> parameters) {
    parameters.keySet().stream().filter(name -> !OF_ONE.contains(name)).findFirst().ifPresent(name -> {
      throw unknown(name, OF_ONE, List.of());
    });
    return shape(layer, parameters);
  }

  private FeatureQuery whole(Layer layer, Map<String, String> parameters, List<String> others) {
    return shape(layer, parameters).meeting(box.of(layer, parameters)).meeting(time(parameters)).meeting(filter(layer, parameters))
        .meeting(attributes(layer, parameters, others))
        .sortedBy(SortKeys.parse(layer, parameters.get("sortby"), "sortby"));
  }

  private static FeatureQuery shape(Layer layer, Map<String, String> parameters) {
    String crs = parameters.get("crs");
    return FeatureQuery.all(layer).showing(Features.choose(layer, parameters.get("properties"), "properties"))
        .in(crs == null ? Crs.CRS84 : Crs.parse(crs, "crs"));
  }

  private static Condition time(Map<String, String> parameters) {
    String datetime = parameters.get("datetime");
    return datetime == null ? Condition.NONE : Conditions.validIn(TimeInterval.parse(datetime));
  }

  private Condition filter(Layer layer, Map<String, String> parameters) {
    FilterLanguage language = FilterLanguage.parse(parameters.getOrDefault("filter-lang", FilterLanguage.TEXT.id()), "filter-lang");
    Crs crs = Crs.parse(parameters.getOrDefault("filter-crs", Crs.CRS84.uri()), "filter-crs");
    String filter = parameters.get("filter");
    return filter == null ? Condition.NONE : filters.parse(layer, filter, language, crs);
  }

  /** What is no parameter is the name of an attribute. */
  private Condition attributes(Layer layer, Map<String, String> parameters, List<String> others) {
    Map<String, String> wanted = new LinkedHashMap<>(parameters);
    List<String> known = Stream.of(SELECTING, SHAPING, others).flatMap(List::stream).toList();
    wanted.keySet().removeAll(known);
    for (String name : wanted.keySet()) {
      if (!Filters.isQueryable(layer, name)) {
        throw unknown(name, known, layer.publicAttributes().stream().map(Attribute::name).toList());
      }
    }
    return filters.equal(layer, wanted);
  }

  private static FeatureQuery around(FeatureQuery query, Map<String, String> parameters) {
    String near = parameters.get("near");
    String radius = parameters.get("radius");
    if (near == null && radius == null) {
      return query;
    }
    if (near == null || radius == null) {
      throw new InvalidInputException(near == null ? "near" : "radius", "near=longitude,latitude and radius=metres belong together");
    }
    if (!query.sort().isEmpty()) {
      throw new InvalidInputException("sortby", "near gives the nearest first; it can not be sorted otherwise");
    }
    String[] place = near.split(",", -1);
    if (place.length != 2) {
      throw new InvalidInputException("near", "near is \"" + near + "\"; it is longitude,latitude in degrees");
    }
    return query.around(new Near(number("near", place[0]), number("near", place[1]), number("radius", radius)));
  }

  private static double number(String parameter, String text) {
    if (!text.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?")) {
      throw new InvalidInputException(parameter, parameter + " holds \"" + text + "\", which is not a number");
    }
    return Double.parseDouble(text);
  }

  /** Above the most it is clamped, however large: a caller who wants all gets as much as there is in one page. */
  private static int pageSize(String limit) {
    if (!limit.matches("\\d{1,100}") || limit.matches("0+")) {
      throw new InvalidInputException("limit", "limit is \"" + limit + "\"; it must be an integer of at least 1");
    }
    return new BigInteger(limit).min(MOST_FEATURES).intValue();
  }

  private static long offset(String offset) {
    if (!offset.matches("\\d{1,15}")) {
      throw new InvalidInputException("offset", "offset is \"" + offset + "\"; it must be an integer of at least 0");
    }
    return Long.parseLong(offset);
  }

  private static InvalidInputException unknown(String name, List<String> parameters, List<String> attributes) {
    return new InvalidInputException(name, "\"" + name + "\" is not a parameter here; there are " + String.join(", ", parameters)
        + (attributes.isEmpty() ? "" : ", and the attributes " + String.join(", ", attributes)));
  }
}
