package org.comparto.bottleneck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.mail.Words;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the desk does with reports: each step is a change of the history, and people are forgotten when they are no longer needed. */
@Component
class Moderation {

  private static final Logger log = LoggerFactory.getLogger(Moderation.class);
  private static final String REPORTS = Sql.load("bottleneck/reports.sql").text();
  private static final String DECIDE = Sql.load("bottleneck/report-decide.sql").text();
  private static final String ERASE = Sql.load("bottleneck/report-erase.sql").text();
  private static final String PUBLISH = Sql.load("bottleneck/publish-report.sql").text();
  private static final String FORGET_WORDS = Sql.load("bottleneck/forget-words.sql").text();

  /** What becomes of a report. */
  enum Verdict { PUBLISH, MERGE, REFUSE }

  /**
   * A decision; it checks itself.
   *
   * @param into the bottleneck that it is merged into; null but for a merger
   * @param reason required where it is refused
   * @param name in the words of the desk; null leaves what was reported, as the descriptions
   */
  record Decision(Verdict verdict, @Nullable Long into, @Nullable String reason, @Nullable String name, @Nullable String descriptionIt,
      @Nullable String descriptionEn) {

    /** As it is sent. */
    record Sent(@Nullable String verdict, @Nullable Long into, @Nullable String reason, @Nullable String name, @Nullable String descriptionIt,
        @Nullable String descriptionEn) {}

    static Decision of(Sent sent) {
      if (sent.verdict() == null || !List.of("publish", "merge", "refuse").contains(sent.verdict())) {
        throw new InvalidInputException("verdict", "verdict must be publish, merge or refuse");
      }
      Verdict verdict = Verdict.valueOf(sent.verdict().toUpperCase(Locale.ROOT));
      if ((verdict == Verdict.MERGE) != (sent.into() != null)) {
        throw new InvalidInputException("into", "into is the id of the bottleneck that the report is merged into; it goes with merge and nothing else");
      }
      String reason = Field.text("reason", sent.reason(), 1000);
      if (verdict == Verdict.REFUSE && reason == null) {
        throw new InvalidInputException("reason", "reason is required where a report is refused");
      }
      return new Decision(verdict, sent.into(), reason, Field.optional("name", sent.name(), 120),
          Field.text("descriptionIt", sent.descriptionIt(), NewReport.LONGEST_DESCRIPTION),
          Field.text("descriptionEn", sent.descriptionEn(), NewReport.LONGEST_DESCRIPTION));
    }
  }

  private final JdbcClient db;
  private final Changes changes;
  private final BottleneckProperties properties;

  Moderation(JdbcClient db, Changes changes, BottleneckProperties properties) {
    this.db = db;
    this.changes = changes;
    this.properties = properties;
  }

  /** @param state null for all; newest first */
  List<Report> list(@Nullable String state, CurrentAccount reader) {
    return db.sql(REPORTS).param("territory", reader.territory()).param("state", state).param("id", null).query(Moderation::report).list();
  }

  /** @throws NotFoundException if there is none that this account may see */
  Report get(long id, CurrentAccount reader) {
    return db.sql(REPORTS).param("territory", reader.territory()).param("state", null).param("id", id).query(Moderation::report).optional()
        .orElseThrow(() -> new NotFoundException("report", "There is no report " + id + "."));
  }

