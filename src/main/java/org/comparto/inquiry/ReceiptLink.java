package org.comparto.inquiry;

/** Where a sender sees the receipt again. The token stands after #, so that browsers keep it out of logs and referrers. */
final class ReceiptLink {

  private ReceiptLink() {}

  static String path(String token) {
    return "/#place=inquiry&receipt=" + token;
  }

  /** @param publicAddress as people reach the installation, with or without a slash at its end */
  static String address(String publicAddress, String token) {
    return publicAddress.replaceAll("/+$", "") + path(token);
  }
}
