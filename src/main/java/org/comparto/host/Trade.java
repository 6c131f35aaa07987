package org.comparto.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host does, as far as it lets everybody know; null what is not known or not public.
 *
 * @param ateco main code, in the edition of {@code atecoVersion}, 2007 or 2025
 * @param chain code of production_chain
 */
public record Trade(@Nullable String ateco, @Nullable String atecoVersion, List<String> atecoSecondary, @Nullable String chain) {}
