package org.comparto.district;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A company in a network.
 *
 * @param company its feature id
 * @param lon degrees, EPSG:4326
 * @param productionChain null where it is not known or not public
 */
record NetworkMember(long company, String name, String role, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn, double lon, double lat,
    @Nullable String productionChain, boolean demonstration) {}
