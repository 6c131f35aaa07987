package org.comparto.inquiry;

import java.time.Instant;
import org.comparto.testing.Http;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends inquiries to the running application, and removes them from its database again. */
final class InquiryClient {

  private final int port;

  InquiryClient(int port) {
    this.port = port;
  }

  /** An inquiry in which nothing is wrong, to be changed by the test. */
  static ObjectNode inquiry() {
    return (ObjectNode) JsonMapper.shared().readTree("""
        {"contact": {"organisation": "Meccanica Rossi", "name": "Anna Rossi", "email": "anna@rossi.example"},
         "needs": {"ateco": "28.12", "atecoVersion": 2025, "areaM2": 20000, "jobs": 45},
         "language": "it", "consent": "%s"}""".formatted(ConsentText.VERSION));
  }

  /** With the stamp of a form that was opened a minute ago. */
  static ObjectNode inquiry(FormStamps stamps) {
    return inquiry().put("form", stamps.issue(Instant.now().minusSeconds(60)));
  }

  Http.Answer send(ObjectNode inquiry, String... headers) {
    return Http.send(port, "POST", "/api/inquiries", inquiry.toString(), headers);
  }

  Http.Answer receipt(Http.Answer sent) {
    return Http.get(port, "/api/inquiries/receipts/" + sent.json().path("token").asString());
  }

  /** The id in the tables of what was answered. */
  static long idOf(Http.Answer sent) {
    return Long.parseLong(sent.json().path("token").asString().split("\\.")[0]);
  }

  static void forgetAll(JdbcClient db) {
    db.sql("DELETE FROM inquiry").update();
    db.sql("DELETE FROM source_attempt").update();
  }
}
