package org.comparto.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a database that can not be used as one readable paragraph instead of a stack trace. */
class DatabaseSetupFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseSetupException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseSetupException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
