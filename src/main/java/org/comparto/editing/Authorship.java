package org.comparto.editing;

import org.jspecify.annotations.Nullable;

/**
 * Who stands for a change, and why it was made.
 *
 * @param author who wrote it
 * @param reviewer who approved it; null if nobody else had to
 * @param reason in the author's words; null if nothing was said
 */
public record Authorship(String author, @Nullable String reviewer, @Nullable String reason) {}
