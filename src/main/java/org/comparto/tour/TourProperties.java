package org.comparto.tour;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Saved tours.
 *
 * @param personalDays notes and participants are erased so many days after the last day of a tour
 * @param perHour how many tours one address may save in an hour
 */
@Validated
@ConfigurationProperties("comparto.tour")
record TourProperties(@Positive @DefaultValue("180") int personalDays, @Positive @DefaultValue("60") int perHour) {}
