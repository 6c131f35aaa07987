package org.comparto.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How searches are saved and told about.
 *
 * @param perHour how many one address may save in an hour
 * @param months after so many a saved search ends by itself
 * @param digestEvery a digest is mailed at most so often
 * @param unconfirmedDays after so many an address that was not confirmed is forgotten
 * @param eventDays so long events stay in the feed
 */
@ConfigurationProperties("comparto.alert")
record AlertProperties(@DefaultValue("10") int perHour, @DefaultValue("12") int months, @DefaultValue("24h") Duration digestEvery,
    @DefaultValue("7") int unconfirmedDays, @DefaultValue("90") int eventDays) {}
