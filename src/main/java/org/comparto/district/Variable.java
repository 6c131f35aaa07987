package org.comparto.district;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What firms are told apart by, beside where they are; every firm has one value of each, but for certifications, of which it may have several.
 * The names are those of the attributes of layer company where there is one, in the order of the columns of firms.sql.
 */
enum Variable {
  PRODUCTION_CHAIN("production_chain"),
  CHAIN_ROLE("chain_role"),
  SIZE_CLASS("size_class"),
  TURNOVER_CLASS("turnover_class"),
  ATECO_DIVISION(null),
  UNIT_KIND("unit_kind"),
  INNOVATION_STATUS("innovation_status"),
  EXPORTER(null),
  CERTIFIED(null),
  RESEARCH(null),
  WELFARE_PLAN(null),
  CHILDCARE(null),
  CANTEEN(null),
  MOBILITY_MANAGER(null),
  SUSTAINABILITY_REPORT(null),
  COMMUNITY_INTEREST(null),
  VISITABLE("visitable"),
  EMPLOYEES_YEAR(null),
  CERTIFICATION(null);

  /** The value of firms of which it is not known: a part of every table, so that nothing counts as zero. */
  static final String NOT_KNOWN = "unknown";
  static final String YES = "yes";
  static final String NO = "no";
  private static final List<Variable> YES_OR_NO =
      List.of(EXPORTER, CERTIFIED, RESEARCH, WELFARE_PLAN, CHILDCARE, CANTEEN, MOBILITY_MANAGER, SUSTAINABILITY_REPORT, COMMUNITY_INTEREST);

  /** The code list of its values; null for yes and no, or for free values. */
  final @Nullable String codes;

  Variable(@Nullable String codes) {
    this.codes = codes;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  boolean isYesOrNo() {
    return YES_OR_NO.contains(this);
  }

  /** Whether a firm may have several values, which then add up to nothing. */
  boolean isMultiple() {
    return this == CERTIFICATION;
  }

  /** Also by the short names chain, size and ateco. */
  static Optional<Variable> find(String id) {
    String name = switch (id) {
      case "chain" -> "production_chain";
      case "size" -> "size_class";
      case "ateco" -> "ateco_division";
      default -> id;
    };
    return Arrays.stream(values()).filter(one -> one.id().equals(name)).findFirst();
  }
}
