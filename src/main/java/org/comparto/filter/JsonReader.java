package org.comparto.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON: every operator and function is an object with "op" and "args", literals are what they are in JSON. */
final class JsonReader {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final Nodes nodes;

  private JsonReader(Nodes nodes) {
    this.nodes = nodes;
  }

  static Expression parse(String filter, Nodes nodes) {
    JsonNode document;
    try {
      document = JSON.readTree(filter);
    } catch (JacksonException e) {
      throw new Mistake("the filter is not JSON: " + e.getOriginalMessage());
    } catch (NumberFormatException e) { // Jackson lets it through for an exponent beyond an int
      throw new Mistake("a number in the filter is too large or too small to compute with");
    }
    return new JsonReader(nodes).expression(document);
  }

  private Expression expression(JsonNode node) {
    nodes.enter();
    Expression read = switch (node.getNodeType()) {
      case STRING -> nodes.text(node.stringValue());
      case NUMBER -> nodes.number(node.decimalValue());
      case BOOLEAN -> nodes.truth(node.booleanValue());
      case ARRAY -> nodes.items(each(node));
      case OBJECT -> object(node);
      default -> throw new Mistake("the filter holds " + Mistake.shown(node.toString())
          + ", which is no value; ask with isNull for what is not known");
    };
    nodes.leave();
    return read;
  }

  private Expression object(JsonNode node) {
    if (node.has("op")) {
      return operation(node);
    }
    if (node.has("property")) {
      return nodes.property(string(node, "property"));
    }
    if (node.has("date")) {
      return nodes.date(string(node, "date"));
    }
    if (node.has("timestamp")) {
      return nodes.timestamp(string(node, "timestamp"));
    }
    if (node.has("interval")) {
      return interval(node.path("interval"));
    }
    if (node.has("bbox") && !node.has("type")) {
      return nodes.box(numbers(node.path("bbox")));
    }
    if (GeoJsonShapes.begins(node)) {
      return nodes.shape(GeoJsonShapes.read(node));
    }
    throw new Mistake("the filter holds an object with " + Mistake.shown(String.join(", ", node.propertyNames()))
        + "; there are op with args, property, date, timestamp, interval, bbox and GeoJSON geometries");
  }

  private Expression operation(JsonNode node) {
    String name = string(node, "op");
    Operator operator = Operator.find(name).orElseThrow(() ->
        new Mistake("there is no operator or function " + Mistake.shown(name) + "; there are those of CQL2 only"));
    if (!node.path("args").isArray()) {
      throw new Mistake("the args of " + operator.symbol() + " are not an array");
    }
    return nodes.operation(operator, each(node.path("args")));
  }

  private Expression interval(JsonNode ends) {
    if (!ends.isArray() || ends.size() != 2) {
      throw new Mistake("an interval in the filter is not an array of its start and its end");
    }
    List<Expression> read = each(ends);
    return nodes.interval(read.get(0), read.get(1));
  }

  private List<Expression> each(JsonNode array) {
    List<Expression> all = new ArrayList<>();
    array.forEach(member -> all.add(expression(member)));
    return all;
  }

  private static List<BigDecimal> numbers(JsonNode array) {
    List<BigDecimal> all = new ArrayList<>();
    for (JsonNode member : array) {
      if (!member.isNumber()) {
        throw new Mistake("a bbox in the filter takes numbers only");
      }
      all.add(member.decimalValue());
    }
    return all;
  }

  private static String string(JsonNode node, String name) {
    if (!node.path(name).isString()) {
      throw new Mistake("\"" + name + "\" in the filter is not a string");
    }
    return node.path(name).stringValue();
  }
}
