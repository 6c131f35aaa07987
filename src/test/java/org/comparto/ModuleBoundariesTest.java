package org.comparto;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use each other only by their public types, and never in circles. */
class ModuleBoundariesTest {

  @Test
  void modulesUseOnlyEachOthersPublicTypesAndNeverInCircles() {
    ApplicationModules.of(CompartoApplication.class).verify();
  }
}
