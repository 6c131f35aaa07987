package org.comparto.community;

import java.time.LocalDate;
import java.util.List;
import org.comparto.layer.Localized;

/** Capital grants with the days between which they can be asked for, as {@code gis-data/tariffs/grants.yaml} says. */
record Grants(List<Grant> grants) {

  static final Grants ALL = TariffFiles.read("grants", Grants.class);

  record Grant(String id, Localized title, double share, List<Cap> capEurKw, List<Inhabitants> inhabitants, Call call, LocalDate worksBy, LocalDate operationBy,
      Localized citation) {

    boolean isOpen(LocalDate day) {
      return !day.isBefore(call.from()) && !day.isAfter(call.to());
    }

    /** Most cost for each kW of a plant of this power that the grant looks at. */
    double cap(double kw) {
      return capEurKw.stream().filter(cap -> kw <= cap.toKw()).findFirst().map(Cap::eur).orElse(0.0);
    }
  }

  record Cap(double toKw, double eur) {}

  /** Municipalities below so many inhabitants, from a day on. */
  record Inhabitants(LocalDate from, int below) {}

  /** Both days belong to it. */
  record Call(LocalDate from, LocalDate to) {}
}
