package org.comparto.ranking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Wishes checked against the descriptor of plots, and what becomes of them once the values are known.
 *
 * @param parameter what a refusal names: {@code rank} for wishes out of a link, {@code criteria} for those out of a body
 */
record Criteria(List<Wish> wishes, List<Attribute> attributes, String parameter) {

  static final String IN_LINK = "rank";
  static final String IN_BODY = "criteria";
  private static final int MOST = 20;
  private static final Set<AttributeType> COUNTABLE =
      Set.of(AttributeType.NUMBER, AttributeType.INTEGER, AttributeType.BOOLEAN, AttributeType.DATE);

  /** @throws InvalidInputException naming what can not be used, and what to write instead */
  static Criteria check(Layer layer, @Nullable List<Wish> wishes, String parameter) {
    if (wishes == null || wishes.isEmpty() || wishes.size() > MOST) {
      throw new InvalidInputException(parameter, parameter + " must hold 1 to " + MOST + " criteria");
    }
    List<Attribute> attributes = new ArrayList<>();
    for (int k = 0; k < wishes.size(); k++) {
      attributes.add(new Check(wishes.get(k), name(parameter, k)).against(layer));
    }
    if (new HashSet<>(attributes).size() < attributes.size()) {
      throw new InvalidInputException(parameter, parameter + " names an attribute twice; give each one weight");
    }
    if (wishes.stream().allMatch(wish -> wish.weight() == 0)) {
      throw new InvalidInputException(parameter.equals(IN_BODY) ? "criteria.weight" : parameter,
          "every weight is 0, so that nothing counts; give at least one criterion a weight above 0");
    }
    return new Criteria(List.copyOf(wishes), attributes, parameter);
  }

  /** An attribute that can be ranked by: a number, a day or a yes-or-no that is no reference. */
  static boolean isCountable(Attribute attribute) {
    return attribute.isPublic() && COUNTABLE.contains(attribute.type()) && attribute.reference() == null && attribute.codes() == null;
  }

  /** The criteria with the extremes of a set where nobody named a bound; an extreme on the wrong side of a named bound is put on it. */
  List<Criterion> over(PlotValues values) {
    List<Criterion> criteria = new ArrayList<>();
    for (int k = 0; k < wishes.size(); k++) {
      Wish wish = wishes.get(k);
      Attribute attribute = attributes.get(k);
      Direction direction = wish.direction();
      boolean more = direction == Direction.MAX;
      Double worst = bound(wish.worst(), attribute, name(parameter, k));
      Double best = bound(wish.best(), attribute, name(parameter, k));
      double worstOfAll = more ? values.least(k) : values.greatest(k);
      double bestOfAll = more ? values.greatest(k) : values.least(k);
      double w = worst != null ? worst : best != null && direction.reaches(worstOfAll, best) ? best : worstOfAll;
      double b = best != null ? best : worst != null && !direction.reaches(bestOfAll, worst) ? worst : bestOfAll;
      // of a yes-or-no the required answer is the better one, unless somebody says otherwise
      double knockOut = !wish.isRequired() ? Double.NaN : worst != null ? worst : attribute.type() == AttributeType.BOOLEAN ? more ? 1 : 0 : Double.NaN;
      criteria.add(new Criterion(attribute.name(), direction, wish.form(), wish.weight(), w, b, knockOut, wish.isRequired()));
    }
    return criteria;
  }

  private static String name(String parameter, int k) {
    return parameter.equals(IN_LINK) ? IN_LINK : parameter + "[" + k + "]";
  }

  /** A bound as a number; null for none. */
  static @Nullable Double bound(@Nullable Object stated, Attribute attribute, String name) {
    if (stated == null) {
      return null;
    }
    String text = String.valueOf(stated);
    try {
      double value = switch (attribute.type()) {
        case DATE -> LocalDate.parse(text).toEpochDay();
        case BOOLEAN -> List.of("false", "true").indexOf(text);
        default -> Double.parseDouble(text);
      };
      if (Double.isFinite(value) && (attribute.type() != AttributeType.BOOLEAN || value >= 0)) {
        return value;
      }
    } catch (DateTimeException | NumberFormatException e) {
      // told below
    }
    throw new InvalidInputException(name, "worst and best of " + attribute.name() + " must be " + switch (attribute.type()) {
      case DATE -> "days like 2027-03-31";
      case BOOLEAN -> "true or false";
      default -> "numbers";
    } + ", not \"" + text + "\"");
  }

  /** One wish under its name. */
  private record Check(Wish wish, String name) {

    Attribute against(Layer layer) {
      Attribute attribute = layer.findAttribute(String.valueOf(wish.attribute())).filter(Criteria::isCountable).orElseThrow(() ->
          new InvalidInputException(name + (name.equals(IN_LINK) ? "" : ".attribute"), layer.insteadOf(String.valueOf(wish.attribute())).orElseGet(() ->
              "plots can not be ranked by \"" + wish.attribute() + "\"; they can by "
                  + String.join(", ", layer.attributes().stream().filter(Criteria::isCountable).map(Attribute::name).toList()))));
      if (wish.direction() == null) {
        throw refused("direction", "say max where more is better, min where less is");
      }
      if (wish.weight() == null || !(wish.weight() >= 0 && wish.weight() <= Sensitivity.MOST)) {
        throw refused("weight", "the weight of " + attribute.name() + " must be a number from 0 to 100");
      }
      Double worst = bound(wish.worst(), attribute, inner("worst"));
      Double best = bound(wish.best(), attribute, inner("best"));
      if (worst != null && best != null && !wish.direction().reaches(best, worst)) {
        throw refused("worst", "worst " + wish.worst() + " of " + attribute.name() + " is better than best " + wish.best()
            + " where the direction is " + wish.direction() + "; exchange them, or turn the direction round");
      }
      if (wish.form() == Shape.THRESHOLD && best == null) {
        throw refused("best", "a threshold needs best: the value of " + attribute.name() + " from which a plot counts fully");
      }
      return attribute;
    }

    private InvalidInputException refused(String field, String cure) {
      return new InvalidInputException(inner(field), cure);
    }

    private String inner(String field) {
      return name.equals(IN_LINK) ? name : name + "." + field;
    }
  }
}
