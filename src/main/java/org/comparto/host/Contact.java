package org.comparto.host;

import org.jspecify.annotations.Nullable;

/** Whom to ask, as far as the host lets everybody know; null what is not known or not public. */
public record Contact(@Nullable String person, @Nullable String phone, @Nullable String email) {}
