package org.comparto.bottleneck;

import java.time.Instant;
import org.comparto.account.SourceThrottle;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.inquiry.FormStamps;
import org.comparto.mail.Words;
import org.comparto.picture.Photo;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports in: each becomes a bottleneck that nobody but the desk sees, and what is known of who reported stands apart from it. */
@Component
class ReportIntake {

  private static final String KIND = "reports";
  private static final String TERRITORY = Sql.load("bottleneck/territory.sql").text();
  private static final String NUMBER = Sql.load("bottleneck/report-number.sql").text();
  private static final String BOTTLENECK = Sql.load("bottleneck/report-bottleneck.sql").text();
  private static final String CREATE = Sql.load("bottleneck/report-create.sql").text();

  /** What the sender is told. */
  record Accepted(String ticket, Instant receivedAt) {}

  private record Number(long id, String ticket) {}

  private record Where(String territory, @Nullable String municipality) {}

  private final JdbcClient db;
  private final SourceThrottle throttle;
  private final FormStamps stamps;
  private final Changes changes;
  private final BottleneckProperties properties;

  ReportIntake(JdbcClient db, SourceThrottle throttle, FormStamps stamps, Changes changes, BottleneckProperties properties) {
    this.db = db;
    this.throttle = throttle;
    this.stamps = stamps;
    this.changes = changes;
    this.properties = properties;
  }

  /** @param address of the sender; it is counted and not kept with the report */
  @Transactional
  public Accepted accept(NewReport report, @Nullable Photo photo, String address) {
    throttle.takeTurn(KIND, address);
    stamps.check(report.form(), Instant.now());
    Where where = db.sql(TERRITORY).param("longitude", report.longitude()).param("latitude", report.latitude()).query(Where.class).optional()
        .orElseThrow(() -> new InvalidInputException("longitude", "The place lies in none of the territories of this installation."));
    throttle.count(KIND, address, properties.reportsPerHour());
    Number number = db.sql(NUMBER).query(Number.class).single();
    changes.begin(Changes.Kind.EDIT, "report", number.ticket());
    long bottleneck = db.sql(BOTTLENECK).param("code", number.ticket()).param("name", report.title()).param("territory", where.territory())
        .param("municipality", where.municipality()).param("source", Words.in("bottleneck", report.language()).say("source"))
        .param("type", report.type()).param("mode", report.mode()).param("description_it", report.language().equals("it") ? report.description() : null)
        .param("description_en", report.language().equals("en") ? report.description() : null).param("longitude", report.longitude())
        .param("latitude", report.latitude()).query(Long.class).single();
    if (photo != null) {
      db.sql("INSERT INTO bottleneck_photo (bottleneck_id, width, height, jpeg) VALUES (:bottleneck, :width, :height, :jpeg)")
          .param("bottleneck", bottleneck).param("width", photo.width()).param("height", photo.height()).param("jpeg", photo.jpeg()).update();
    }
    java.sql.Timestamp received = db.sql(CREATE).param("id", number.id()).param("ticket", number.ticket())
        .param("state", report.isFromAMachine() ? "spam" : "new").param("bottleneck", bottleneck).param("territory", where.territory())
        .param("language", report.language()).param("contact_name", report.contactName()).param("email", report.email())
        .param("phone", report.phone()).param("consent", ConsentText.VERSION).query(java.sql.Timestamp.class).single();
    return new Accepted(number.ticket(), received.toInstant());
  }
}
