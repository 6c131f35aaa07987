package org.comparto.potential;

import java.util.ArrayList;
import java.util.List;
import org.comparto.layer.Localized;
import org.comparto.mail.Words;
import org.comparto.potential.PotentialAnswer.OfYield;
import org.comparto.potential.PotentialAnswer.Range;
import org.comparto.potential.PotentialAnswer.Warning;
import org.comparto.potential.PotentialQuestion.Chosen;
import org.comparto.potential.PvTables.Density;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From square metres to kWp and kWh: A · usableShare · kwpPerM2 · yield · planningFactor, with every figure shown. */
@Component
class Potential {

  /** Above it a plant gets no premium in a community, and its parts must not pretend to be several. */
  private static final double ONE_MEGAWATT = 1000;

  private static final Localized USUAL = new Localized("Usuale in questo caso, assunzione di questo progetto", "Usual for this case, an assumption of this project");
  private static final Localized AZIMUTH = new Localized("0 sud, -90 est, 90 ovest (come in PVGIS)", "0 south, -90 east, 90 west (as in PVGIS)");

  private final Surfaces surfaces;
  private final Yields yields;

  Potential(Surfaces surfaces, Yields yields) {
    this.surfaces = surfaces;
    this.yields = yields;
  }

  PotentialAnswer of(PotentialQuestion question, String language) {
    if (question.pvCase() == null) {
      throw new InvalidInputException("case", "case is required");
    }
    PvCase pvCase = question.pvCase();
    Density density = pvCase.density();
    Chosen chosen = question.chosen();
    Surfaces.Surface surface = surfaces.of(question);
    Parameter usable = parameter("usableShare", density.usableShare(), "1", density.source(), chosen.usableShare(), language);
    Parameter perM2 = parameter("kwpPerM2", density.byDefault(), "kWp/m²", density.source(), chosen.kwpPerM2(), language);
    Parameter loss = chosen(PvTables.DENSITIES.lossPercent().named("lossPercent", language), chosen.lossPercent(), language);
    Parameter planning = chosen(Yields.planningFactor(language), chosen.planningFactor(), language);
    Parameter tilt = parameter("tilt", density.tilt(), "°", USUAL, chosen.tilt(), language);
    Parameter azimuth = parameter("azimuth", density.azimuth(), "°", AZIMUTH, chosen.azimuth(), language);
    Yield yield = yieldOf(question, surface, loss.value(), tilt.value(), azimuth.value());

    double usableM2 = surface.m2() * usable.value();
    Range kwp = chosen.kwpPerM2() != null ? new Range(usableM2 * perM2.value(), usableM2 * perM2.value(), usableM2 * perM2.value())
        : new Range(usableM2 * density.low(), usableM2 * density.byDefault(), usableM2 * density.high());
    double perKwp = yield.perKwp() * planning.value();
    List<Warning> warnings = warnings(kwp, yield, language);
    return new PotentialAnswer(surface.m2(), surface.crs(), usableM2, pvCase, kwp, kwp.byDefault() * perKwp,
        new Range(kwp.low() * perKwp, kwp.byDefault() * perKwp, kwp.high() * perKwp),
        yield.months().stream().map(month -> month * planning.value() * kwp.byDefault()).toList(),
        "kWp = areaM2 · usableShare · kwpPerM2; kWh = kWp · specificYield · planningFactor",
        List.of(usable, perM2, tilt, azimuth, loss, new Parameter("specificYield", yield.perKwp(), "kWh/kWp", yield.source().in(language)), planning),
        new OfYield(yield.source().in(language), yield.database().in(language), yield.date(), yield.perKwp(), yield.pvgis()), warnings);
  }

  private Yield yieldOf(PotentialQuestion question, Surfaces.Surface surface, double loss, double tilt, double azimuth) {
    Chosen chosen = question.chosen();
    boolean tracking = question.pvCase().density().tracking();
    Surfaces.Place place = surface.place();
    if (chosen.specificYield() != null) {
      Panel panel = new Panel(place == null ? 0 : place.lon(), place == null ? Surfaces.MIDDLE_OF_ITALY : place.lat(), tilt, azimuth, tracking);
      return new Yield(chosen.specificYield(), Yields.spread(panel, chosen.specificYield()), Parameter.CHOSEN, new Localized("", ""), "", false, null);
    }
    if (place == null) {
      throw new InvalidInputException("point",
          "point is required where neither geometry nor a known territory nor parameters.specificYield says what the sun gives");
    }
    return yields.find(new Panel(place.lon(), place.lat(), tilt, azimuth, tracking), question.territory(), loss, question.pvCase())
        .orElseThrow(() -> new InvalidInputException("parameters.specificYield",
            "No yield is known at this place; give parameters.specificYield in kWh per kWp and year."));
  }

  private static List<Warning> warnings(Range kwp, Yield yield, String language) {
    Words words = Words.in("potential", language);
    List<Warning> warnings = new ArrayList<>();
    if (kwp.byDefault() > ONE_MEGAWATT) {
      warnings.add(new Warning("over_1_mw", words.say("over_1_mw")));
    } else if (kwp.high() > ONE_MEGAWATT) {
      warnings.add(new Warning("perhaps_over_1_mw", words.say("perhaps_over_1_mw")));
    }
    if (yield.warning() != null) {
      warnings.add(new Warning(yield.warning(), words.say(yield.warning())));
    }
    return warnings;
  }

  private static Parameter parameter(String name, double byDefault, String unit, Localized source, @Nullable Double chosen, String language) {
    return chosen(new Parameter(name, byDefault, unit, source.in(language)), chosen, language);
  }

  private static Parameter chosen(Parameter parameter, @Nullable Double chosen, String language) {
    return chosen == null ? parameter : parameter.chosen(chosen, language);
  }
}
