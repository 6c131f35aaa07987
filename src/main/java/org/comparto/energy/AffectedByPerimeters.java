package org.comparto.energy;

import java.util.Set;
import java.util.List;
import org.comparto.account.CurrentAccount;

/** Whoever keeps something that rests on codes of primary substations and is no feature, such as saved communities; a Spring bean each. */
public interface AffectedByPerimeters {

  /** The name under which the answer lists it, for instance {@code communities}. */
  String kind();

  /**
   * What rests on areas that have changed, as far as the caller may see it.
   *
   * @param codes of areas that are new, gone, or of another shape, name or distributor
   */
  List<Affected> affected(Set<String> codes, CurrentAccount caller);
}
