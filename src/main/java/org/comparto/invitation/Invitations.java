package org.comparto.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.host.Host;
import org.comparto.host.Hosts;
import org.comparto.hours.Window;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Asks hosts and takes their answers. That no time is given twice is held by the database (trigger hold_slot of migration V0044). */
@Component
class Invitations {

  static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final String LIST = Sql.load("invitation/invitations.sql").text();
  private static final String CREATE = Sql.load("invitation/create.sql").text();
  private static final String ANSWER = Sql.load("invitation/answer.sql").text();
  private static final String MOVE = Sql.load("invitation/move.sql").text();
  private static final Sql EMAIL = Sql.load("invitation/email.sql");
  /** So long whoever asked may think about another time, even if the host was to answer earlier. */
  private static final Duration TO_THINK = Duration.ofDays(3);
  private static final Duration SHORTEST = Duration.ofHours(1);

  /** Which invitations; null for all. @param before the id of the last one of the page before */
  record Filter(@Nullable String about, @Nullable State state, @Nullable Long host, @Nullable Long before, int limit) {}

  private final JdbcClient db;
  private final Hosts hosts;
  private final Layers layers;
  private final InvitationProperties properties;
  private final ApplicationEventPublisher events;

  Invitations(JdbcClient db, Hosts hosts, Layers layers, InvitationProperties properties, ApplicationEventPublisher events) {
    this.db = db;
    this.hosts = hosts;
    this.layers = layers;
    this.properties = properties;
    this.events = events;
  }

