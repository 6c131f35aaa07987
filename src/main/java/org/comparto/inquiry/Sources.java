package org.comparto.inquiry;

import java.util.List;
import org.comparto.account.SourceThrottle;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Where inquiries come from: partners may send any number, of everybody else so many are counted, by all instances together. */
@Component
class Sources {

  private static final String KIND = "inquiries";

  private final SourceThrottle throttle;
  private final int perHour;
  private final List<IpAddressMatcher> allowed;

  Sources(SourceThrottle throttle, InquiryProperties properties) {
    this.throttle = throttle;
    this.perHour = properties.perHour();
    this.allowed = properties.allowedSources().stream().map(IpAddressMatcher::new).toList();
  }

  boolean isAllowed(String address) {
    return allowed.stream().anyMatch(network -> network.matches(address));
  }

  /** Within the caller's transaction. */
  void takeTurn(String address) {
    throttle.takeTurn(KIND, address);
  }

  /**
   * Within the caller's transaction.
   *
   * @throws org.comparto.problem.RefusedException with the time to wait, if it has sent enough
   */
  void count(String address) {
    throttle.count(KIND, address, perHour);
  }
}
