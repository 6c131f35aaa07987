package org.comparto.facts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comparto.access.Access;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is said of a plot before it is put into words: the content that a snapshot's hash stands for, with the ids
 * and versions of all records it rests on.
 */
record Findings(long id, int version, byte[] shape, Map<String, @Nullable Object> fields, List<Derived> derived, List<Finding> constraints,
    Access access, List<Surroundings.Gateway> gateways, List<Surroundings.Firms> firms, List<Chronicle> history) {

  /** SHA-256 over the content as JSON, members in the order of the records; the same in every language. */
  String hash() {
    try {
      byte[] content = JsonMapper.shared().writeValueAsBytes(this);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
