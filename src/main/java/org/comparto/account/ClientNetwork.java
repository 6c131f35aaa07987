package org.comparto.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** As what a caller's address is counted: who has one IPv6 address has 2^64 of them, so they count as one. */
public final class ClientNetwork {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]+(%\\w+)?");

  private ClientNetwork() {}

  /** @param address as the request tells it; what is none is counted as it is, and never looked up as a name */
  public static String of(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      return address; // made up by a proxy
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      if (parsed instanceof Inet6Address v6) {
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(v6.getAddress(), 8), 16);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
      }
      return parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
