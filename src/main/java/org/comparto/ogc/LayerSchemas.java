package org.comparto.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.ogc.SchemaDocument.Code;
import org.comparto.ogc.SchemaDocument.Property;
import org.jspecify.annotations.Nullable;

/** Makes the schemas of a layer from its descriptor: what its features hold, what can be asked of them, what they can be sorted by. */
final class LayerSchemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  /** UCUM for the units of the descriptors. Currencies and the peak power of modules have no word in it. */
  private static final Map<String, String> UCUM = Map.ofEntries(Map.entry("%", "%"), Map.entry("m", "m"), Map.entry("km", "km"),
      Map.entry("m²", "m2"), Map.entry("m²/m²", "m2/m2"), Map.entry("m³/m²", "m3/m2"), Map.entry("m³/h", "m3/h"), Map.entry("l/s", "l/s"),
      Map.entry("kW", "kW"), Map.entry("kV", "kV"), Map.entry("kWh", "kW.h"), Map.entry("Mbit/s", "Mbit/s"), Map.entry("t", "t"),
      Map.entry("min", "min"), Map.entry("min/h", "min/h"));

  private final Layer layer;
  private final String language;

  LayerSchemas(Layer layer, String language) {
    this.layer = layer;
    this.language = language;
  }

  /** Part 5, "returnables and receivables": the public properties of a feature. */
  SchemaDocument features() {
    Stream<String> required = layer.publicAttributes().stream().filter(Attribute::required).map(Attribute::name);
    return document("schema", properties(true, layer.publicAttributes()), Stream.concat(Stream.of("geometry"), required).toList());
  }

  /** Part 3: what a filter may name. */
  SchemaDocument queryables() {
    return document("queryables", properties(true, layer.publicAttributes()), null);
  }

  /** What sortby may name: values that have an order. */
  SchemaDocument sortables() {
    return document("sortables", properties(false,
        layer.publicAttributes().stream().filter(a -> a.type() != AttributeType.TEXT_LIST && a.type() != AttributeType.JSON).toList()), null);
  }

  private SchemaDocument document(String page, Map<String, Property> properties, @Nullable List<String> required) {
    return new SchemaDocument(DIALECT, Link.to("/ogc/collections/" + layer.id() + "/" + page), "object", layer.title().in(language),
        layer.description().in(language), properties, required, false);
  }

  private Map<String, Property> properties(boolean withGeometry, List<Attribute> attributes) {
    Map<String, Property> properties = new LinkedHashMap<>();
    if (withGeometry) {
      properties.put("id", new Property(say("Identificativo", "Identifier"), null, "integer", null, null, null, null, true, "id", null,
          null, 1));
      properties.put("geometry", new Property(say("Geometria", "Geometry"), null, null, geometryFormat(), null, null, null, null,
          "primary-geometry", null, null, 2));
    }
    attributes.forEach(attribute -> properties.put(attribute.name(), property(attribute, properties.size() + 1)));
    return properties;
  }

  private Property property(Attribute attribute, int position) {
    boolean list = attribute.type() == AttributeType.TEXT_LIST;
    boolean reference = attribute.refersById();
    List<Code> codes = codes(attribute);
    return new Property(attribute.title().in(language), description(attribute), type(attribute), format(attribute),
        list ? member(attribute, codes) : null, list ? null : values(codes), list ? null : codes,
        attribute.derived() || attribute.name().equals("updated_at") ? true : null,
        reference ? "reference" : role(attribute), reference ? attribute.reference() : null,
        attribute.unit() == null ? null : UCUM.get(attribute.unit()), position);
  }

  /** Lists hold texts, or the ids of features of another layer. */
  private Property member(Attribute attribute, @Nullable List<Code> codes) {
    String title = attribute.title().in(language);
    return attribute.reference() == null
        ? new Property(title, null, "string", null, null, values(codes), codes, null, null, null, null, null)
        : new Property(title, null, "integer", null, null, null, null, null, "reference", attribute.reference(), null, null);
  }

  private @Nullable List<Code> codes(Attribute attribute) {
    List<Layer.Code> codes = attribute.codes() == null ? null : layer.codes().get(attribute.codes());
    return codes == null ? null : codes.stream().map(code -> new Code(code.value(), code.title().in(language))).toList();
  }

  private static @Nullable List<String> values(@Nullable List<Code> codes) {
    return codes == null ? null : codes.stream().map(Code::value).toList();
  }

  private @Nullable String description(Attribute attribute) {
    String help = attribute.help() == null ? null : attribute.help().in(language);
    if (attribute.unit() == null || UCUM.containsKey(attribute.unit())) {
      return help;
    }
    return (help == null ? "" : help + ". ") + say("Unità: ", "Unit: ") + attribute.unit();
  }

  /** What the public has no fixed structure for is an array of objects in all core layers, and anything in loaded ones. */
  private static Object type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, DATE, DATETIME -> "string";
      case TEXT_LIST -> "array";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case JSON -> List.of("array", "object");
    };
  }

  private static @Nullable String format(Attribute attribute) {
    return switch (attribute.type()) {
      case DATE -> "date";
      case DATETIME -> "date-time";
      default -> null;
    };
  }

  private static @Nullable String role(Attribute attribute) {
    return switch (attribute.name()) {
      case "valid_from" -> "primary-interval-start";
      case "valid_to" -> "primary-interval-end";
      default -> null;
    };
  }

  /** Loaded layers may hold single and multiple shapes; of our own tables only those of points hold single ones alone. */
  private String geometryFormat() {
    return "geometry-" + switch (layer.geometry()) {
      case POINT -> layer.hasOwnTable() ? "point" : "point-or-multipoint";
      case LINE -> "linestring-or-multilinestring";
      case POLYGON -> "polygon-or-multipolygon";
      case ANY -> "any";
    };
  }

  private String say(String italian, String english) {
    return language.equals("en") ? english : italian;
  }
}
