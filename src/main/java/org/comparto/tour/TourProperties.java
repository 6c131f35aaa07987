package org.comparto.tour;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Saved tours.
 *
 * @param personalDays notes and participants are erased so many days after the last day of a tour
 * @param perHour how many tours one address may save in an hour
 * @param patience how long who asks for a plan waits for a place, where as many as are planned at a time are under way; then the answer is 503
 */
@Validated
@ConfigurationProperties("comparto.tour")
record TourProperties(@Positive @DefaultValue("180") int personalDays, @Positive @DefaultValue("60") int perHour, @DefaultValue("8s") Duration patience) {}
