package org.comparto.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a filter, given as the maps and lists of its JSON, in the text encoding; nothing of the reader is used. */
final class CqlText {

  private CqlText() {}

  @SuppressWarnings("unchecked")
  static String of(Object node) {
    if (node instanceof Map<?, ?> object) {
      return object((Map<String, Object>) object);
    }
    return node instanceof List<?> list ? "(" + all(list) + ")" : node instanceof String text ? quoted(text)
        : node instanceof Boolean truth ? String.valueOf(truth).toUpperCase() : String.valueOf(node);
  }

  @SuppressWarnings("unchecked")
  private static String object(Map<String, Object> object) {
    if (object.containsKey("op")) {
      return operation((String) object.get("op"), (List<Object>) object.get("args"));
    }
    if (object.containsKey("coordinates")) {
      String type = (String) object.get("type");
      String inner = coordinates(object.get("coordinates"));
      return type.toUpperCase() + (type.equals("Point") ? "(" + inner + ")" : inner);
    }
    Map.Entry<String, Object> only = object.entrySet().iterator().next();
    return switch (only.getKey()) {
      case "property" -> "\"" + only.getValue() + "\"";
      case "bbox", "interval" -> only.getKey().toUpperCase() + of(only.getValue());
      default -> only.getKey().toUpperCase() + "(" + of(only.getValue()) + ")";
    };
  }

  private static String operation(String op, List<Object> operands) {
    return switch (op) {
      case "and", "or", "+", "-", "*", "/", "%", "div", "^", "=", "<>", "<", ">", "<=", ">=", "like", "in" ->
          "(" + operands.stream().map(CqlText::of).collect(Collectors.joining(" " + op + " ")) + ")";
      case "not" -> "(NOT " + of(operands.get(0)) + ")";
      case "between" -> "(" + of(operands.get(0)) + " BETWEEN " + of(operands.get(1)) + " AND " + of(operands.get(2)) + ")";
      case "isNull" -> "(" + of(operands.get(0)) + " IS NULL)";
      default -> op.toUpperCase() + "(" + all(operands) + ")";
    };
  }

  private static String coordinates(Object node) {
    List<?> list = (List<?>) node;
    return list.get(0) instanceof Number ? list.get(0) + " " + list.get(1)
        : "(" + list.stream().map(CqlText::coordinates).collect(Collectors.joining(", ")) + ")";
  }

  private static String all(List<?> nodes) {
    return nodes.stream().map(CqlText::of).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
