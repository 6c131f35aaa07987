package org.comparto.census;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a company lets us publish a group of its fields, or does so no longer.
 *
 * @param by the person who states it
 * @param way desk, link, file or erasure
 * @param textVersion of the text that was agreed to; null where it is not ours
 * @param recordedBy the account by which it came in; null where it was the company itself
 */
public record Statement(String group, boolean granted, String by, LocalDate on, String way, @Nullable String textVersion, @Nullable String recordedBy) {}
