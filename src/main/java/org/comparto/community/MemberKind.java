package org.comparto.community;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who takes part, as far as the rules make a difference. */
enum MemberKind {
  PERSON, SME, LARGE_FIRM, MUNICIPALITY, PUBLIC_BODY, THIRD_SECTOR, RELIGIOUS, RESEARCH, OTHER;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFirm() {
    return this == SME || this == LARGE_FIRM;
  }
}
