package org.comparto.editing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether features can be changed one by one through the open interface (decisions 0020 and 0029).
 *
 * @param enabled without it nothing is written and nothing is announced
 * @param largestBody of one feature, as it is sent
 * @param twoPersons what somebody else has to approve before it is public
 * @param clientsWithoutIfMatch words of the User-Agent of clients that can not send If-Match; they prove otherwise what they have read
 */
@ConfigurationProperties("comparto.editing")
record EditingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("5MB") DataSize largestBody,
    @DefaultValue("proposals") TwoPersons twoPersons, @DefaultValue("QGIS") List<String> clientsWithoutIfMatch) {

  /** What two persons look at. */
  enum TwoPersons {
    /** What those propose who may not write at once. */
    PROPOSALS,
    /** Every change, whoever makes it. */
    EVERYTHING
  }
}
