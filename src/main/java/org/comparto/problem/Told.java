package org.comparto.problem;

import java.util.function.UnaryOperator;

/** Something that an answer tells in words, and can tell in another language. */
public interface Told {

  /** The English sentence, as it is raised. */
  String reason();

  /** The same with its sentence in another language. */
  Told told(UnaryOperator<String> translation);
}
