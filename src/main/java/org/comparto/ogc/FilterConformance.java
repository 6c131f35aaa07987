package org.comparto.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What filters and queryables conform to: OGC API Features Part 3, and CQL2. */
@Component
class FilterConformance implements ConformanceClasses {

  private static final String FILTERING = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

  @Override
  public List<String> uris() {
    return Stream.concat(
        Stream.of("queryables", "queryables-query-parameters", "filter", "features-filter").map(FILTERING::concat),
        Stream.of("cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison",
            "accent-insensitive-comparison", "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions",
            "temporal-functions", "array-functions", "property-property", "arithmetic").map(CQL2::concat)).toList();
  }
}
