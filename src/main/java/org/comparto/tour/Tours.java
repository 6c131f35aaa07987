package org.comparto.tour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.account.Secret;
import org.comparto.account.SourceThrottle;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps tours. Who has neither its key nor a right to it learns of none that it exists; a link reads one and no more. */
@Component
@DependsOnDatabaseInitialization
public class Tours {

  private static final String KIND = "tours";
  private static final String CREATE = Sql.load("tour/create.sql").text();
  private static final String FIND = Sql.load("tour/find.sql").text();
  private static final String SHARED = Sql.load("tour/shared.sql").text();
  private static final String SAVE = Sql.load("tour/save.sql").text();
  private static final String KEEP_PERSONAL = Sql.load("tour/keep-personal.sql").text();
  private static final String ERASE_PERSONAL = Sql.load("tour/erase-personal.sql").text();
  private static final String LIST = Sql.load("tour/list.sql").text();

  /** A tour that was made. @param key opens it; shown this once */
  record Made(long id, String key, int version, Tour tour) {}

  /** A line of a list. @param stops visits of the plan @param chosen stops that the plan chooses from */
  record Listed(long id, String name, String state, String language, int sequence, int version, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, int groups,
      int stops, int chosen, @Nullable Integer people, @Nullable String owner, Instant updatedAt) {}

  /** A link that was made. */
  record Link(String token, String link, Instant expires) {}

  private final JdbcClient db;
  private final Planner planner;
  private final SourceThrottle throttle;
  private final Audit audit;
  private final TourProperties properties;

  Tours(JdbcClient db, Planner planner, SourceThrottle throttle, Audit audit, TourProperties properties) {
    this.db = db;
    this.planner = planner;
    this.throttle = throttle;
    this.audit = audit;
    this.properties = properties;
  }

  /** Whoever asks: the caller has made sure that they may. */
  public Optional<Tour> find(long id) {
    return row(id).map(TourRow::whole);
  }

  /**
   * A tour for whoever asks in this request.
   *
   * @param key null for none
   * @throws NotFoundException also if they may not read it
   */
  public Tour get(long id, @Nullable String key) {
    return open(id, key).whole();
  }

  /** What a link shows; empty if there is none, or it has ended. */
  public Optional<Tour> shared(String token) {
    return db.sql(SHARED).param("token", new Secret(token).hash()).query(TourRow::of).optional().filter(row -> row.shared() != null).map(TourRow::forAnybody);
  }

  @Transactional
  public Made create(ObjectNode json, String address, String language) {
    CurrentAccount account = CurrentAccount.find().orElse(null);
    if (account == null) {
      throttle.takeTurn(KIND, address);
    }
    Sent sent = Sent.of(json, null);
    String spoken = sent.language() == null ? language : sent.language();
    Answer plan = timed(sent.timed(), spoken);
    if (account == null) { // a campaign of an organiser becomes a hundred tours at once
      throttle.count(KIND, address, properties.perHour());
    }
    Secret key = Secret.random();
    long id = values(db.sql(CREATE), sent.name(), spoken, sent.question(), plan).param("key", key.hash())
        .param("state", (sent.state() == null ? TourState.DRAFT : sent.state()).word()).param("ownerId", account == null ? null : account.id())
        .param("owner", account == null ? null : account.username()).query(Long.class).single();
    keepPersonal(id, sent.note() == null || sent.note().isEmpty() ? null : sent.note(), sent.participants() == null ? List.of() : sent.participants(), plan);
    Tour made = row(id).orElseThrow().whole();
    return new Made(id, key.text(), made.version(), made);
  }

  @Transactional
  public Tour save(long id, @Nullable String key, @Nullable String ifMatch, ObjectNode json) {
    TourRow before = changeable(id, key, ifMatch);
    Sent sent = Sent.of(json, before.question());
    String language = sent.language() == null ? before.language() : sent.language();
    Answer plan = sent.timed() == null ? before.plan() : timed(withOwnBookings(sent.timed(), id), language);
    TourState state = sent.state() == null ? before.state() : sent.state();
    if (state != before.state() && !before.state().next().contains(state)) {
      throw RefusedException.of(HttpStatus.CONFLICT, "wrong-step", "A tour that is " + before.state().word() + " can not become " + state.word() + ".", "state",
          Map.of("next", before.state().next().stream().map(TourState::word).sorted().toList()));
    }
    boolean moved = !places(plan).equals(places(before.plan())) || state == TourState.CANCELLED && before.state() != TourState.CANCELLED;
    int changed = values(db.sql(SAVE), sent.name() == null ? before.name() : sent.name(), language, sent.question() == null ? before.question() : sent.question(), plan)
        .param("id", id).param("version", before.version()).param("state", state.word()).param("sequence", before.sequence() + (moved ? 1 : 0)).update();
    if (changed == 0) {
      throw changedMeanwhile(row(id).orElse(before));
    }
    String note = sent.note() == null ? before.note() : sent.note().isEmpty() ? null : sent.note();
    keepPersonal(id, note, sent.participants() == null ? before.participants() : sent.participants(), plan);
    return row(id).orElseThrow().whole();
  }

  @Transactional
  public void delete(long id, @Nullable String key, @Nullable String ifMatch) {
    TourRow before = changeable(id, key, ifMatch);
    if (db.sql("DELETE FROM tour WHERE id = :id AND version = :version").param("id", id).param("version", before.version()).update() == 0) {
      throw changedMeanwhile(row(id).orElse(before));
    }
    audit.note(CurrentAccount.find().map(CurrentAccount::username).orElse(Audit.ANONYMOUS), AuditAction.PERSONAL_DATA_ERASED, "tour:" + id, "deleted");
  }

