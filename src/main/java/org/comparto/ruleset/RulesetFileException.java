package org.comparto.ruleset;

/** A shipped rule set is faulty; the message names the file and everything that is wrong with it. */
class RulesetFileException extends RuntimeException {

  RulesetFileException(String file, String faults) {
    super("gis-data/rulesets/" + file + ": " + faults);
  }
}
