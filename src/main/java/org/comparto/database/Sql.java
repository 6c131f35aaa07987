package org.comparto.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named query of src/main/resources/sql. Values are bound; what can not be bound, a layer's relation and its columns,
 * is filled in for {@code ${name}} and comes only from descriptors that were checked against the database at start.
 */
public record Sql(String text) {

  private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w+)}");

  /** @param file below sql/, for instance {@code feature/items.sql} */
  public static Sql load(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no query sql/" + file);
      }
      return new Sql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The query's text with every hole filled; a hole without a piece is a programming error. */
  public String with(Map<String, String> pieces) {
    return HOLE.matcher(text).replaceAll(hole -> {
      String piece = pieces.get(hole.group(1));
      if (piece == null) {
        throw new IllegalArgumentException("nothing fills ${" + hole.group(1) + "}");
      }
      return Matcher.quoteReplacement(piece);
    });
  }

  /** A table or column name for use in a query's text. */
  public static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A text constant for use in a query's text. */
  public static String literal(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
