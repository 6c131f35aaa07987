package org.comparto.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.alert.AlertTokens.Use;
import org.comparto.layer.Layers;
import org.comparto.mail.Words;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Saving a search, confirming it, hearing of it by feed, ending it: for anybody. */
@RestController
class AlertController {

  private static final int MOST_ENTRIES = 100;

  /**
   * What the form needs to know.
   *
   * @param byMail false if no mail can be sent yet: what is saved waits, the feed works at once
   * @param digestHours a digest comes at most so often
   */
  record Form(Map<String, String> consentText, String consent, List<String> events, int months, long digestHours, boolean byMail) {}

  /**
   * A saved search as whoever saved it sees it.
   *
   * @param mail none, waiting for its confirmation, or confirmed; the address itself is shown to nobody
   * @param feed address of the Atom feed, relative to this installation
   * @param token sees and ends the search
   * @param link the page where it is seen and ended, relative to this installation
   */
  record View(@Nullable String title, String filter, @Nullable String sort, String language, List<String> events, Instant createdAt, Instant expiresAt,
      String mail, String feed, String token, String link) {}

  private final SavedSearches searches;
  private final AlertTokens tokens;
  private final AlertMails mails;
  private final Events events;
  private final Layers layers;
  private final AlertProperties properties;

  AlertController(SavedSearches searches, AlertTokens tokens, AlertMails mails, Events events, Layers layers, AlertProperties properties) {
    this.searches = searches;
    this.tokens = tokens;
    this.mails = mails;
    this.events = events;
    this.layers = layers;
    this.properties = properties;
  }

  @GetMapping("/api/alerts/form")
  Form form() {
    return new Form(ConsentText.inLanguages(properties.months()), ConsentText.VERSION, Arrays.stream(EventKind.values()).map(EventKind::id).toList(),
        properties.months(), properties.digestEvery().toHours(), mails.canBeSent());
  }

  @PostMapping(path = "/api/alerts", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> save(@RequestBody NewAlert.Sent alert, HttpServletRequest request) {
    View view = view(searches.save(NewAlert.of(alert), request.getRemoteAddr()));
    return ResponseEntity.created(URI.create("/api/alerts/" + view.token())).cacheControl(CacheControl.noStore()).body(view);
  }

  /** A POST, so that a program that looks through somebody's mail confirms nothing. */
  @PostMapping("/api/alerts/confirmations/{token}")
  ResponseEntity<View> confirm(@PathVariable String token) {
    SavedSearch search = find(Use.CONFIRM, token);
    searches.confirm(search.id());
    return answer(find(Use.CONFIRM, token));
  }

  @GetMapping("/api/alerts/{token}")
  ResponseEntity<View> get(@PathVariable String token) {
    return answer(find(Use.MANAGE, token));
  }

  @DeleteMapping("/api/alerts/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable String token) {
    searches.end(find(Use.MANAGE, token).id());
  }

  /** What mail programs send who offer to unsubscribe (RFC 8058); done twice it is done. */
  @PostMapping("/api/alerts/unsubscriptions/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsubscribe(@PathVariable String token, @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick) {
    searches.end(tokens.read(Use.MANAGE, token).orElseThrow(AlertController::unknown));
  }

  @GetMapping(path = "/api/alerts/{token}/feed.atom")
  ResponseEntity<byte[]> feed(@PathVariable String token, HttpServletRequest request) {
    SavedSearch search = find(Use.FEED, token);
    ServletUriComponentsBuilder site = ServletUriComponentsBuilder.fromContextPath(request);
    EventText text = new EventText(Words.in("alert", search.language()), layers.getLayer("plot", "layer"));
    String address = site.toUriString();
    byte[] feed = new AtomFeed(search, text, address).write(events.recent(search.id(), null, MOST_ENTRIES), address + request.getServletPath());
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).eTag("\"" + DigestUtils.md5DigestAsHex(feed) + "\"")
        .header("X-Robots-Tag", "noindex").contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8")).body(feed);
  }

  private SavedSearch find(Use use, String token) {
    return tokens.read(use, token).stream().boxed().flatMap(id -> searches.find(id).stream()).findFirst().orElseThrow(AlertController::unknown);
  }

  private ResponseEntity<View> answer(SavedSearch search) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(search));
  }

  private View view(SavedSearch search) {
    String token = tokens.of(Use.MANAGE, search.id());
    String mail = search.email() == null ? "none" : search.confirmedAt() == null ? "waiting" : "confirmed";
    return new View(search.title(), search.filter(), search.sort(), search.language(), search.events(), search.createdAt(), search.expiresAt(), mail,
        "/api/alerts/" + tokens.of(Use.FEED, search.id()) + "/feed.atom", token, "/#place=alert&alert=" + token);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("token", "There is no such saved search, or it has ended.");
  }
}
