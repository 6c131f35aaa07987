package org.comparto.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param who an account's name, or system, operator, anonymous
 * @param action a word of {@link AuditAction}, also one that is not in use any more
 * @param subject what it was done to: {@code account:anna}, {@code plot:17}
 */
public record AuditEntry(long id, Instant at, String who, String action, @Nullable String subject, @Nullable String detail) {}
