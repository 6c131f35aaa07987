package org.comparto.district;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the public figures of the census are protected (decision 0045).
 *
 * @param k no figure rests on fewer firms, and all counts are multiples of it
 * @param dominancePercent a sum is not shown if who knows the second largest firm could guess the largest within so many percent of it
 * @param editionAge public figures are renewed at most so often, and only when k firms have changed
 * @param follow whether this instance makes them in the background, so that nobody who reads has to wait; without it whoever asks for old ones waits for newer ones
 */
@Validated
@ConfigurationProperties("comparto.district")
record DistrictProperties(@Min(3) @Max(20) @DefaultValue("5") int k, @Min(1) @Max(100) @DefaultValue("10") int dominancePercent,
    @DefaultValue("1d") Duration editionAge, @DefaultValue("true") boolean follow) {}
