package org.comparto.network;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Roads.
 *
 * @param snap how far from a road a point may be, in metres; beyond there is no road data
 * @param mapped whether the graph's files are mapped into memory instead of read into the heap: slower, for extracts larger than the heap
 * @param demonstration whether the demonstration's roads are loaded at the first start, where the demonstration is on
 */
@Validated
@ConfigurationProperties("comparto.roads")
record RoadProperties(@Positive @DefaultValue("1000") double snap, @DefaultValue("false") boolean mapped,
    @DefaultValue("true") boolean demonstration) {}
