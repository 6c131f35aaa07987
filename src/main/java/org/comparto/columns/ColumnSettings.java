package org.comparto.columns;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What columns in memory may use.
 *
 * @param share the share of the heap for all layers together; a layer that does not fit is asked of the database instead
 */
@Validated
@ConfigurationProperties("comparto.columns")
record ColumnSettings(@DecimalMin("0.0") @DecimalMax("0.6") @DefaultValue("0.15") double share) {

  long bytes() {
    return (long) (Runtime.getRuntime().maxMemory() * share);
  }
}
