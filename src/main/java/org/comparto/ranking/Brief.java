package org.comparto.ranking;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a project needs of a plot; what is null does not matter. Words that an inquiry has too (ateco, atecoVersion, powerKw,
 * waterLs, latest, offerType, budgetEur) mean the same there: org.comparto.inquiry.Needs.
 *
 * @param ateco division to subcategory, as 52.10; the plots name the divisions that they admit
 * @param atecoVersion 2025, the edition in which plots name them; null means it
 * @param permittedActivity a code of the list permitted_activity
 * @param chain a production chain (list production_chain), which zones may look for
 * @param areaFromM2 land area in m²
 * @param floorAreaM2 floor area in m² that the plan has to admit
 * @param latest the last day on which the plot would be of use
 * @param budgetEur for the whole plot, without charges
 * @param truckMinTollGate minutes by truck to the nearest toll gate; the others likewise
 */
record Brief(@Nullable String ateco, @Nullable Integer atecoVersion, @Nullable String permittedActivity, @Nullable String chain,
    @Nullable Double areaFromM2, @Nullable Double areaToM2, @Nullable Double floorAreaM2, @Nullable Double heightM, @Nullable Double powerKw,
    @Nullable Double waterLs, @Nullable Double gasM3H, @Nullable Double fibreMbitS, @Nullable LocalDate latest, @Nullable String offerType,
    @Nullable Double priceEurM2, @Nullable Double budgetEur, @Nullable Boolean railSiding, @Nullable Boolean inLogisticsZone,
    @Nullable Boolean inAidArea, @Nullable Double truckMinTollGate, @Nullable Double truckMinRailTerminal, @Nullable Double truckMinPort,
    @Nullable Double truckMinAirport, @Nullable Double truckMinStation) {

  private static final Pattern ATECO = Pattern.compile("\\d{2}(\\.\\d{1,2}(\\.\\d{1,2})?)?");

  Brief {
    if (ateco != null && !ATECO.matcher(ateco).matches()) {
      throw new InvalidInputException("needs.ateco", "needs.ateco is not a code like 52 or 52.10 or 52.10.1; leave it out and use permittedActivity");
    }
    if (atecoVersion != null && (ateco == null || atecoVersion != 2025)) {
      throw new InvalidInputException("needs.atecoVersion", "plots name the divisions of ATECO 2025 that they admit; give the code of 2025, and needs.atecoVersion beside it only");
    }
    if (areaFromM2 != null && areaToM2 != null && areaToM2 < areaFromM2) {
      throw new InvalidInputException("needs.areaToM2", "needs.areaToM2 is less than needs.areaFromM2; exchange them");
    }
    if (latest != null && (latest.getYear() < 2000 || latest.getYear() > 2200)) {
      throw new InvalidInputException("needs.latest", "needs.latest is not a day of this age");
    }
  }

  /** The two digits that plots name; null for none. */
  @Nullable String division() {
    return ateco == null ? null : ateco.substring(0, 2);
  }
}
