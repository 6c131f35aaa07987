package org.comparto.inquiry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for; it checks itself. What is null is not known yet.
 *
 * @param ateco division to subcategory, as 52.10 (DOMAIN: ATECO is stored with its version)
 * @param atecoVersion 2007 or 2025; given exactly if the code is
 * @param activity the activity in their own words, for who knows no code
 * @param areaM2 land area in m²
 * @param powerKw electric power in kW
 * @param waterLs water in litres a second
 * @param earliest the first day on which the plot would be of use
 * @param offerType null for any
 */
record Needs(@Nullable String ateco, @Nullable Integer atecoVersion, @Nullable String activity, Double areaM2, @Nullable Double powerKw,
    @Nullable Double waterLs, @Nullable Integer jobs, @Nullable LocalDate earliest, @Nullable LocalDate latest, @Nullable OfferType offerType,
    @Nullable Double budgetEur) {

  private static final Pattern ATECO = Pattern.compile("\\d{2}(\\.\\d{1,2}(\\.\\d{1,2})?)?");

  Needs(@Nullable String ateco, @Nullable Integer atecoVersion, @Nullable String activity, @Nullable Double areaM2, @Nullable Double powerKw,
      @Nullable Double waterLs, @Nullable Integer jobs, @Nullable LocalDate earliest, @Nullable LocalDate latest,
      @Nullable OfferType offerType, @Nullable Double budgetEur) {
    this.ateco = Field.optional("needs.ateco", ateco, 8);
    this.atecoVersion = atecoVersion;
    this.activity = Field.optional("needs.activity", activity, 300);
    this.areaM2 = Field.quantity("needs.areaM2", areaM2, 1, 100_000_000);
    this.powerKw = Field.quantity("needs.powerKw", powerKw, 0, 10_000_000);
    this.waterLs = Field.quantity("needs.waterLs", waterLs, 0, 100_000);
    this.jobs = jobs;
    this.earliest = day("needs.earliest", earliest);
    this.latest = day("needs.latest", latest);
    this.offerType = offerType;
    this.budgetEur = Field.quantity("needs.budgetEur", budgetEur, 0, 100_000_000_000.0);
    check();
  }

  /** Derived, to one decimal; null where jobs are not known. */
  @JsonProperty(value = "jobsPer1000M2", access = JsonProperty.Access.READ_ONLY)
  @Nullable Double jobsPer1000M2() {
    return jobs == null ? null : Math.round(jobs * 10_000 / areaM2) / 10.0;
  }

  private void check() {
    if (areaM2 == null) {
      throw new InvalidInputException("needs.areaM2", "needs.areaM2 is required");
    }
    if (ateco != null && !ATECO.matcher(ateco).matches()) {
      throw new InvalidInputException("needs.ateco", "needs.ateco is not a code like 52 or 52.10 or 52.10.1; leave it out and use activity");
    }
    if ((ateco == null) != (atecoVersion == null) || (atecoVersion != null && atecoVersion != 2007 && atecoVersion != 2025)) {
      throw new InvalidInputException("needs.atecoVersion", "needs.atecoVersion must be 2007 or 2025, and stands beside needs.ateco only");
    }
    if (jobs != null && (jobs < 0 || jobs > 1_000_000)) {
      throw new InvalidInputException("needs.jobs", "needs.jobs is " + jobs + "; it must be from 0 to 1000000");
    }
    if (earliest != null && latest != null && latest.isBefore(earliest)) {
      throw new InvalidInputException("needs.latest", "needs.latest is before needs.earliest");
    }
  }

  /** Once a person is erased, what they called their activity is gone too. */
  boolean tellTheActivity() {
    return ateco != null || activity != null;
  }

  private static @Nullable LocalDate day(String name, @Nullable LocalDate value) {
    if (value != null && (value.getYear() < 2000 || value.getYear() > 2200)) {
      throw new InvalidInputException(name, name + " is not a day of this age");
    }
    return value;
  }
}
