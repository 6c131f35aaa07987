package org.comparto.ruleset;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with a shipped rule set as one readable paragraph instead of a stack trace. */
class RulesetFileFailureAnalyzer extends AbstractFailureAnalyzer<RulesetFileException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RulesetFileException cause) {
    return new FailureAnalysis("A rule set is wrong, so nothing was started.\n" + cause.getMessage(), "Mend the file.", cause);
  }
}
