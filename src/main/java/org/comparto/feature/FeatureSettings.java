package org.comparto.feature;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What reading features may use.
 *
 * @param preparedShare the share of the heap for features kept ready as text; about 1 kB a feature with many attributes
 * @param timeout a query is stopped after this
 * @param batchTimeout of a whole layer that is read row by row, the same for its beginning (sorted perhaps) and for each batch
 */
@Validated
@ConfigurationProperties("comparto.feature")
record FeatureSettings(@DecimalMin("0.0") @DecimalMax("0.8") @DefaultValue("0.35") double preparedShare,
    @DefaultValue("20s") Duration timeout, @DefaultValue("2m") Duration batchTimeout) {}
