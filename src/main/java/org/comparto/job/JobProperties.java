package org.comparto.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are worked through.
 *
 * @param threads how many jobs run at once in one instance
 * @param heartbeat how often an instance says that it still runs its jobs; after four that are missing it is given up as dead
 */
@ConfigurationProperties("comparto.job")
record JobProperties(@DefaultValue("2") int threads, @DefaultValue("5s") Duration heartbeat) {}
