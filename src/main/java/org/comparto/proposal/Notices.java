package org.comparto.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comparto.account.Colleagues;
import org.comparto.account.Colleagues.Addressee;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells people what happened to proposals that concern them, in the transaction in which it happens. */
@Component
@DependsOnDatabaseInitialization
class Notices {

  private static final String PARTICIPANTS = Sql.load("proposal/participants.sql").text();
  private static final String NOTIFY = Sql.load("proposal/notify.sql").text();
  private static final String NOTIFICATIONS = Sql.load("proposal/notifications.sql").text();
  private static final String NOTIFICATION = Sql.load("proposal/notification.sql").text();

  /**
   * What somebody was told.
   *
   * @param kind a step, rebase or comment
   * @param who whose doing it was
   * @param proposalKind what the proposal is about
   * @param title of the proposal; null if it has none yet
   */
  record Notice(long id, Instant at, String kind, long proposalId, String who, @Nullable String reason, @Nullable Instant seenAt,
      String proposalKind, String layerId, @Nullable String title) {}

  private final JdbcClient db;
  private final Colleagues colleagues;
  private final NoticeProperties properties;

  Notices(JdbcClient db, Colleagues colleagues, NoticeProperties properties) {
    this.db = db;
    this.colleagues = colleagues;
    this.properties = properties;
  }

  /** Everybody who had to do with it, and who has to decide on it; but not whose doing it was, nor who has left. */
  void tell(String kind, Proposal proposal, Caller by, @Nullable String reason) {
    tell(kind, proposal, by.name(), by.names(), reason);
  }

  /** @param names of the one whose doing it was */
  void tell(String kind, Proposal proposal, String who, Collection<String> names, @Nullable String reason) {
    Set<Addressee> told = new LinkedHashSet<>();
    db.sql(PARTICIPANTS).param("id", proposal.id()).query(String.class).list().forEach(name -> colleagues.find(name).ifPresent(told::add));
    if (proposal.state() == State.SUBMITTED && !kind.equals("comment")) {
      told.addAll(colleagues.whoMayReview(proposal.layer(), proposal.territory(), proposal.municipality()));
    }
    told.removeIf(one -> names.contains(one.username()));
    for (Addressee one : told) {
      db.sql(NOTIFY).param("username", one.username()).param("kind", kind).param("proposal", proposal.id()).param("who", who)
          .param("reason", reason).param("mail", one.wantsMail() && one.email() != null).update();
    }
  }

  /** Newest first. @param after only what is older; null for the newest */
  List<Notice> of(String username, @Nullable Long after, int limit) {
    return db.sql(NOTIFICATIONS).param("username", username).param("after", after).param("limit", limit).query(Notices::notice).list();
  }

  Optional<Notice> find(long id) {
    return db.sql(NOTIFICATION).param("id", id).query(Notices::notice).optional();
  }

  int unseen(String username) {
    return db.sql("SELECT count(*) FROM notification WHERE username = :username AND seen_at IS NULL").param("username", username)
        .query(Integer.class).single();
  }

  /** All up to one of them. */
  void see(String username, long upTo) {
    db.sql("UPDATE notification SET seen_at = now() WHERE username = :username AND id <= :id AND seen_at IS NULL").param("username", username)
        .param("id", upTo).update();
  }

  /** What was told long ago, seen or not; the proposals keep their own history. */
  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT12M")
  void forget() {
    db.sql("DELETE FROM notification WHERE at < now() - make_interval(days => :days)").param("days", (int) properties.retention().toDays()).update();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    Timestamp seen = row.getTimestamp("seen_at");
    return new Notice(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("kind"), row.getLong("proposal_id"), row.getString("who"),
        row.getString("reason"), seen == null ? null : seen.toInstant(), row.getString("proposal_kind"), row.getString("layer_id"),
        row.getString("title"));
  }
}