  /**
   * Asks all of them or none.
   *
   * @param by a username; null for somebody without an account, whom hosts are held to by what they say in public
   * @throws RefusedException naming the one that can not be asked, by its place in the list
   */
  @Transactional
  public List<Invitation> invite(List<NewInvitation> wanted, @Nullable String by) {
    List<Invitation> made = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      made.add(invite(wanted.get(i), by, "[" + i + "]"));
    }
    return made;
  }

  private Invitation invite(NewInvitation wanted, @Nullable String by, String place) {
    Host host = hosts.find(wanted.host()).orElseThrow(() -> RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-host",
        "There is no host with this number that agreed to be shown; /api/hosts lists those there are.", place + ".host", Map.of()));
    Instant begins = begins(wanted.date(), wanted.window());
    if (!begins.isAfter(Instant.now())) {
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "past", "This day is over; ask for a later one.", place + ".date", Map.of());
    }
    String email = db.sql(EMAIL.with(Map.of("relation", new PublicReading(layers.getLayer(host.layer(), "layer")).relation()))).param("id", host.id())
        .query((row, n) -> Optional.ofNullable(row.getString(1))).optional().flatMap(found -> found).orElse(null);
    if (by == null) {
      Terms.check(host, wanted, LocalDate.now(ITALY), email != null, place);
    }
    try {
      long id = db.sql(CREATE).param("host", host.id()).param("layer", host.layer()).param("name", host.name().it()).param("about", wanted.about().toString())
          .param("date", wanted.date()).param("starts", wanted.window().opens()).param("ends", wanted.window().closes()).param("people", wanted.people())
          .param("party", JsonMapper.shared().writeValueAsString(wanted.group())).param("language", wanted.language())
          .param("host_language", wanted.hostLanguage()).param("by", by).param("expires", at(expiry(begins))).param("host_email", email)
          .param("organiser_name", wanted.organiser() == null ? null : wanted.organiser().name())
          .param("organiser_email", wanted.organiser() == null ? null : wanted.organiser().email())
          .param("organiser_phone", wanted.organiser() == null ? null : wanted.organiser().phone()).param("note", wanted.note())
          .query(Long.class).single();
      if (email != null) {
        queue(id, "request");
      }
      return get(id);
    } catch (DataIntegrityViolationException e) {
      throw taken(e, place + ".start");
    }
  }

  List<Invitation> list(Filter filter) {
    return list(null, filter);
  }

  Optional<Invitation> find(long id) {
    return list(id, new Filter(null, null, null, null, 1)).stream().findFirst();
  }

  Invitation get(long id) {
    return find(id).orElseThrow(() -> new NotFoundException("id", "There is no invitation with this number."));
  }

  /**
   * What the host says.
   *
   * @param by host, or the username of whoever writes down what the host has said
   * @throws RefusedException 409 if its time is taken by now, 410 if the invitation takes no such answer any more
   */
  @Transactional
  public Invitation answer(long id, Answer answer, String by) {
    Invitation before = get(id);
    if (before.state() == answer.state() && !answer.namesATime()) {
      return before; // said before
    }
    Instant expires = answer.namesATime() ? latest(Instant.now().plus(TO_THINK), begins(answer.date(), answer.window())) : before.expiresAt();
    try {
      int answered = db.sql(ANSWER).param("id", id).param("state", answer.state().toString()).param("by", by).param("reason", answer.reason())
          .param("date", answer.date()).param("starts", answer.window() == null ? null : answer.window().opens())
          .param("ends", answer.window() == null ? null : answer.window().closes()).param("expires", at(expires))
          .param("from", answer.from().stream().map(State::toString).toArray(String[]::new)).update();
      if (answered == 0) {
        throw over(before);
      }
    } catch (DataIntegrityViolationException e) {
      throw taken(e, "start");
    }
    if (before.organiser().email() != null) {
      queue(id, "reply");
    }
    return moved(id);
  }

  /** Who asked takes it back; the host is told. @throws RefusedException 410 if there is nothing to take back */
  @Transactional
  public Invitation withdraw(long id, @Nullable String reason) {
    return move(id, State.WITHDRAWN, List.of(State.PROPOSED, State.COUNTERED, State.ACCEPTED), reason, "withdrawal");
  }

  /** Who asked takes the time that the host has named. @throws RefusedException 410 if the host has named none, or that was long ago */
  @Transactional
  public Invitation takeOtherTime(long id) {
    Invitation before = get(id);
    if (before.shown() != State.COUNTERED) {
      throw over(before);
    }
    return move(id, State.ACCEPTED, List.of(State.COUNTERED), null, "settled");
  }

  private Invitation move(long id, State to, List<State> from, @Nullable String reason, String mail) {
    Invitation before = get(id);
    if (before.state() == to) {
      return before;
    }
    try {
      int moved = db.sql(MOVE).param("id", id).param("state", to.toString()).param("reason", reason)
          .param("from", from.stream().map(State::toString).toArray(String[]::new)).update();
      if (moved == 0) {
        throw over(before);
      }
    } catch (DataIntegrityViolationException e) {
      throw taken(e, "id"); // the host receives fewer than when it named the time
    }
    if (before.hostEmail() != null) {
      queue(id, mail);
    }
    return moved(id);
  }

  private Invitation moved(long id) {
    Invitation after = get(id);
    events.publishEvent(new InvitationMoved(id, after.about(), after.host(), after.state()));
    return after;
  }

  private List<Invitation> list(@Nullable Long id, Filter filter) {
    return db.sql(LIST).param("id", id).param("about", filter.about()).param("state", filter.state() == null ? null : filter.state().toString())
        .param("host", filter.host()).param("before", filter.before()).param("limit", filter.limit()).query(Invitation::of).list();
  }

  private void queue(long id, String kind) {
    db.sql("INSERT INTO invitation_mail (kind, invitation_id) VALUES (:kind, :id)").param("kind", kind).param("id", id).update();
  }

  private Instant expiry(Instant begins) {
    return latest(Instant.now().plus(properties.answerWithin()), begins);
  }

  /** Not after the visit has begun, but there is always some time to answer. */
  private static Instant latest(Instant wanted, Instant begins) {
    Instant capped = wanted.isBefore(begins) ? wanted : begins;
    Instant least = Instant.now().plus(SHORTEST);
    return capped.isBefore(least) ? least : capped;
  }

  static Instant begins(LocalDate date, Window window) {
    return date.atStartOfDay().plusMinutes(window.opens()).atZone(ITALY).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static RuntimeException taken(DataIntegrityViolationException e, String parameter) {
    return String.valueOf(e.getMessage()).contains("is taken on") ? RefusedException.conflict("slot-taken",
        "The host is taken at this time by somebody who asked before; choose another time or another host.", parameter) : e;
  }

  private static RefusedException over(Invitation invitation) {
    return new RefusedException(HttpStatus.GONE, "invitation-over", "This invitation is " + invitation.shown() + " and does not take this any more.", null, null);
  }
}
