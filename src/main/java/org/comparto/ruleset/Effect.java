package org.comparto.ruleset;

import java.util.Locale;

/** What a rule does to the ground that it covers. Files write it in lower case. */
public enum Effect {

  /** Makes what it covers suitable. */
  INCLUDE,
  /** Covers ground of which a permission may be freed; makes nothing suitable by itself. */
  ALLOW,
  /** Forbids the technology where it applies, but for what one of the rules that it names covers. */
  PERMIT_ONLY,
  /** Makes what it covers unsuitable: an act says so. */
  UNSUITABLE,
  /** Changes no result: says that something protected or hazardous lies there, and how much of it. */
  WARN,
  /** A limit that is told and not computed: it holds for a region or a project, not for a piece of ground. */
  CAP;

  /** As files and answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
