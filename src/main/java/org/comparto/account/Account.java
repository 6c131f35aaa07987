package org.comparto.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner and the admins see it.
 *
 * @param territory null for all territories
 * @param municipality ISTAT code; null for all of the territory
 * @param layers what it may propose, review and write; null for what its role may
 * @param language it or en
 */
record Account(long id, String username, String displayName, @Nullable String email, Role role, @Nullable String territory,
    @Nullable String municipality, @Nullable Set<String> layers, String language, boolean active, boolean wantsMail,
    boolean hasSecondFactor, boolean mustChangePassword, Instant createdAt, @Nullable Instant lastLoginAt) {}
