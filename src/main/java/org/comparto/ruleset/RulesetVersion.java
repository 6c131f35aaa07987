package org.comparto.ruleset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is kept, with the last decision about it.
 *
 * @param content the text as it was written, YAML or JSON
 * @param shipped it came with the application
 * @param decidedBy null where nobody has decided yet
 */
record RulesetVersion(Ruleset ruleset, String content, boolean shipped, String writtenBy, Instant writtenAt, @Nullable String decidedBy,
    @Nullable Instant decidedAt, @Nullable String reason) {}
