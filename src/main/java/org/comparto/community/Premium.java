package org.comparto.community;

/** The premium tariff of a plant in EUR/MWh: TIP(h) = (min(CAP, FIX + max(0, 180 − Pz(h))) + K_geo) × (1 − F). */
record Premium(double fix, double cap, double referencePrice, double geographic, double reduction) {

  static Premium of(Tariff tariff, double kw, double geographic, double reduction) {
    Tariff.Band band = tariff.band(kw);
    return new Premium(band.fix(), band.cap(), tariff.tariff().referencePrice(), geographic, reduction);
  }

  /** @param zonalPrice of the hour, EUR/MWh; below 0 it counts as it is, and the cap holds */
  double at(double zonalPrice) {
    return at(zonalPrice, 0);
  }

  /** @param waived part of the energy to whose consumers F does not apply, 0 to 1 */
  double at(double zonalPrice, double waived) {
    double variable = Math.max(0, referencePrice - zonalPrice);
    return (Math.min(cap, fix + variable) + geographic) * (1 - reduction * (1 - waived));
  }

  /** What of the premium goes to others than firms: the energy above s of what is injected, at the mean tariff. EUR of kWh and EUR. */
  static double excess(double sharedKwh, double injectedKwh, double share, double premiumEur) {
    return sharedKwh <= 0 ? 0 : Math.max(0, sharedKwh - share * injectedKwh) * premiumEur / sharedKwh;
  }

  /** ARERA's contribution in EUR for kWh. */
  static double arera(double sharedKwh, double eurPerMwh) {
    return sharedKwh * eurPerMwh / 1000;
  }

  /** Energy shared in a year without hourly data: α·P·H in kWh. */
  static double rough(double alpha, double kw, double hours) {
    return alpha * kw * hours;
  }
}
