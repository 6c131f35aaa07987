package org.comparto.filter;

import org.comparto.layer.AttributeType;

/** The kinds of value that a filter computes with. */
enum Type {

  BOOLEAN("true or false"),
  NUMBER("a number"),
  TEXT("a text"),
  DATE("a date"),
  TIMESTAMP("a date with time"),
  INTERVAL("an interval"),
  GEOMETRY("a geometry"),
  LIST("a list"),
  JSON("a structure of its own");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  static Type of(AttributeType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case TEXT_LIST -> LIST;
      case INTEGER, NUMBER -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DATE;
      case DATETIME -> TIMESTAMP;
      case JSON -> JSON;
    };
  }

  boolean isTemporal() {
    return this == DATE || this == TIMESTAMP;
  }

  /** Whether the comparison operators take it. */
  boolean isScalar() {
    return this == BOOLEAN || this == NUMBER || this == TEXT || isTemporal();
  }

  /** With its article, for messages. */
  @Override
  public String toString() {
    return words;
  }
}
