package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the assignments were found, as it is kept.
 *
 * @param asked seconds at most
 * @param documentVersion of the document that was solved
 * @param steps of the search so far
 * @param endedBy converged, time or stopped; null while it runs
 * @param boundVisits and {@code boundPoints}: what no assignment can exceed, null before that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Search(int asked, long seed, long iterations, boolean keep, int documentVersion, long steps, double seconds, @Nullable String endedBy, Integer visits, Integer points,
    @Nullable Integer boundVisits, @Nullable Integer boundPoints, Instant at) {}
