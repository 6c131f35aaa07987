package org.comparto.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What pages, collections and features conform to: OGC API Features, Part 1 and Part 2, and OGC API Common Part 1. */
@Component
class FeaturesConformance implements ConformanceClasses {

  private static final String COMMON_CORE = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  private static final String CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String CRS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";

  @Override
  public List<String> uris() {
    return Stream.of(all(COMMON_CORE, "core", "landing-page", "json", "html", "oas30"),
        all(CORE, "core", "geojson", "html", "oas30"), all(CRS, "crs")).flatMap(s -> s).toList();
  }

  private static Stream<String> all(String standard, String... classes) {
    return Stream.of(classes).map(standard::concat);
  }
}