  /** A former link ends. */
  @Transactional
  public Link share(long id, @Nullable String key, int days, boolean contacts) {
    open(id, key);
    Secret token = Secret.random();
    OffsetDateTime expires = db.sql("UPDATE tour SET share_hash = :token, share_expires = now() + make_interval(days => :days), share_contacts = :contacts WHERE id = :id "
        + "RETURNING share_expires").param("token", token.hash()).param("days", days).param("contacts", contacts).param("id", id).query(OffsetDateTime.class).single();
    return new Link(token.text(), "/tour.html?t=" + token.text(), expires.toInstant());
  }

  @Transactional
  public void unshare(long id, @Nullable String key) {
    open(id, key);
    db.sql("UPDATE tour SET share_hash = NULL, share_expires = NULL, share_contacts = false WHERE id = :id").param("id", id).update();
  }

  /** The last changed first. @param all whether others' too; that is the desk's */
  List<Listed> list(boolean all) {
    CurrentAccount account = CurrentAccount.get();
    if (all && !account.may(Scope.PROPOSE)) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "forbidden", "You may not do this.", null, null);
    }
    return db.sql(LIST).param("owner", all ? null : account.username()).query(Tours::listed).list();
  }

  /** Notes and participants of tours that are long over. */
  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
  @Transactional
  public void eraseExpired() {
    db.sql(ERASE_PERSONAL).query(Long.class).list().forEach(id -> audit.note("system", AuditAction.PERSONAL_DATA_ERASED, "tour:" + id, "expired"));
  }

  private Optional<TourRow> row(long id) {
    return db.sql(FIND).param("id", id).query(TourRow::of).optional();
  }

  private TourRow open(long id, @Nullable String key) {
    return row(id).filter(row -> row.isOpenTo(key)).orElseThrow(() -> new NotFoundException("id", "There is no tour " + id + " for you; send its key in the header Tour-Key."));
  }

  private TourRow changeable(long id, @Nullable String key, @Nullable String ifMatch) {
    TourRow present = open(id, key);
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "Name the version that you have read: If-Match with the ETag of this tour.", "If-Match",
          null);
    }
    boolean same = Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag -> tag.equals("\"" + present.version() + "\"")
        || tag.equals("\"" + present.version() + "-gzip\""));
    if (!same) {
      throw changedMeanwhile(present);
    }
    return present;
  }

  private static RefusedException changedMeanwhile(TourRow current) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "Somebody else has changed this tour meanwhile; read it again and decide anew.", "If-Match",
        Map.of("version", current.version()));
  }

  /** What hosts have promised to this very tour is not taken from it. */
  private static ObjectNode withOwnBookings(ObjectNode timed, long id) {
    ObjectNode own = timed.deepCopy();
    ArrayNode all = own.arrayNode().add("tour:" + id);
    JsonNode said = own.path("bookingsOf");
    (said.isArray() ? said.values() : said.isMissingNode() || said.isNull() ? List.<JsonNode>of() : List.of(said)).forEach(all::add);
    own.set("bookingsOf", all);
    return own;
  }

  /** Times are ours: of what was sent only the order counts. What is wrong with it is named as it was sent. */
  private Answer timed(ObjectNode timed, String language) {
    try {
      return planner.timetable(timed, language);
    } catch (InvalidInputException e) {
      String where = e.parameter().startsWith("itineraries") ? "plan." : "question.";
      throw new InvalidInputException(where + e.parameter(), e.getMessage().startsWith(e.parameter()) ? where + e.getMessage() : e.getMessage());
    }
  }

  private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, String name, String language, ObjectNode question, Answer plan) {
    List<LocalDate> days = plan.itineraries().stream().map(Itinerary::date).sorted().toList();
    return statement.param("name", name).param("language", language).param("question", question.toString()).param("plan", TourRow.MAPPER.writeValueAsString(plan))
        .param("first", days.isEmpty() ? null : days.get(0)).param("last", days.isEmpty() ? null : days.get(days.size() - 1))
        .param("groups", (int) plan.itineraries().stream().map(Itinerary::group).distinct().count())
        .param("stops", plan.itineraries().stream().mapToInt(one -> one.stops().size()).sum())
        .param("people", question.path("group").path("people").isIntegralNumber() ? question.path("group").path("people").intValue() : null);
  }

  private void keepPersonal(long id, @Nullable String note, List<Tour.Participant> participants, Answer plan) {
    LocalDate last = plan.itineraries().stream().map(Itinerary::date).max(Comparator.naturalOrder()).orElse(LocalDate.now(TourClock.ZONE));
    db.sql(KEEP_PERSONAL).param("id", id).param("note", note).param("participants", TourRow.MAPPER.writeValueAsString(participants))
        .param("eraseAfter", last.plusDays(properties.personalDays())).update();
  }

  /** All that a calendar shows: who looks at it has to be told when one of these changes. */
  private static List<Object> places(Answer plan) {
    return plan.itineraries().stream().<Object>map(one -> List.of(one.group(), one.date(), one.start().leave(), one.start().point(), one.end().arrive(), one.end().point(),
        one.stops().stream().<Object>map(stop -> List.of(stop.id(), stop.point(), stop.arrive(), stop.start(), stop.visitMinutes(), stop.leave())).toList())).toList();
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    return new Listed(row.getLong("id"), row.getString("name"), row.getString("state"), row.getString("language"), row.getInt("sequence"), row.getInt("version"),
        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getInt("groups"), row.getInt("stops"),
        row.getInt("chosen"), row.getObject("people", Integer.class), row.getString("owner_name"), row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
