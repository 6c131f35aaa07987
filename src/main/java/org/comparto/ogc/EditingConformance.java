package org.comparto.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What writing conforms to, where it is enabled: OGC API Features, Part 4. */
@Component
@ConditionalOnBooleanProperty(name = "comparto.editing.enabled", matchIfMissing = true)
class EditingConformance implements ConformanceClasses {

  private static final String PART_4 = "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/";

  @Override
  public List<String> uris() {
    return Stream.of("create-replace-delete", "update", "optimistic-locking-etags", "handling", "return-resource-representation-in-response",
        "features").map(PART_4::concat).toList();
  }
}
