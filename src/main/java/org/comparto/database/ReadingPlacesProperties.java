package org.comparto.database;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the public may ask of the database at once.
 *
 * @param readings pages, tiles and searches at a time; fewer than the pool has connections
 * @param downloads whole layers at a time
 * @param readingWait how long a reading waits for its place
 * @param downloadWait how long a download waits for its place
 * @param queue how many may wait; further ones are refused at once
 */
@Validated
@ConfigurationProperties("comparto.places")
record ReadingPlacesProperties(@Positive @DefaultValue("8") int readings, @Positive @DefaultValue("3") int downloads,
    @DefaultValue("15s") Duration readingWait, @DefaultValue("5s") Duration downloadWait, @Positive @DefaultValue("200") int queue) {}
