package org.comparto.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Demonstration data at the first start.
 *
 * @param enabled whether an empty database is filled with demonstration data
 * @param scale   1 for the hand-made places alone; 1000 adds more than 200,000 plots for load tests
 */
@Validated
@ConfigurationProperties("comparto.demonstration")
record DemonstrationProperties(@DefaultValue("true") boolean enabled, @Positive @Max(1000) @DefaultValue("1") int scale) {}
