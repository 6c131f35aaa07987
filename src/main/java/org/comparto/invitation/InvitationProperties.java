package org.comparto.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hosts are asked.
 *
 * @param answerWithin so long a host may take to answer, but not beyond the day of the visit; then its time is free again
 * @param remindEvery how long an invitation waits for its answer before the host is reminded
 * @param reminders how often at most
 * @param perHour how many hosts somebody without an account may invite in an hour
 * @param retentionDays so long after the visit who asked and whom is forgotten
 */
@ConfigurationProperties("comparto.invitations")
record InvitationProperties(@DefaultValue("10d") Duration answerWithin, @DefaultValue("4d") Duration remindEvery, @DefaultValue("2") int reminders,
    @DefaultValue("60") int perHour, @DefaultValue("180") int retentionDays) {}
