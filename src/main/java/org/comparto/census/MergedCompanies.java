package org.comparto.census;

import java.util.OptionalLong;
import org.comparto.feature.Successors;
import org.springframework.stereotype.Component;

/** Tells whoever has the number of a company that was merged into another where it is now. */
@Component
class MergedCompanies implements Successors {

  private final Companies companies;

  MergedCompanies(Companies companies) {
    this.companies = companies;
  }

  @Override
  public OptionalLong of(String layer, long id) {
    return layer.equals(Companies.LAYER) ? companies.mergedInto(id) : OptionalLong.empty();
  }
}
