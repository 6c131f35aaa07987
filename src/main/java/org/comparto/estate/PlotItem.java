package org.comparto.estate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot in a list.
 *
 * @param longitude of a point inside the plot, in degrees
 * @param latitude of the same point
 * @param bbox west, south, east, north
 * @param properties all public attributes as JSON; null where not known
 */
record PlotItem(long id, @Nullable String name, @JsonProperty("municipality_code") @Nullable String municipalityCode, double longitude,
    double latitude, List<Double> bbox, @JsonRawValue @JsonInclude String properties) {}
