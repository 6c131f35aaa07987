package org.comparto.potential;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Yields of PVGIS, asked by this server and never by a browser.
 *
 * @param url of the operation PVcalc; null asks nobody, and yields come from the table of gis-data
 * @param timeout an answer is waited for so long, then the table is used and the answer says so
 * @param pause at least so much time between two questions
 * @param keep for how long an answer is used again
 */
@ConfigurationProperties("comparto.pvgis")
record PvgisProperties(@Nullable URI url, @DefaultValue("10s") Duration timeout, @DefaultValue("1s") Duration pause,
    @DefaultValue("365d") Duration keep) {}
