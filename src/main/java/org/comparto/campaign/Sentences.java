package org.comparto.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.campaign.Result.Broken;
import org.comparto.campaign.Result.Leaving;
import org.comparto.campaign.Result.Relaxed;
import org.comparto.campaign.Result.Spot;
import org.comparto.campaign.matching.Limit;
import org.comparto.campaign.matching.Relaxation;
import org.comparto.campaign.matching.Slot;
import org.comparto.campaign.matching.Violation;
import org.comparto.campaign.matching.Visit;
import org.comparto.mail.Words;
import org.jspecify.annotations.Nullable;

/** Says in a language what stands in the way and what would help. */
final class Sentences {

  private final Model model;
  private final Words words;
  private final DateTimeFormatter day;

  Sentences(Model model, String language) {
    this.model = model;
    this.words = Words.in("campaign", language);
    this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", words.locale());
  }

  String say(String key, Object... values) {
    return words.say(key, values);
  }

  Broken broken(Violation violation) {
    Limit limit = violation.limit();
    return new Broken(limit.code(), quantity(limit, violation.quantity()), unit(limit), words.say("broken." + limit.code(), shown(limit, violation.quantity())));
  }

  Relaxed relaxed(Relaxation relaxation) {
    Limit limit = relaxation.limit();
    Spot spot = spot(relaxation.slot());
    return new Relaxed(limit.code(), quantity(limit, relaxation.quantity()), unit(limit), spot.host(), spot.date(), spot.from(), Math.round(relaxation.cost() * 10) / 10.0,
        words.say("relax." + limit.code(), shown(limit, relaxation.quantity()), host(relaxation.slot()), date(relaxation.slot()), spot.from().toString()));
  }

  Leaving leaving(Visit visit) {
    Spot spot = spot(visit.slot());
    return new Leaving(model.groups.get(visit.group()).id(), spot.host(), spot.date(), spot.from(),
        words.say("instead", model.groups.get(visit.group()).title(), host(visit.slot()), date(visit.slot()), spot.from().toString()));
  }

  String limits(List<Limit> limits) {
    return limits.stream().map(limit -> words.say("limit." + limit.code())).collect(Collectors.joining("; "));
  }

  Spot spot(int slot) {
    Slot at = model.problem.slots().get(slot);
    return new Spot(model.hosts.get(at.host()).id(), model.days.get(at.day()), new Clock(at.from()));
  }

  String host(int slot) {
    return model.hosts.get(model.problem.slots().get(slot).host()).title();
  }

  String date(int slot) {
    return day.format(model.days.get(model.problem.slots().get(slot).day()));
  }

  private static @Nullable Integer quantity(Limit limit, int quantity) {
    return unit(limit) == null ? null : quantity;
  }

  static @Nullable String unit(Limit limit) {
    return switch (limit) {
      case SEATS, COACH_SEATS -> "people";
      case DISTANCE -> "metres";
      case LEAVES, BACK -> "minutes";
      case AGE -> "years";
      case GROUPS, HOST_DAY, HOST_TOTAL -> "groups";
      default -> null;
    };
  }

  /** Metres as kilometres, rounded up, so that what is said is enough. */
  private static Object shown(Limit limit, int quantity) {
    return limit == Limit.DISTANCE ? BigDecimal.valueOf(quantity).divide(BigDecimal.valueOf(1000), 1, RoundingMode.CEILING) : quantity;
  }
}
