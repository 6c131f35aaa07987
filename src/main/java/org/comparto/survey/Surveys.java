package org.comparto.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.account.Signing;
import org.comparto.database.Sql;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps surveys, their drafts and states; the keys of their links are computed and kept nowhere. */
@Component
class Surveys {

  private static final String PURPOSE = "company-survey";
  private static final String SURVEY = Sql.load("survey/survey.sql").text();
  private static final String SURVEYS = Sql.load("survey/surveys.sql").text();

  /** One line of the desk's list. @param sentAt of the last mail; null if none was sent */
  record Listed(long id, @Nullable Long campaignId, long companyId, String companyCode, @Nullable String companyName, @Nullable String municipality,
      String way, @Nullable String email, String state, Instant createdAt, @Nullable Instant openedAt, @Nullable Instant begunAt,
      @Nullable Instant endedAt, @Nullable String statedBy, int reminders, @Nullable Long proposalId, @Nullable Instant sentAt, @Nullable String error,
      List<String> consents) {}

  private final JdbcClient db;
  private final Signing signing;

  Surveys(JdbcClient db, Signing signing) {
    this.db = db;
    this.signing = signing;
  }

  String key(long id) {
    return signing.keyTo(PURPOSE, id);
  }

  /** @throws NotFoundException if the key is not ours */
  long opened(String key) {
    return signing.opened(PURPOSE, key).orElseThrow(Surveys::unknownLink);
  }

  static NotFoundException unknownLink() {
    return new NotFoundException("token", "This link opens no survey.");
  }

  Optional<Survey> find(long id) {
    return db.sql(SURVEY).param("id", id).query(Surveys::survey).optional();
  }

  /** The same, and nobody else answers it until this transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Survey> lock(long id) {
    return db.sql("SELECT id FROM survey WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).optional().flatMap(this::find);
  }

  /** @param before the id of the last line seen; null for the newest */
  List<Listed> list(@Nullable Long campaign, @Nullable Long company, @Nullable String state, @Nullable String territory, @Nullable Long before, int limit) {
    return db.sql(SURVEYS).param("campaign", campaign).param("company", company).param("state", state).param("territory", territory)
        .param("before", before).param("limit", limit).query((row, n) -> new Listed(row.getLong("id"), (Long) row.getObject("campaign_id"),
            row.getLong("company_id"), row.getString("company_code"), row.getString("company_name"), row.getString("municipality"), row.getString("way"),
            row.getString("email"), row.getString("state"), instant(row, "created_at"), instant(row, "opened_at"), instant(row, "begun_at"),
            instant(row, "ended_at"), row.getString("stated_by"), row.getInt("reminders"), (Long) row.getObject("proposal_id"), instant(row, "sent_at"),
            row.getString("error"), List.of((String[]) row.getArray("consents").getArray()))).list();
  }

  /** Somebody sits before the page: programs that look through mails do not. */
  void open(long id) {
    db.sql("UPDATE survey SET state = 'opened', opened_at = now() WHERE id = :id AND state = 'sent'").param("id", id).update();
  }

  /**
   * Keeps what is typed.
   *
   * @param version that was read
   * @return the version it has now
   * @throws RefusedException 412 if somebody else has typed meanwhile
   */
  @Transactional
  public int keep(Survey survey, int version, String draft) {
    requireOpen(survey);
    return db.sql("""
        UPDATE survey SET draft = CAST(:draft AS jsonb), draft_version = draft_version + 1, state = 'begun', begun_at = coalesce(begun_at, now()),
          opened_at = coalesce(opened_at, now()) WHERE id = :id AND draft_version = :version RETURNING draft_version""")
        .param("draft", draft).param("id", survey.id()).param("version", version).query(Integer.class).optional()
        .orElseThrow(() -> new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
            "Somebody else has typed into this survey meanwhile; open it again.", "version", null));
  }

  void requireOpen(Survey survey) {
    if (!survey.takesAnswer()) {
      throw new RefusedException(HttpStatus.GONE, "survey-closed", "This survey takes no answer any more.", "token", null);
    }
  }

  /** Notes what came of it; the address is forgotten and nothing more is sent. */
  void end(long id, String state, @Nullable String statedBy, @Nullable Long proposal) {
    db.sql("UPDATE survey SET state = :state, ended_at = now(), stated_by = :by, proposal_id = :proposal, draft = '{}', email = NULL WHERE id = :id")
        .param("state", state).param("by", statedBy).param("proposal", proposal).param("id", id).update();
    db.sql("UPDATE survey_mail SET next_attempt_at = NULL WHERE survey_id = :id").param("id", id).update();
  }

  private static Survey survey(ResultSet row, int n) throws SQLException {
    return new Survey(row.getLong("id"), (Long) row.getObject("campaign_id"), row.getString("campaign"), List.of((String[]) row.getArray("groups").getArray()),
        row.getString("intake"), row.getString("language"), row.getString("message"), instant(row, "expires_at"), row.getBoolean("is_over"),
        row.getLong("company_id"), (Integer) row.getObject("company_version"), row.getString("company_code"), row.getString("company_name"),
        row.getString("territory"), row.getString("way"), row.getString("email"), row.getString("state"), row.getString("draft"), row.getInt("draft_version"),
        row.getString("stated_by"), (Long) row.getObject("proposal_id"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
