package org.comparto.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.usage.Usage;
import org.comparto.usage.UsageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes inquiries in: once each, with the mails they cause, in one transaction that is committed before anybody is told. */
@Component
class Inquiries {

  private static final String CREATE = Sql.load("inquiry/create.sql").text();
  private static final String ADD_MAILS = Sql.load("inquiry/add-mails.sql").text();
  private static final String SAME_REQUEST = Sql.load("inquiry/same-request.sql").text();

  /** What was accepted, now or when the same request came before. */
  record Accepted(long id, String ticket, Instant receivedAt) {}

  private record Before(long id, String ticket, Instant receivedAt, boolean same) {}

  private final JdbcClient db;
  private final Sources sources;
  private final FormStamps stamps;
  private final Places places;
  private final Mails mails;
  private final JsonMapper json;
  private final Usage usage;

  Inquiries(JdbcClient db, Sources sources, FormStamps stamps, Places places, Mails mails, JsonMapper json, Usage usage) {
    this.db = db;
    this.sources = sources;
    this.stamps = stamps;
    this.places = places;
    this.mails = mails;
    this.json = json;
    this.usage = usage;
  }

  /**
   * @param address of the sender; it is counted and not kept with the inquiry
   * @param key by which the sender knows the request again; null if every request is another inquiry
   * @throws RefusedException if the address has sent too many, or the key stands for another inquiry
   */
  @Transactional
  Accepted accept(NewInquiry wanted, String address, @Nullable String key) {
    byte[] keyHash = key == null ? null : sha256(key);
    byte[] content = sha256(contentOf(wanted));
    boolean partner = sources.isAllowed(address);
    if (!partner) {
      sources.takeTurn(address);
    }
    Optional<Accepted> before = before(keyHash, content);
    if (before.isPresent()) {
      return before.get();
    }
    if (!partner) {
      stamps.check(wanted.form(), Instant.now());
    }
    TreeSet<String> territories = new TreeSet<>(places.territoriesOf(wanted.places()));
    if (wanted.territory() != null) {
      checkTerritory(wanted.territory());
      territories.add(wanted.territory());
    }
    if (!partner) {
      sources.count(address);
    }
    return create(wanted, territories, keyHash, content).orElseGet(() -> before(keyHash, content).orElseThrow());
  }

  private Optional<Accepted> create(NewInquiry wanted, TreeSet<String> territories, byte @Nullable [] key, byte[] content) {
    Contact contact = wanted.contact();
    Needs needs = wanted.needs();
    Optional<Accepted> made = db.sql(CREATE).param("state", (wanted.isFromAMachine() ? State.SPAM : State.NEW).toString())
        .param("territories", String.join(",", territories)).param("language", wanted.language())
        .param("organisation", contact.organisation()).param("contact_name", contact.name()).param("email", contact.email())
        .param("phone", contact.phone()).param("activity", needs.activity()).param("message", wanted.message())
        .param("search", wanted.search()).param("ateco_code", needs.ateco()).param("ateco_version", needs.atecoVersion())
        .param("area_m2", needs.areaM2()).param("power_kw", needs.powerKw()).param("water_l_s", needs.waterLs()).param("jobs", needs.jobs())
        .param("earliest", needs.earliest()).param("latest", needs.latest())
        .param("offer_type", needs.offerType() == null ? null : needs.offerType().toString()).param("budget_eur", needs.budgetEur())
        .param("consent_version", wanted.consent()).param("idempotency_hash", key).param("request_hash", content)
        .query(Accepted.class).optional();
    made.ifPresent(inquiry -> {
      count(places.keep(inquiry.id(), wanted.places()), wanted.isFromAMachine());
      db.sql(ADD_MAILS).param("id", inquiry.id()).param("kinds", String.join(",", mails.wantedKinds())).update();
    });
    return made;
  }

  /** Once for itself and once for each of its plots, when it is committed. */
  private void count(List<Long> plots, boolean isSpam) {
    if (!isSpam) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          usage.count(UsageKind.INQUIRY);
          plots.forEach(plot -> usage.count(UsageKind.INQUIRY, plot));
        }
      });
    }
  }

  private Optional<Accepted> before(byte @Nullable [] key, byte[] content) {
    if (key == null) {
      return Optional.empty();
    }
    return db.sql(SAME_REQUEST).param("idempotency_hash", key).param("request_hash", content).query(Before.class).optional().map(before -> {
      if (!before.same()) {
        throw RefusedException.conflict("idempotency-key-reused", "This Idempotency-Key came with another inquiry; use a new one.", "Idempotency-Key");
      }
      return new Accepted(before.id(), before.ticket(), before.receivedAt());
    });
  }

  private void checkTerritory(String code) {
    if (!db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", code).query(Boolean.class).single()) {
      throw new InvalidInputException("territory", "There is no territory with this code; leave it out for any.");
    }
  }

  /** What makes two requests the same: all but the stamp, which a second attempt may have anew. */
  private String contentOf(NewInquiry wanted) {
    ObjectNode content = json.valueToTree(wanted);
    content.remove("form");
    return content.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
