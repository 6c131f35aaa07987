package org.comparto.owner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.owner.Candidates.Candidate;
import org.comparto.owner.Candidates.Choice;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks owners whether their plots are still so: one letter each, a question for every plot, reminded of while it is open. */
@Component
@DependsOnDatabaseInitialization
class Questions {

  /** More are asked by asking again. */
  static final int MOST_AT_ONCE = 1000;
  private static final String QUESTION = Sql.load("owner/question.sql").text();
  private static final String QUESTIONS = Sql.load("owner/questions.sql").text();
  private static final String COUNTS = Sql.load("owner/question-counts.sql").text();
  private static final String REMIND = Sql.load("owner/remind.sql").text();
  private static final String CLOSE = Sql.load("owner/close-letters.sql").text();

  /** @param left out, by what was in the way */
  record Asked(int letters, int questions, Map<String, Long> left) {}

  /**
   * One question.
   *
   * @param email null once nothing of the letter is open any more
   * @param version of the plot now; null if it is no longer public, as name and verifiedOn
   */
  record Question(long id, long plotId, String plotCode, @Nullable String territoryCode, String state, @Nullable Instant answeredAt, long letterId,
      @Nullable String email, String language, Instant askedAt, Instant expiresAt, boolean isExpired, @Nullable Integer version,
      @Nullable String name, @Nullable LocalDate verifiedOn) {

    /** What the page of the link says: open, an answer, revoked, expired, or gone for a plot that is not public any more. */
    String shown() {
      return !state.equals("open") ? state : isExpired ? "expired" : version == null ? "gone" : "open";
    }
  }

  /** One line of the desk's list. */
  record Listed(long id, long plotId, String plotCode, @Nullable String territoryCode, @Nullable Instant answeredAt, @Nullable String revokedBy,
      @Nullable String offer, String state, @Nullable String email, String language, Instant askedAt, String askedBy,
      Instant expiresAt, int reminders, @Nullable Instant sentAt, @Nullable String error) {}

  /** How many questions are in a state. */
  record Count(String state, long questions) {}

  private final JdbcClient db;
  private final Candidates candidates;
  private final Audit audit;
  private final OwnerProperties properties;

  Questions(JdbcClient db, Candidates candidates, Audit audit, OwnerProperties properties) {
    this.db = db;
    this.candidates = candidates;
    this.audit = audit;
    this.properties = properties;
  }

  /** Puts the letters into the queue; who can not be asked is left out and counted. */
  @Transactional
  public Asked ask(Choice choice, String language, String by) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('owner-letters', 0))").query((row, n) -> true).list(); // nobody is asked twice at once
    List<Candidate> found = candidates.find(choice, MOST_AT_ONCE);
    Map<String, Long> left = found.stream().filter(one -> one.hurdle() != null)
        .collect(Collectors.groupingBy(Candidate::hurdle, TreeMap::new, Collectors.counting()));
    Map<String, List<Candidate>> byOwner = found.stream().filter(one -> one.hurdle() == null)
        .collect(Collectors.groupingBy(one -> new OwnerAddress(one.email()).key(), LinkedHashMap::new, Collectors.toList()));
    byOwner.values().forEach(plots -> write(plots, language, by));
    if (!byOwner.isEmpty()) {
      audit.note(by, AuditAction.VERIFICATION_ASKED, null, byOwner.size() + " letters");
    }
    return new Asked(byOwner.size(), byOwner.values().stream().mapToInt(List::size).sum(), left);
  }

  private void write(List<Candidate> plots, String language, String by) {
    long letter = db.sql("INSERT INTO owner_letter (email, language, asked_by, expires_at) VALUES (:email, :language, :by, now() + make_interval(secs => :valid)) RETURNING id")
        .param("email", plots.get(0).email()).param("language", language).param("by", by).param("valid", properties.linkValid().toSeconds())
        .query(Long.class).single();
    for (Candidate plot : plots) {
      db.sql("INSERT INTO owner_question (letter_id, plot_id, plot_code, territory_code) VALUES (:letter, :plot, :code, :territory)")
          .param("letter", letter).param("plot", plot.id()).param("code", plot.code()).param("territory", plot.territory()).update();
    }
    db.sql("INSERT INTO owner_mail (kind, letter_id) VALUES ('question', :letter)").param("letter", letter).update();
  }

  Optional<Question> find(long id) {
    return db.sql(QUESTION).param("id", id).query(Question.class).optional();
  }

  /** The same, and nobody else answers it until this transaction ends. */
  Optional<Question> lock(long id) {
    return db.sql("SELECT id FROM owner_question WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).optional().flatMap(this::find);
  }

  /** The open questions of a letter, as they are told in a mail. */
  List<Question> openOf(long letter) {
    return db.sql("SELECT id FROM owner_question WHERE letter_id = :letter AND state = 'open' ORDER BY plot_code").param("letter", letter)
        .query(Long.class).list().stream().flatMap(id -> find(id).stream()).filter(one -> one.shown().equals("open")).toList();
  }

  /** @param before the id of the last line seen; null for the newest */
  List<Listed> list(@Nullable String state, @Nullable String territory, @Nullable Long before, int limit) {
    return db.sql(QUESTIONS).param("state", state).param("territory", territory).param("before", before).param("limit", limit)
        .query(Listed.class).list();
  }

  List<Count> counts(@Nullable String territory) {
    return db.sql(COUNTS).param("territory", territory).query(Count.class).list();
  }

  /** Notes the one answer of a question. */
  void close(long id, String state, @Nullable Long offer, @Nullable String revokedBy) {
    db.sql("UPDATE owner_question SET state = :state, answered_at = now(), offer_id = :offer, revoked_by = :by WHERE id = :id AND state = 'open'")
        .param("id", id).param("state", state).param("offer", offer).param("by", revokedBy).update();
  }

  /** @throws NotFoundException if there is none that this account may see */
  @Transactional
  public void revoke(long id, @Nullable String territory, String by) {
    lock(id).filter(one -> territory == null || territory.equals(one.territoryCode()))
        .orElseThrow(() -> new NotFoundException("id", "There is no question " + id + "."));
    close(id, "revoked", null, by);
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  @Transactional
  public void remindAndClose() {
    db.sql(REMIND).param("reminders", properties.reminders()).param("every", properties.remindEvery().toSeconds()).update();
    db.sql(CLOSE).update();
  }
}
