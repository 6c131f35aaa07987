package org.comparto.layer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a faulty descriptor as one readable paragraph instead of a stack trace. */
class DescriptorFailureAnalyzer extends AbstractFailureAnalyzer<DescriptorException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DescriptorException cause) {
    return new FailureAnalysis("A layer descriptor is wrong, so nothing was started.\n" + cause.getMessage(),
        "Mend the descriptor, or the table it describes.", cause);
  }
}
