package org.comparto.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Criteria as links carry them: {@code price_eur_m2:min:40,area_m2:max:30:w5000:b20000:r:t}, that is attribute, direction and
 * weight, then where they are stated w for worst, b for best, r for required and t for threshold. web/js/ranking/rank-text.js
 * reads and writes the same.
 */
final class RankText {

  private static final int LONGEST = 4_000;

  private RankText() {}

  static List<Wish> parse(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidInputException(Criteria.IN_LINK, "rank has " + text.length() + " characters; " + LONGEST + " are the most");
    }
    List<Wish> wishes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      wishes.add(wish(part));
    }
    return wishes;
  }

  static String write(List<Wish> wishes) {
    return wishes.stream().map(RankText::write).collect(Collectors.joining(","));
  }

  private static Wish wish(String part) {
    String[] pieces = part.split(":", -1);
    if (pieces.length < 3) {
      throw unlike(part);
    }
    Direction direction = switch (pieces[1]) {
      case "max" -> Direction.MAX;
      case "min" -> Direction.MIN;
      default -> throw unlike(part);
    };
    String worst = null;
    String best = null;
    boolean required = false;
    Shape shape = Shape.LINEAR;
    for (int i = 3; i < pieces.length; i++) {
      String piece = pieces[i];
      if (piece.equals("r")) {
        required = true;
      } else if (piece.equals("t")) {
        shape = Shape.THRESHOLD;
      } else if (piece.startsWith("w") && piece.length() > 1) {
        worst = piece.substring(1);
      } else if (piece.startsWith("b") && piece.length() > 1) {
        best = piece.substring(1);
      } else {
        throw unlike(part);
      }
    }
    return new Wish(pieces[0], direction, weight(pieces[2], part), worst, best, required, shape);
  }

  private static double weight(String text, String part) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      throw unlike(part);
    }
    return Double.parseDouble(text);
  }

  private static InvalidInputException unlike(String part) {
    return new InvalidInputException(Criteria.IN_LINK, "rank holds \"" + part
        + "\"; a criterion is attribute:max:weight or attribute:min:weight, then :w and the worst, :b and the best, :r for required, :t for threshold");
  }

  private static String write(Wish wish) {
    StringBuilder text = new StringBuilder().append(wish.attribute()).append(':').append(wish.direction()).append(':').append(plain(wish.weight()));
    if (wish.worst() != null) {
      text.append(":w").append(plain(wish.worst()));
    }
    if (wish.best() != null) {
      text.append(":b").append(plain(wish.best()));
    }
    return text.append(wish.isRequired() ? ":r" : "").append(wish.form() == Shape.THRESHOLD ? ":t" : "").toString();
  }

  /** 40 and not 40.0. */
  private static String plain(@Nullable Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf(number.longValue()) : String.valueOf(value);
  }
}
