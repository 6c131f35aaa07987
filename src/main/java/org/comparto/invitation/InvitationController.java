package org.comparto.invitation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comparto.account.Colleagues;
import org.comparto.account.CurrentAccount;
import org.comparto.account.SourceThrottle;
import org.comparto.invitation.NewInvitation.About;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inviting hosts and seeing what they have answered: for the desk, and for whoever has the key of the tour. */
@RestController
class InvitationController {

  static final String KEY = "Tour-Key";
  private static final int MOST_AT_ONCE = 200;
  private static final int PAGE = 500;
  private static final String KIND = "invitations";

  /** An invitation as who asked sees it; the address of the host is not among it, which is the host's to show. */
  record View(long id, long host, String hostLayer, String hostName, String about, State state, LocalDate date, String start, String end,
      @Nullable LocalDate askedDate, @Nullable String askedStart, @Nullable String askedEnd, int people, Party group, @Nullable String note,
      @Nullable String reason, Instant createdAt, Instant expiresAt, @Nullable Instant answeredAt, @Nullable String answeredBy, int reminders,
      boolean byMail, @Nullable Instant mailedAt, boolean mailFailed) {

    static View of(Invitation one) {
      return new View(one.id(), one.host(), one.hostLayer(), one.hostName(), one.about(), one.shown(), one.date(), one.window().from(), one.window().to(),
          one.askedDate(), one.askedWindow() == null ? null : one.askedWindow().from(), one.askedWindow() == null ? null : one.askedWindow().to(),
          one.people(), one.group(), one.note(), one.reason(), one.createdAt(), one.expiresAt(), one.answeredAt(), one.answeredBy(), one.reminders(),
          one.hostEmail() != null, one.mailedAt(), one.mailError() != null);
    }
  }

  record Listed(List<View> invitations) {}

  /** @param reason null for none */
  record Withdrawal(@Nullable String reason) {}

  private final Invitations invitations;
  private final InvitationRights rights;
  private final Replacements replacements;
  private final SourceThrottle throttle;
  private final InvitationProperties properties;
  private final Colleagues colleagues;
  private final TransactionTemplate transaction;

  InvitationController(Invitations invitations, InvitationRights rights, Replacements replacements, SourceThrottle throttle,
      InvitationProperties properties, Colleagues colleagues, TransactionTemplate transaction) {
    this.invitations = invitations;
    this.rights = rights;
    this.replacements = replacements;
    this.throttle = throttle;
    this.properties = properties;
    this.colleagues = colleagues;
    this.transaction = transaction;
  }

  @PostMapping(path = "/api/invitations", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Listed> invite(@RequestBody List<NewInvitation.Sent> sent, @RequestHeader(name = KEY, required = false) @Nullable String key,
      HttpServletRequest request) {
    if (sent.isEmpty() || sent.size() > MOST_AT_ONCE || sent.contains(null)) {
      throw new InvalidInputException("body", "The body must be a list of 1 to " + MOST_AT_ONCE + " invitations.");
    }
    List<NewInvitation> wanted = sent.stream().map(NewInvitation::of).toList();
    wanted.stream().map(NewInvitation::about).distinct().forEach(about -> rights.check(about, key));
    boolean desk = InvitationRights.isDesk();
    List<Invitation> made = transaction.execute(begun -> {
      if (!desk) {
        wanted.forEach(one -> throttle.count(KIND, request.getRemoteAddr(), properties.perHour()));
      }
      return invitations.invite(wanted.stream().map(this::withOrganiser).toList(), desk ? CurrentAccount.get().username() : null);
    });
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new Listed(made.stream().map(View::of).toList()));
  }

  /** Without about only for the desk. */
  @GetMapping("/api/invitations")
  ResponseEntity<Listed> list(@RequestParam @Nullable String about, @RequestParam @Nullable String state, @RequestParam @Nullable String host,
      @RequestParam @Nullable String before, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    if (about != null) {
      rights.check(About.of(about), key);
    } else if (!InvitationRights.isDesk()) {
      throw new InvalidInputException("about", "about is required");
    }
    State only = state == null ? null : State.find(state).orElseThrow(() -> new InvalidInputException("state", "state is \"" + state
        + "\"; there are proposed, countered, accepted, declined, expired, withdrawn"));
    List<Invitation> found = invitations.list(new Invitations.Filter(about, only, number("host", host), number("before", before), PAGE));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(found.stream().map(View::of).toList()));
  }

  @GetMapping("/api/invitations/{id}")
  ResponseEntity<View> look(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return answer(checked(id, key));
  }

  @PostMapping(path = "/api/invitations/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> withdraw(@PathVariable long id, @RequestBody Withdrawal withdrawal, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    checked(id, key);
    return answer(invitations.withdraw(id, Field.text("reason", withdrawal.reason(), 2000)));
  }

  /** Takes the time that the host has named. */
  @PostMapping("/api/invitations/{id}/other-time")
  ResponseEntity<View> takeOtherTime(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    checked(id, key);
    return answer(invitations.takeOtherTime(id));
  }

  /** The desk writes down what a host has said by telephone. */
  @PostMapping(path = "/api/invitations/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> answer(@PathVariable long id, @RequestBody Answer.Sent sent) {
    return answer(invitations.answer(id, Answer.of(sent), CurrentAccount.get().username()));
  }

  @GetMapping("/api/invitations/{id}/replacements")
  ResponseEntity<Replacements.Found> replacements(@PathVariable long id, @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(replacements.of(checked(id, key)));
  }

  private Invitation checked(long id, @Nullable String key) {
    Invitation one = invitations.find(id).orElse(null);
    if (one == null || !InvitationRights.isDesk()) {
      // who may not see it is not told whether it is there
      rights.check(one == null ? new About("tour", Long.MAX_VALUE) : About.of(one.about()), key);
    }
    return invitations.get(id);
  }

  /** Who is signed in and names nobody else hears the answers. */
  private NewInvitation withOrganiser(NewInvitation one) {
    if (one.organiser() != null || CurrentAccount.find().isEmpty()) {
      return one;
    }
    return colleagues.find(CurrentAccount.get().username()).map(me -> new NewInvitation(one.host(), one.about(), one.date(), one.window(), one.people(),
        one.group(), new Organiser(me.displayName(), me.email(), null), one.note(), one.language(), one.hostLanguage())).orElse(one);
  }

  private static ResponseEntity<View> answer(Invitation one) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(View.of(one));
  }

  private static @Nullable Long number(String parameter, @Nullable String text) {
    if (text != null && !text.matches("\\d{1,18}")) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be an integer of at least 1");
    }
    return text == null ? null : Long.valueOf(text);
  }
}
