package org.comparto.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads a geometry literal out of the text encoding: well-known text, whose words must be those of CQL2, read by JTS. */
final class WktShapes {

  private static final Set<String> NAMES =
      Set.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
  private static final Set<String> DIMENSIONS = Set.of("Z", "M", "ZM");
  private static final int DEEPEST = 10;

  private WktShapes() {}

  static boolean begins(Token name) {
    return name.kind() == Token.Kind.NAME && NAMES.contains(upper(name));
  }

  /**
   * The tokens of the geometry that begins at an index, up to its closing parenthesis.
   *
   * @return the index after its last token; the index itself if no geometry begins there
   */
  static int end(List<Token> tokens, int from) {
    int at = from + 1;
    if (DIMENSIONS.contains(upper(tokens.get(at)))) {
      at++;
    }
    if (!begins(tokens.get(from)) || !tokens.get(at).is("(")) {
      return from;
    }
    int open = 0;
    do {
      Token token = tokens.get(at++);
      requireWkt(token);
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (open > DEEPEST) {
        throw new Mistake("a geometry in the filter is nested more than " + DEEPEST + " deep");
      }
    } while (open > 0);
    return at;
  }

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException | IllegalArgumentException e) { // JTS refuses open rings by the latter
      throw new Mistake("a geometry in the filter can not be read: " + e.getMessage());
    }
  }

  /** Java's numbers, which JTS would take, are more than those of well-known text. */
  private static void requireWkt(Token token) {
    boolean known = switch (token.kind()) {
      case NUMBER -> true;
      case SYMBOL -> Set.of("(", ")", ",", "-", "+").contains(token.text());
      case NAME -> begins(token) || DIMENSIONS.contains(upper(token)) || token.is("EMPTY");
      default -> false;
    };
    if (!known) {
      throw new Mistake(token.place() + " of the filter stands " + token.shown() + ", which can not be part of a geometry");
    }
  }

  private static String upper(Token token) {
    return token.text().toUpperCase(Locale.ROOT);
  }
}
