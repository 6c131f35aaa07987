package org.comparto.eligible;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How eligible areas are computed.
 *
 * @param follow whether this instance computes them in the background
 * @param cell the side of a piece in metres: small pieces are soon computed again, large ones are fewer (decision 0036)
 * @param workers pieces that one instance computes at once
 */
@Validated
@ConfigurationProperties("comparto.eligible")
record EligibleSettings(@DefaultValue("true") boolean follow, @Min(250) @Max(50_000) @DefaultValue("2500") int cell,
    @Min(1) @Max(16) @DefaultValue("2") int workers) {}
