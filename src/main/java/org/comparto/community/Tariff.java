package org.comparto.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/** What communities are paid and who may take part, as {@code gis-data/tariffs/cer.yaml} says it with its citations; EUR/MWh and kW. */
record Tariff(String id, Valid valid, Rates tariff, Geographic geographic, GrantReduction grantReduction, Threshold threshold, Plants plants, Members members,
    Sharing sharing, Rough rough, Arera arera) {

  static final Tariff CURRENT = TariffFiles.read("cer", Tariff.class);

  record Valid(LocalDate from, @Nullable LocalDate to) {}

  record Rates(String formula, double referencePrice, List<Band> bands, Localized citation) {}

  /** Of plants up to a power. */
  record Band(double toKw, double fix, double cap) {}

  record Geographic(String technology, Map<String, Double> regions, Localized citation) {}

  record GrantReduction(double mostShare, double atMost, Set<String> waivedFor, Localized citation) {}

  record Threshold(double share, double shareWithGrant, Localized citation) {}

  record Plants(double mostKw, LocalDate commissionedFrom, double olderShare, LocalDate commissionedBy, String quota, Localized citation, String splittingCitation) {}

  record Members(Localized largeFirmCitation, String atecoVersion, List<String> atecoExcluded, Localized atecoCitation) {}

  record Sharing(String citation) {}

  record Rough(double alpha, Localized citation) {}

  /** @param years known ones; the answer says when another year's figures had to be taken */
  record Arera(String formula, Localized citation, TreeMap<Integer, Rate> years) {}

  record Rate(double trasBt, double btau) {

    double perMwh() {
      return trasBt + btau;
    }
  }

  /** The band of a plant of this power. */
  Band band(double kw) {
    return tariff.bands().stream().filter(band -> kw <= band.toKw()).findFirst().orElseThrow(() -> new IllegalArgumentException(kw + " kW have no tariff"));
  }

  /** The factor F of a capital grant, {@code share} of the eligible cost. */
  double reduction(double share) {
    return grantReduction.atMost() * Math.min(1, share / grantReduction.mostShare());
  }

  /** The latest year with figures that is not after this one, else the first there is. */
  int areraYear(int year) {
    Integer known = arera.years().floorKey(year);
    return known == null ? arera.years().firstKey() : known;
  }
}
