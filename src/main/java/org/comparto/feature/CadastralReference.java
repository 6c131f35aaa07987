package org.comparto.feature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a parcel: municipality, sheet (foglio), number (particella).
 *
 * @param municipality as it was written: cadastral code, ISTAT code or name
 * @param section null: any
 */
record CadastralReference(String municipality, @Nullable String section, String sheet, String parcel) {

  private static final String NUMBER = "[A-Za-z]{0,9}[0-9]{1,5}[A-Za-z]?";

  /** In this order: D150_001200.345, which is the national reference; D150/12/345; Crema foglio 12 particella 345. */
  private static final List<Pattern> WAYS = List.of(
      Pattern.compile("(?<municipality>[A-Z]\\d{3})(?<section>[A-Z_])(?<sheet>[0-9]{4})[0-9A-Z]{2}\\.(?<parcel>\\S{1,20})"),
      Pattern.compile("(?<municipality>[A-Za-z]\\d{3})[\\s/,-]+(?:(?<section>[A-Za-z])[\\s/,-]+)?(?<sheet>" + NUMBER + ")[\\s/,-]+(?<parcel>"
          + NUMBER + ")"),
      Pattern.compile("(?<municipality>.*?)[\\s,/]*(?:\\bsez(?:ione|\\.)?\\s*(?<section>[a-z])\\b[\\s,/]*)?\\b(?:foglio|fgl?\\.?|f\\.|sheet)\\s*(?:n\\.\\s*)?"
          + "(?<sheet>" + NUMBER + ")[\\s,/]*\\b(?:particella|part\\.?|p\\.?lla\\.?|mappale|mapp\\.?|p\\.|parcel)\\s*(?:n\\.\\s*)?(?<parcel>" + NUMBER
          + ")(?<after>.*)", Pattern.CASE_INSENSITIVE));
  private static final Pattern BEFORE_NAME = Pattern.compile("(?i)^[\\s,/-]*(?:(?:comune|municipality)\\s+(?:di|of)\\s+|a\\s+|in\\s+|di\\s+)?|[\\s,/-]+$");

  /** Empty where the words are no reference, or name no municipality. */
  static Optional<CadastralReference> parse(String words) {
    for (Pattern way : WAYS) {
      Matcher found = way.matcher(words.strip());
      if (found.matches()) {
        boolean free = way == WAYS.get(2);
        String municipality = free ? name(found.group("municipality") + " " + found.group("after")) : found.group("municipality").toUpperCase(Locale.ROOT);
        String section = found.group("section");
        return municipality.isEmpty() ? Optional.empty() : Optional.of(new CadastralReference(municipality,
            section == null || section.equals("_") ? null : section.toUpperCase(Locale.ROOT), found.group("sheet"), found.group("parcel")));
      }
    }
    return Optional.empty();
  }

  private static String name(String text) {
    return BEFORE_NAME.matcher(text).replaceAll("");
  }
}
