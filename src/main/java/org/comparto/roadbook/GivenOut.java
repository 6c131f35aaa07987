package org.comparto.roadbook;

import java.time.ZonedDateTime;

/** A stop as a calendar has it from us: what was said of it last. */
record GivenOut(String key, String name, ZonedDateTime begins, ZonedDateTime ends) {}
