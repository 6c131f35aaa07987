package org.comparto.ogc;

import java.util.List;

/** Conformance classes that truly hold here; each part of the interfaces declares its own, as a bean. */
interface ConformanceClasses {

  /** Their URIs, as the standards name them. */
  List<String> uris();
}
