package org.comparto.shortlist;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.comparto.account.Secret;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.shortlist.SharedShortlists.Shared;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sharing a shortlist, reading it by its link, and taking the link back: for anybody. */
@RestController
class ShortlistController {

  /**
   * A link that was made.
   *
   * @param token reads the list; it stands in the link
   * @param revocation takes the link back; it is for whoever shared it, and shown once
   * @param link the page of the list, relative to this installation
   */
  record Made(String token, String revocation, String link, Instant expiresAt) {}

  private final SharedShortlists shortlists;

  ShortlistController(SharedShortlists shortlists) {
    this.shortlists = shortlists;
  }

  @PostMapping(path = "/api/shortlists", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Made> share(@RequestBody NewShortlist list, HttpServletRequest request) {
    Secret token = Secret.random();
    Secret revocation = Secret.random();
    Instant expiresAt = shortlists.share(list, request.getRemoteAddr(), token, revocation);
    return ResponseEntity.created(URI.create("/api/shortlists/" + token.text())).cacheControl(CacheControl.noStore())
        .body(new Made(token.text(), revocation.text(), "/#place=shortlist&shared=" + token.text(), expiresAt));
  }

  @GetMapping("/api/shortlists/{token}")
  ResponseEntity<Shared> read(@PathVariable String token) {
    Shared shared = shortlists.find(new Secret(token)).orElseThrow(ShortlistController::unknown);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Robots-Tag", "noindex").body(shared);
  }

  /** Needs the revocation secret beside the token: who may read a list may not end it. */
  @DeleteMapping("/api/shortlists/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String token, @RequestHeader(name = "Revocation-Secret", required = false) @Nullable String revocation) {
    if (revocation == null) {
      throw new InvalidInputException("Revocation-Secret", "Name the secret that POST /api/shortlists gave, in the header Revocation-Secret.");
    }
    if (!shortlists.revoke(new Secret(token), new Secret(revocation))) {
      throw unknown();
    }
  }

  private static NotFoundException unknown() {
    return new NotFoundException("token", "There is no such list, or it has ended.");
  }
}
