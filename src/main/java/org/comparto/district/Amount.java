package org.comparto.district;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is added up over firms: the attribute of layer company of the same name, in the order of the columns of firms.sql. */
enum Amount {
  EMPLOYEES(null),
  EMPLOYEES_FEMALE(null),
  APPRENTICES(null),
  TRADEMARKS(null),
  PATENTS(null),
  CONTRACT_POWER_KW("kW"),
  CONSUMPTION_KWH_YEAR("kWh"),
  ROOF_M2("m²"),
  PV_KWP("kWp"),
  EV_CHARGERS(null);

  final @Nullable String unit;

  Amount(@Nullable String unit) {
    this.unit = unit;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Amount> find(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
