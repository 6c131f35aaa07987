package org.comparto.proposal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people find what they were told.
 *
 * @param retention after so long a notification is forgotten, whether it was seen or not
 */
@ConfigurationProperties("comparto.notifications")
record NoticeProperties(@DefaultValue("365d") Duration retention) {}
