package org.comparto.problem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's words what is wrong with a JSON body: which field, and what it may be. */
public final class UnreadableJson {

  private UnreadableJson() {}

  public static InvalidInputException explain(JacksonException e) {
    if (e.getCause() instanceof InvalidInputException own) {
      return own; // the value refused itself while it was made
    }
    String field = fieldOf(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new InvalidInputException(field, "\"" + field + "\" is not a field here; there are " + unknown.getKnownPropertyIds().stream()
          .map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return new InvalidInputException(field, field + " must be one of " + Arrays.stream(format.getTargetType().getEnumConstants())
          .map(constant -> constant.toString()).collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException format && format.getTargetType() == LocalDate.class) {
      return new InvalidInputException(field, field + " must be a day of the calendar such as 2026-03-01");
    }
    if (e instanceof DatabindException && !field.isEmpty()) {
      return new InvalidInputException(field, field + " can not be read: it has the wrong type");
    }
    return new InvalidInputException("body", "The body is not the JSON object that is expected here.");
  }

  /** The path to the field, with the place of a row of a list; a plain value of a list is told by the list. */
  private static String fieldOf(JacksonException e) {
    StringBuilder field = new StringBuilder();
    String row = "";
    for (Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        field.append(row).append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
        row = "";
      } else if (step.getIndex() >= 0) {
        row += "[" + step.getIndex() + "]";
      }
    }
    return field.toString();
  }
}
