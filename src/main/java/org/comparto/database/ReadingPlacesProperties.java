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
 * @param patience how long a reading waits for its place
 * @param queue how many may wait; further ones are refused at once
 * @param downloads whole layers at a time, beside the readings
 */
@Validated
@ConfigurationProperties("comparto.places")
record ReadingPlacesProperties(@Positive @DefaultValue("8") int readings, @DefaultValue("15s") Duration patience,
    @Positive @DefaultValue("200") int queue, @Positive @DefaultValue("4") int downloads) {}
