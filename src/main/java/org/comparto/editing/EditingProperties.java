package org.comparto.editing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether features can be changed one by one through the open interface (decisions 0020 and 0029).
 *
 * @param enabled without it nothing is written and nothing is announced
 * @param largestBody of one feature, as it is sent
 */
@ConfigurationProperties("comparto.editing")
record EditingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("5MB") DataSize largestBody) {}
