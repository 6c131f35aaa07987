package org.comparto.access;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access times are kept.
 *
 * @param follow whether this instance computes them in the background
 * @param batch features in one transaction
 */
@Validated
@ConfigurationProperties("comparto.access")
record AccessSettings(@DefaultValue("true") boolean follow, @Min(1) @DefaultValue("5000") int batch) {}
