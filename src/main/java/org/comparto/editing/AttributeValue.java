package org.comparto.editing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comparto.hours.OpeningHours;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** Reads the value of one attribute by its type and code list; blank texts and empty lists are not known. */
final class AttributeValue {

  /** Of a text; a name or code stands in an index and may be shorter only. */
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_NAME = 500;
  private static final int MOST_DIGITS = 40;
  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_CODES_NAMED = 30;

  private final Layer layer;
  private final Attribute attribute;
  private final boolean openCodes;
  private final List<Fault> faults;

  /**
   * @param openCodes whether codes may be others than the list's: it was made from data
   * @param faults where what is wrong is added
   */
  AttributeValue(Layer layer, Attribute attribute, boolean openCodes, List<Fault> faults) {
    this.layer = layer;
    this.attribute = attribute;
    this.openCodes = openCodes;
    this.faults = faults;
  }

  /** As it is kept; null where it is not known, or can not be kept. */
  JsonNode read(JsonNode given) {
    if (given.isNull() || given.isMissingNode() || given.isString() && given.asString().isBlank() || given.isArray() && given.isEmpty()) {
      return NullNode.instance;
    }
    return read(given, attribute.type());
  }

  private JsonNode read(JsonNode sent, AttributeType type) {
    JsonNode given = unwrapped(sent, type);
    JsonNode read = switch (type) {
      case TEXT -> given.isString() ? text(given) : wrong(given, "is no text");
      case INTEGER -> integer(given);
      case NUMBER -> given.isNumber() && isReasonable(given.decimalValue()) ? given : wrong(given, "is no number that can be kept");
      case BOOLEAN -> given.isBoolean() ? given : wrong(given, "is neither true nor false");
      case DATE -> date(given);
      case DATETIME -> instant(given);
      case TEXT_LIST -> given.isArray() ? list((ArrayNode) given) : wrong(given, "is no list");
      case JSON -> given.isContainer() ? given : wrong(given, "is neither an object nor a list");
    };
    return read == null ? NullNode.instance : read;
  }

  /**
   * A client that guesses types, as QGIS where the first values that it sees are not known, sends lists, objects, numbers and truths back as
   * the text of their JSON.
   */
  private static JsonNode unwrapped(JsonNode given, AttributeType type) {
    if (!given.isString() || given.asString().length() > LONGEST_TEXT) {
      return given;
    }
    try {
      return switch (type) {
        case TEXT, DATE, DATETIME -> given;
        case INTEGER, NUMBER -> orGiven(FeatureBody.JSON.readTree(given.asString()), given, JsonNode::isNumber);
        case BOOLEAN -> orGiven(FeatureBody.JSON.readTree(given.asString()), given, JsonNode::isBoolean);
        case TEXT_LIST, JSON -> orGiven(FeatureBody.JSON.readTree(given.asString()), given, JsonNode::isContainer);
      };
    } catch (JacksonException e) {
      return given;
    }
  }

  private static JsonNode orGiven(JsonNode read, JsonNode given, Predicate<JsonNode> fits) {
    return fits.test(read) ? read : given;
  }

  private @Nullable JsonNode text(JsonNode given) {
    String text = given.asString();
    boolean indexed = attribute.name().equals("code") || attribute.name().equals("name");
    if (text.length() > (indexed ? LONGEST_NAME : LONGEST_TEXT)) {
      return wrong(given, "is longer than " + (indexed ? LONGEST_NAME : LONGEST_TEXT) + " characters");
    }
    if (attribute.form() == Attribute.Form.OPENING_HOURS && OpeningHours.read(text).isEmpty()) {
      return wrong(given, "is no opening_hours that can be read, for instance Mo-Fr 09:00-12:00,14:00-17:00; PH off");
    }
    return isListed(text) ? given : null;
  }

  private boolean isListed(String value) {
    List<Layer.Code> codes = attribute.codes() == null || openCodes ? null : layer.codes().get(attribute.codes());
    if (codes == null || codes.stream().anyMatch(code -> code.value().equals(value))) {
      return true;
    }
    fault("attribute-unknown-code", "\"" + FeatureBody.shortened(value) + "\" is not in the list of " + attribute.name() + "; there are "
        + codes.stream().limit(MOST_CODES_NAMED).map(Layer.Code::value).collect(Collectors.joining(", ")));
    return false;
  }

  private @Nullable JsonNode integer(JsonNode given) {
    if (given.isNumber() && isReasonable(given.decimalValue())) {
      BigDecimal number = given.decimalValue();
      if (number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return JsonNodeFactory.instance.numberNode(number.longValueExact());
      }
    }
    return wrong(given, "is no whole number that can be kept");
  }

  /** Before anybody writes it out in full: 1e999999999 is short only as it is written here. */
  private static boolean isReasonable(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }

  private @Nullable JsonNode date(JsonNode given) {
    try {
      LocalDate date = LocalDate.parse(given.asString(""));
      return date.getYear() < 1 || date.getYear() > 9999 ? wrong(given, "is no date") : JsonNodeFactory.instance.stringNode(date.toString());
    } catch (DateTimeException e) {
      return wrong(given, "is no date, yyyy-mm-dd");
    }
  }

  /** In UTC and whole seconds, so that the same instant is the same text. */
  private @Nullable JsonNode instant(JsonNode given) {
    try {
      OffsetDateTime instant = OffsetDateTime.parse(given.asString("")).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
      return instant.getYear() < 1 || instant.getYear() > 9999 ? wrong(given, "is no instant")
          : JsonNodeFactory.instance.stringNode(instant.toInstant().toString());
    } catch (DateTimeException e) {
      return wrong(given, "is no instant, yyyy-mm-ddThh:mm:ssZ");
    }
  }

  /** Of texts, or of the ids of another layer's features. */
  private @Nullable JsonNode list(ArrayNode given) {
    if (given.size() > MOST_ITEMS) {
      fault("attribute-wrong-type", attribute.name() + " has " + given.size() + " items, and may have " + MOST_ITEMS);
      return null;
    }
    boolean ids = attribute.reference() != null;
    for (JsonNode item : given) {
      boolean fits = ids ? item.canConvertToLong() && item.isIntegralNumber() : item.isString() && item.asString().length() <= LONGEST_TEXT;
      if (!fits) {
        return wrong(item, ids ? "is no id" : "is no text for a list");
      }
      if (!ids && !isListed(item.asString())) {
        return null;
      }
    }
    return given;
  }

  private @Nullable JsonNode wrong(JsonNode given, String reason) {
    fault("attribute-wrong-type", attribute.name() + ": " + FeatureBody.shortened(shown(given)) + " " + reason);
    return null;
  }

  /** A number is shown as it was written: written out it could fill the memory. */
  private static String shown(JsonNode given) {
    return given.isNumber() ? given.decimalValue().toString() : given.toString();
  }

  private void fault(String rule, String reason) {
    faults.add(Fault.wrong(rule, attribute.name(), reason));
  }
}
