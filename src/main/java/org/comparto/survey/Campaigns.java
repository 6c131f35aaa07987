package org.comparto.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comparto.census.Consents;
import org.comparto.database.Sql;
import org.comparto.mail.EmailAddress;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns: what is asked, how answers are taken in, and to whom letters go. */
@Component
class Campaigns {

  static final int MOST_AT_ONCE = 1000;
  private static final int MOST_DAYS = 365;
  private static final String CAMPAIGNS = Sql.load("survey/campaigns.sql").text();
  private static final String ADDRESSEES = Sql.load("survey/addressees.sql").text();

  /** A campaign. @param counts of its surveys by state */
  record Campaign(long id, String name, @Nullable String territory, List<String> groups, String intake, String language, @Nullable String message,
      Instant expiresAt, String createdBy, Instant createdAt, @Nullable Instant closedAt, Map<String, Long> counts) {}

  /** As it is sent. @param days for which links are valid */
  record Wanted(@Nullable String name, @Nullable List<@Nullable String> groups, @Nullable String intake, @Nullable String language, @Nullable String message,
      @Nullable Integer days) {}

  /** What came of sending. @param letters mails in the queue; others have no address that can be written to, and their links can be handed over */
  record Sent(int surveys, int letters, int askedAlready) {}

  private record Addressee(long id, @Nullable String email, boolean asked) {}

  private final JdbcClient db;

  Campaigns(JdbcClient db) {
    this.db = db;
  }

  List<Campaign> list(@Nullable String territory) {
    return db.sql(CAMPAIGNS).param("territory", territory).param("id", null).query(Campaigns::campaign).list();
  }

  /** @param territory the only one whose campaigns may be seen */
  Campaign get(long id, @Nullable String territory) {
    Optional<Campaign> found = db.sql(CAMPAIGNS).param("territory", territory).param("id", id).query(Campaigns::campaign).optional();
    return found.orElseThrow(() -> new NotFoundException("id", "There is no campaign " + id + "."));
  }

  @Transactional
  public Campaign create(Wanted wanted, @Nullable String territory, String by) {
    String name = Field.required("name", wanted.name(), 200);
    if (wanted.groups() == null || wanted.groups().isEmpty()) {
      throw new InvalidInputException("groups", "groups must name what is asked about: " + String.join(", ", Consents.GROUPS));
    }
    wanted.groups().forEach(group -> Consents.group("groups", group));
    String intake = wanted.intake() == null ? "review" : wanted.intake();
    if (!List.of("review", "direct").contains(intake)) {
      throw new InvalidInputException("intake", "intake must be review or direct");
    }
    String language = wanted.language() == null ? "it" : wanted.language();
    if (!List.of("it", "en").contains(language)) {
      throw new InvalidInputException("language", "language must be it or en");
    }
    int days = wanted.days() == null ? 60 : wanted.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidInputException("days", "days is " + days + "; it must be from 1 to " + MOST_DAYS);
    }
    List<String> groups = Consents.GROUPS.stream().filter(wanted.groups()::contains).toList();
    long id = db.sql("INSERT INTO survey_campaign (name, territory_code, groups, intake, language, message, expires_at, created_by)"
        + " VALUES (:name, :territory, :groups, :intake, :language, :message, now() + make_interval(days => :days), :by) RETURNING id")
        .param("name", name).param("territory", territory).param("groups", groups.toArray(String[]::new)).param("intake", intake).param("language", language)
        .param("message", Field.text("message", wanted.message(), 2000)).param("days", days).param("by", by).query(Long.class).single();
    return get(id, territory);
  }

  /** Asks companies, each once in a campaign; letters are put into the queue. */
  @Transactional
  public Sent send(Campaign campaign, List<Long> companies, @Nullable String territory, String by) {
    if (campaign.closedAt() != null || campaign.expiresAt().isBefore(Instant.now())) {
      throw new InvalidInputException("id", "The campaign " + campaign.id() + " is over; begin another one.");
    }
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('survey-letters', 0))").query((row, n) -> true).list(); // nobody is asked twice at once
    int surveys = 0;
    int letters = 0;
    int before = 0;
    for (Addressee one : db.sql(ADDRESSEES).param("campaign", campaign.id()).param("companies", companies.toArray(Long[]::new)).param("territory", territory)
        .query(Addressee.class).list()) {
      if (one.asked()) {
        before++;
        continue;
      }
      String address = address(one.email());
      long survey = db.sql("INSERT INTO survey (campaign_id, company_id, way, email, created_by) VALUES (:campaign, :company, 'link', :email, :by) RETURNING id")
          .param("campaign", campaign.id()).param("company", one.id()).param("email", address).param("by", by).query(Long.class).single();
      surveys++;
      if (address != null) {
        db.sql("INSERT INTO survey_mail (survey_id, kind) VALUES (:survey, 'invitation')").param("survey", survey).update();
        letters++;
      }
    }
    return new Sent(surveys, letters, before);
  }

  /** No link of it opens a form any more. */
  @Transactional
  public void close(long id) {
    db.sql("UPDATE survey_campaign SET closed_at = coalesce(closed_at, now()) WHERE id = :id").param("id", id).update();
  }

  /** Null where nobody can be written to. */
  private static @Nullable String address(@Nullable String email) {
    try {
      return email == null || EmailAddress.isReserved(email.strip()) ? null : EmailAddress.of("email", email);
    } catch (InvalidInputException e) {
      return null; // looks like one and is none
    }
  }

  private static Campaign campaign(ResultSet row, int n) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Campaign(row.getLong("id"), row.getString("name"), row.getString("territory"), List.of((String[]) row.getArray("groups").getArray()),
        row.getString("intake"), row.getString("language"), row.getString("message"), row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"), row.getObject("created_at", OffsetDateTime.class).toInstant(), closed == null ? null : closed.toInstant(),
        new TreeMap<>(JsonMapper.shared().readValue(row.getString("counts"), new TypeReference<Map<String, Long>>() {})));
  }
}
