package org.comparto.command;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands behind a verb: one subject, and options with or without a value. */
record Options(String subject, Map<String, String> values) {

  /**
   * @param named options that take a value
   * @param flags options that take none
   * @throws Refused if there is an option that is not known, or not exactly one subject
   */
  static Options parse(String verb, String subjectName, String[] arguments, Set<String> named, Set<String> flags) {
    Map<String, String> values = new TreeMap<>();
    String subject = null;
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (flags.contains(word)) {
        values.put(word, "");
      } else if (named.contains(word)) {
        if (++i == arguments.length) {
          throw new Refused(word + " needs a value");
        }
        values.put(word, arguments[i]);
      } else if (word.startsWith("--")) {
        throw new Refused(verb + " does not know the option " + word + "; see ./comparto help");
      } else if (subject != null) {
        throw new Refused(verb + " takes one " + subjectName + ", not also " + word);
      } else {
        subject = word;
      }
    }
    if (subject == null) {
      throw new Refused(verb + " needs a " + subjectName + "; see ./comparto help");
    }
    return new Options(subject, values);
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  @Nullable String value(String name) {
    return values.get(name);
  }
}
