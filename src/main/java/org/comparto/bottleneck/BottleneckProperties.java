package org.comparto.bottleneck;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bottlenecks act on roads, and how people may report them.
 *
 * @param snap a bottleneck this far from every road, in metres, acts on none until an editor says where it does
 * @param linkSpeed how fast a missing link will be driven once it is there, in km/h; our figure, to be confirmed for each project
 * @param reportsPerHour how many reports one address may send in an hour
 * @param retentionMonths after so many months the contact of who reported is erased by itself
 */
@ConfigurationProperties("comparto.bottlenecks")
record BottleneckProperties(@DefaultValue("150") double snap, @DefaultValue("70") double linkSpeed, @DefaultValue("5") int reportsPerHour,
    @DefaultValue("24") int retentionMonths) {}
