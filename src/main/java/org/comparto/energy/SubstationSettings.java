package org.comparto.energy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How features are kept true to the perimeters of primary substations.
 *
 * @param follow whether this instance derives them in the background
 * @param batch features in one transaction
 */
@Validated
@ConfigurationProperties("comparto.substations")
record SubstationSettings(@DefaultValue("true") boolean follow, @Min(1) @Max(100_000) @DefaultValue("2000") int batch) {}