  /**
   * @param version of the report on which it was decided
   * @throws RefusedException 412 if somebody else has decided meanwhile
   */
  @Transactional
  public Report decide(long id, int version, Decision decision, CurrentAccount by) {
    Report report = get(id, by);
    by.checkWrite("bottleneck", report.territoryCode());
    if (!report.isOpen() && report.version() == version) {
      throw RefusedException.conflict("report-decided", "This report has been decided already.", "report");
    }
    String state = switch (decision.verdict()) {
      case PUBLISH -> "published";
      case MERGE -> "merged";
      case REFUSE -> "refused";
    };
    int decided = db.sql(DECIDE).param("id", id).param("version", version).param("state", state).param("into", decision.into())
        .param("author", by.username()).param("reason", decision.reason()).update();
    if (decided == 0) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
          "Somebody else has changed this report meanwhile; read it again and decide anew.", "If-Match", null);
    }
    changes.begin(Changes.Kind.EDIT, report.ticket() + (decision.reason() == null ? "" : ": " + decision.reason()));
    switch (decision.verdict()) {
      case PUBLISH -> publish(report, decision);
      case MERGE -> merge(report, decision.into(), by);
      case REFUSE -> refuse(report);
    }
    return get(id, by);
  }

  private void publish(Report report, Decision decision) {
    ArrayNode photos = photos(report);
    int published = db.sql(PUBLISH).param("id", report.bottleneckId()).param("name", decision.name()).param("description_it", decision.descriptionIt())
        .param("description_en", decision.descriptionEn()).param("attachments", photos.isEmpty() ? null : photos.toString()).update();
    if (published == 0) {
      throw RefusedException.conflict("bottleneck-gone", "The bottleneck of this report was published or removed by another way.", "report");
    }
  }

  private void merge(Report report, long into, CurrentAccount by) {
    record Target(@Nullable String territoryCode) {}
    Target target = db.sql("SELECT territory_code FROM bottleneck WHERE id = :id AND publication_status = 'published' AND id <> :self FOR UPDATE")
        .param("id", into).param("self", report.bottleneckId()).query(Target.class).optional()
        .orElseThrow(() -> new InvalidInputException("into", "There is no public bottleneck " + into + "."));
    by.checkWrite("bottleneck", target.territoryCode());
    ArrayNode photos = photos(report);
    if (!photos.isEmpty()) {
      db.sql("UPDATE bottleneck SET attachments = coalesce(attachments, '[]') || CAST(:photos AS jsonb) WHERE id = :id").param("photos", photos.toString())
          .param("id", into).update();
      db.sql("UPDATE bottleneck_photo SET bottleneck_id = :into WHERE bottleneck_id = :id").param("into", into).param("id", report.bottleneckId()).update();
    }
    retire(report);
  }

  private void refuse(Report report) {
    db.sql("DELETE FROM bottleneck_photo WHERE bottleneck_id = :id").param("id", report.bottleneckId()).update();
    db.sql("UPDATE bottleneck SET publication_status = 'retired', name = NULL, description_it = NULL, description_en = NULL WHERE id = :id")
        .param("id", report.bottleneckId()).update();
    db.sql(FORGET_WORDS).param("id", report.bottleneckId()).update();
    db.sql(ERASE).param("id", report.id()).update();
  }

  private void retire(Report report) {
    db.sql("UPDATE bottleneck SET publication_status = 'retired' WHERE id = :id").param("id", report.bottleneckId()).update();
  }

  private ArrayNode photos(Report report) {
    ArrayNode photos = JsonMapper.shared().createArrayNode();
    db.sql("SELECT id::text FROM bottleneck_photo WHERE bottleneck_id = :id ORDER BY created_at").param("id", report.bottleneckId()).query(String.class).list()
        .forEach(photo -> photos.addObject().put("title_it", Words.in("bottleneck", "it").say("photo", report.ticket()))
            .put("title_en", Words.in("bottleneck", "en").say("photo", report.ticket())).put("href", "/api/bottlenecks/photos/" + photo).put("kind", "photo"));
    return photos;
  }

  /** Does nothing if it was done before. */
  @Transactional
  public void erase(long id) {
    db.sql(ERASE).param("id", id).update();
  }

  /** The photo of a report, for the desk. */
  Optional<byte[]> photo(Report report) {
    return db.sql("SELECT jpeg FROM bottleneck_photo WHERE bottleneck_id = :id ORDER BY created_at LIMIT 1")
        .param("id", report.mergedInto() == null ? report.bottleneckId() : report.mergedInto()).query(byte[].class).optional();
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT4M")
  void eraseWhatIsTooOld() {
    List<Long> old = db.sql("SELECT id FROM bottleneck_report WHERE erased_at IS NULL AND received_at < now() - make_interval(months => :months)")
        .param("months", properties.retentionMonths()).query(Long.class).list();
    old.forEach(this::erase);
    if (!old.isEmpty()) {
      log.info("{} reports of bottlenecks are older than {} months: who reported is erased", old.size(), properties.retentionMonths());
    }
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    return new Report(row.getLong("id"), row.getString("ticket"), row.getInt("version"), row.getTimestamp("received_at").toInstant(),
        row.getString("state"), row.getLong("bottleneck_id"), row.getObject("merged_into", Long.class), row.getString("territory_code"),
        row.getString("language"), row.getString("contact_name"), row.getString("email"), row.getString("phone"), instant(row, "decided_at"),
        row.getString("decided_by"), row.getString("reason"), instant(row, "erased_at"), row.getString("type"), row.getString("name"),
        row.getString("description_it"), row.getString("description_en"), row.getObject("longitude", Double.class), row.getObject("latitude", Double.class),
        row.getBoolean("has_photo"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
