package org.comparto.duplicate;

import tools.jackson.databind.JsonNode;

/**
 * What names companies and has to follow when two become one; a module that keeps such things makes a bean of it. Rows that refer to a company by
 * a foreign key follow by themselves, unless another follower has seen to them before. Everything happens in the transaction of the merge.
 */
public interface MergeFollower {

  /** A word by which what it did is kept with the merge. */
  String name();

  /**
   * Lets all that names one company name the other.
   *
   * @return what it takes to take it back; handed to {@link #part} as it is
   * @throws org.comparto.problem.RefusedException if the two can not become one as things stand, with what has to be settled first
   */
  JsonNode follow(long gone, long kept);

  /** Takes back what it did, as far as nobody has changed it since. */
  void part(long kept, long gone, JsonNode did);
}
