package org.comparto.survey;

import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that the page of a survey sends, whoever answers it. */
final class Typed {

  private static final int LONGEST_DRAFT = 200_000;

  /** What is typed and not sent yet. @param version of the draft that was read */
  record Draft(@Nullable Integer version, @Nullable ObjectNode draft) {

    int readVersion() {
      if (version == null) {
        throw new InvalidInputException("version", "version is required: draftVersion, as it was read");
      }
      return version;
    }

    String json() {
      String json = draft == null ? "{}" : draft.toString();
      if (json.length() > LONGEST_DRAFT) {
        throw new InvalidInputException("draft", "draft has " + json.length() + " characters; " + LONGEST_DRAFT + " are the most");
      }
      return json;
    }
  }

  /** The version that the page keeps typing on. */
  record Kept(int draftVersion) {}

  /** Values to be looked at. */
  record Values(@Nullable ObjectNode properties) {}

  /** Who says something. */
  record Person(@Nullable String statedBy) {

    String name() {
      return Field.required("statedBy", statedBy, 200);
    }
  }

  private Typed() {}

  /** The version of the company that was shown. */
  static int version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "version-required", "If-Match must name the version of the company that was shown.", "If-Match", null);
    }
    String number = ifMatch.strip().replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (!number.matches("\\d{1,9}")) {
      throw new InvalidInputException("If-Match", "If-Match must be the version of a company, as \"3\".");
    }
    return Integer.parseInt(number);
  }
}
