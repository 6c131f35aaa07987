package org.comparto.district;

import java.util.List;

/**
 * A network with its members.
 *
 * @param members those whose name may be shown to who asks
 * @param unnamed how many more belong to it today, who do not let themselves be named
 */
record NetworkPage(Network network, List<NetworkMember> members, int unnamed) {}
