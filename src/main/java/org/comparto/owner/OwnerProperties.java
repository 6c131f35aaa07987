package org.comparto.owner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How owners are written to, and what they send is kept.
 *
 * @param offersPerHour how many plots one address may offer in an hour
 * @param unconfirmedDays an offer whose address nobody confirms is forgotten after so many days
 * @param linkValid how long the link of a question opens its page
 * @param remindEvery how long a question waits for its answer before the owner is reminded
 * @param reminders how often at most
 * @param retentionMonths after so many months who offered a plot is erased by itself
 */
@ConfigurationProperties("comparto.owners")
record OwnerProperties(@DefaultValue("5") int offersPerHour, @DefaultValue("14") int unconfirmedDays, @DefaultValue("60d") Duration linkValid,
    @DefaultValue("15d") Duration remindEvery, @DefaultValue("2") int reminders, @DefaultValue("24") int retentionMonths) {}
