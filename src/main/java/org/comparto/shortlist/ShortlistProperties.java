package org.comparto.shortlist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lists are shared.
 *
 * @param perHour how many one address may share in an hour
 */
@ConfigurationProperties("comparto.shortlist")
record ShortlistProperties(@DefaultValue("20") int perHour) {}
