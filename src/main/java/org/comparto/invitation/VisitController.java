package org.comparto.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comparto.host.Host;
import org.comparto.host.Hosts;
import org.comparto.hours.Window;
import org.comparto.mail.Words;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the link in a host's mail opens. Looking changes nothing, since programs look through mails; answering is a POST. */
@RestController
class VisitController {

  /**
   * An invitation as the host sees it.
   *
   * @param open the windows of that day by its own hours; empty: closed, or nobody can tell
   * @param organiser null once it is erased
   */
  record View(State state, long host, String hostName, LocalDate date, String start, String end, @Nullable LocalDate askedDate,
      @Nullable String askedStart, @Nullable String askedEnd, int people, Party group, @Nullable Organiser organiser, @Nullable String note,
      @Nullable String reason, Instant createdAt, Instant expiresAt, @Nullable Instant answeredAt, List<Window> open, boolean erased) {}

  /** @param version to be sent along as If-Match @param values of the layer's attributes, by name */
  record Profile(String layer, long id, String name, int version, double lon, double lat, ObjectNode values) {}

  /** @param message for the desk; null for none */
  record Changes(@Nullable ObjectNode changes, @Nullable String message) {}

  record Proposed(long proposal) {}

  private final Invitations invitations;
  private final InvitationTokens tokens;
  private final Hosts hosts;
  private final OwnProfile profiles;

  VisitController(Invitations invitations, InvitationTokens tokens, Hosts hosts, OwnProfile profiles) {
    this.invitations = invitations;
    this.tokens = tokens;
    this.hosts = hosts;
    this.profiles = profiles;
  }

  @GetMapping("/api/visits/{token}")
  ResponseEntity<View> look(@PathVariable String token) {
    return answer(of(token));
  }

  @PostMapping(path = "/api/visits/{token}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> answer(@PathVariable String token, @RequestBody Answer.Sent sent) {
    return answer(invitations.answer(of(token).id(), Answer.of(sent), "host"));
  }

  @GetMapping("/api/visits/{token}/visit.ics")
  ResponseEntity<byte[]> calendar(@PathVariable String token) {
    Invitation one = of(token);
    Words words = Words.in("invitation", one.hostLanguage());
    String who = one.group().name() != null ? one.group().name() : one.organiser().name();
    String title = words.say("calendar.title", who == null ? "" : who, one.people()).strip();
    String phone = one.organiser().phone();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\"")
        .body(VisitCalendar.of(one, title, phone == null ? title : title + "\n" + words.say("calendar.phone", phone)).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/visits/{token}/profile")
  ResponseEntity<Profile> profile(@PathVariable String token) {
    Profile profile = profiles.of(of(token));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag("\"" + profile.version() + "\"").body(profile);
  }

  /** What the host says of itself becomes a proposal, on which the desk decides. */
  @PostMapping(path = "/api/visits/{token}/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Proposed> propose(@PathVariable String token, @RequestBody Changes changes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "version-required",
          "If-Match must name the version that was shown: the ETag of this profile.", "If-Match", null);
    }
    long proposal = profiles.propose(of(token), ifMatch.replaceAll("^(W/)?\"|\"$", ""), changes);
    return ResponseEntity.status(HttpStatus.ACCEPTED).cacheControl(CacheControl.noStore()).body(new Proposed(proposal));
  }

  private Invitation of(String token) {
    return tokens.read(token).stream().boxed().flatMap(id -> invitations.find(id).stream()).findFirst()
        .orElseThrow(() -> new NotFoundException("token", "This link opens no invitation."));
  }

  private ResponseEntity<View> answer(Invitation one) {
    Window asked = one.askedWindow();
    List<Window> open = hosts.find(one.host()).map((Host host) -> host.open(one.date())).orElse(List.of());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new View(one.shown(), one.host(), one.hostName(), one.date(), one.window().from(),
        one.window().to(), one.askedDate(), asked == null ? null : asked.from(), asked == null ? null : asked.to(), one.people(), one.group(),
        one.erased() ? null : one.organiser(), one.note(), one.reason(), one.createdAt(), one.expiresAt(), one.answeredAt(), open, one.erased()));
  }
}
