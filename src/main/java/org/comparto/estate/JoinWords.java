package org.comparto.estate;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/** Says in words why plots make a union. */
final class JoinWords {

  private JoinWords() {}

  /** @param price euros together; null if one is not known */
  static Localized explain(int plots, double area, double wanted, int owners, int unknown, @Nullable Double price, List<JoinAnswer.Gap> gaps) {
    double widest = gaps.stream().mapToDouble(JoinAnswer.Gap::gapM).max().orElse(0);
    long touching = gaps.stream().filter(gap -> gap.gapM() == 0).count();
    return new Localized(italian(plots, area, wanted, owners, unknown, price, widest, gaps.size() - touching),
        english(plots, area, wanted, owners, unknown, price, widest, gaps.size() - touching));
  }

  private static String italian(int plots, double area, double wanted, int owners, int unknown, @Nullable Double price, double widest, long open) {
    NumberFormat number = NumberFormat.getIntegerInstance(Locale.ITALIAN);
    return (plots == 1 ? "Un solo lotto" : plots + " lotti contigui")
        + (plots == 1 ? "" : open == 0 ? " che si toccano" : ", con varchi fino a " + decimal(widest, Locale.ITALIAN) + " m")
        + ": " + number.format(area) + " m², " + number.format(area - wanted) + " m² oltre i " + number.format(wanted) + " richiesti; "
        + (owners == 1 ? "1 proprietario" : owners + " proprietari")
        + (unknown == 0 ? "" : " (di " + (unknown == 1 ? "1 lotto" : unknown + " lotti") + " il proprietario non è noto e conta come uno a sé)")
        + "; prezzo complessivo " + (price == null ? "non noto" : number.format(price) + " €") + ".";
  }

  private static String english(int plots, double area, double wanted, int owners, int unknown, @Nullable Double price, double widest, long open) {
    NumberFormat number = NumberFormat.getIntegerInstance(Locale.ENGLISH);
    return (plots == 1 ? "A single plot" : plots + " plots side by side")
        + (plots == 1 ? "" : open == 0 ? " that touch" : ", with gaps of up to " + decimal(widest, Locale.ENGLISH) + " m")
        + ": " + number.format(area) + " m², " + number.format(area - wanted) + " m² beyond the " + number.format(wanted) + " asked for; "
        + (owners == 1 ? "1 owner" : owners + " owners")
        + (unknown == 0 ? "" : " (the owner of " + (unknown == 1 ? "1 plot" : unknown + " plots") + " is not known and counts as one of its own)")
        + "; total price " + (price == null ? "not known" : "€ " + number.format(price)) + ".";
  }

  private static String decimal(double metres, Locale locale) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(metres);
  }
}
