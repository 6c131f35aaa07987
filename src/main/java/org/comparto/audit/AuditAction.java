package org.comparto.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is noted. The word ({@code sign-in}) is kept in the database and stays for good; its texts are {@code audit.action.<word>} of
 * web/locales/audit.*.json.
 */
public enum AuditAction {

  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  PASSWORD_RESET_ASKED,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  ACCOUNT_CREATED,
  ACCOUNT_CHANGED,
  RIGHTS_CHANGED,
  TOKEN_CREATED,
  TOKEN_REVOKED,

  FEATURE_CREATED,
  FEATURE_CHANGED,
  FEATURE_RETIRED,
  FEATURE_RESTORED,

  PROPOSAL_CREATED,
  PROPOSAL_SUBMITTED,
  PROPOSAL_WITHDRAWN,
  PROPOSAL_SENT_BACK,
  PROPOSAL_APPROVED,
  PROPOSAL_PUBLISHED,

  LOAD_APPLIED,
  LOAD_ROLLED_BACK,
  LAYER_CHANGED,
  LAYER_COVERAGE_DECLARED,
  LAYER_COVERAGE_WITHDRAWN,

  RULESET_UPLOADED,
  RULESET_ACTIVATED,
  RULESET_DEACTIVATED,

  TARGET_SET,
  TARGET_REMOVED,
  UTILISED_FARMLAND_SET,
  UTILISED_FARMLAND_REMOVED,

  NETWORK_CREATED,
  NETWORK_CHANGED,
  NETWORK_REMOVED,

  PERSONAL_DATA_EXPORTED,
  PERSONAL_DATA_ERASED,
  VERIFICATION_ASKED,
  VERIFICATION_GIVEN,
  CONSENT_STATED,
  ERASURE_ASKED,
  COMPANIES_MERGED,
  COMPANIES_PARTED,

  AUDIT_READ,
  AUDIT_EXPORTED;

  /** As it is kept: {@code sign-in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AuditAction> find(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }
}
