package org.comparto.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network with its members.
 *
 * @param members those whose name may be shown to who asks
 * @param unnamed how many more belong to it today at least, who do not let themselves be named: a multiple of k for the public; null if they are fewer, or none
 * @param k null for the desk, which is told everybody's name
 */
record NetworkPage(Network network, List<NetworkMember> members, @Nullable Integer unnamed, @Nullable Integer k) {}
