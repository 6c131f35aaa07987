package org.comparto.community;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.layer.Localized;
import org.comparto.potential.Parameter;
import org.comparto.potential.Yields;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The figures that no act fixes, with the caller's own in their place.
 *
 * @param language of what is said about them: it or en
 */
record Parameters(Map<String, Parameter> byName, String language) {

  /** Of the file. */
  record Figure(double value, String unit, Localized source) {}

  private record Stored(Map<String, Figure> parameters) {}

  static final String ARERA = "areraEurPerMwh";
  private static final Map<String, Figure> FIGURES = TariffFiles.read("economics", Stored.class).parameters();

  /** As the files have them, by name, with their sources in a language. */
  static Map<String, Parameter> defaults(String language) {
    Map<String, Parameter> defaults = new TreeMap<>();
    FIGURES.forEach((name, figure) -> defaults.put(name, new Parameter(name, figure.value(), figure.unit(), figure.source().in(language))));
    defaults.put("alpha", new Parameter("alpha", Tariff.CURRENT.rough().alpha(), "1", Tariff.CURRENT.rough().citation().in(language)));
    defaults.put("planningFactor", Yields.planningFactor(language));
    defaults.put("diffuseShare", Yields.diffuseShare(language));
    return defaults;
  }

  static Parameters of(@Nullable Map<String, Double> chosen, String language) {
    Map<String, Parameter> defaults = defaults(language);
    Map<String, Parameter> all = new TreeMap<>(defaults);
    if (chosen != null) {
      chosen.forEach((name, value) -> {
        if (!defaults.containsKey(name) && !name.equals(ARERA)) {
          throw new InvalidInputException("parameters", "\"" + name + "\" is not a field here; there are " + String.join(", ", defaults.keySet())
              + ", " + ARERA);
        }
        Given.within("parameters." + name, Given.required("parameters." + name, value), 0, most(name));
        all.put(name, defaults.containsKey(name) ? defaults.get(name).chosen(value, language) : new Parameter(name, value, "EUR/MWh", Parameter.CHOSEN.in(language)));
      });
    }
    return new Parameters(all, language);
  }

  private static double most(String name) {
    return switch (name) {
      case "alpha", "diffuseShare" -> 1;
      case "planningFactor" -> 2;
      case "co2KgPerKwh" -> 10;
      default -> 100_000;
    };
  }

  Parameter get(String name) {
    return byName.get(name);
  }

  double value(String name) {
    return byName.get(name).value();
  }

  /** ARERA's contribution: the caller's figure, else that of the year or of the one nearest before it. */
  Parameter arera(int year) {
    Parameter chosen = byName.get(ARERA);
    int known = Tariff.CURRENT.areraYear(year);
    Tariff.Rate rate = Tariff.CURRENT.arera().years().get(known);
    return chosen != null ? chosen : new Parameter(ARERA, rate.perMwh(), "EUR/MWh", "TRAS_BT " + spoken(rate.trasBt()) + " + BTAU " + spoken(rate.btau()) + ", " + known);
  }

  private String spoken(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
    format.setMinimumFractionDigits(2);
    return format.format(value);
  }

  /** The year whose figures stand in for the one asked about; null where that has its own, or the caller gave one. */
  @Nullable Integer areraYearInstead(int year) {
    int known = Tariff.CURRENT.areraYear(year);
    return byName.containsKey(ARERA) || known == year ? null : known;
  }
}
