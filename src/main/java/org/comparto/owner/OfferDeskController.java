package org.comparto.owner;

import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The offers as the desk sees them, with who offered; what becomes of them is decided on their proposals. */
@RestController
class OfferDeskController {

  private static final int MOST_LISTED = 200;

  /** {@code next} goes into {@code before} for the following page, null on the last. */
  record Page(List<Offer> offers, @Nullable Long next) {}

  private final Offers offers;
  private final OfferErasure erasure;
  private final JdbcClient db;

  OfferDeskController(Offers offers, OfferErasure erasure, JdbcClient db) {
    this.offers = offers;
    this.erasure = erasure;
    this.db = db;
  }

  @GetMapping("/api/offers")
  ResponseEntity<Page> list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
    }
    if (state != null && !List.of("unconfirmed", "received", "published", "refused", "spam").contains(state)) {
      throw new InvalidInputException("state", "state must be unconfirmed, received, published, refused or spam");
    }
    caller.checkWrite("plot", caller.territory());
    List<Offer> found = offers.list(state, caller.territory(), before, limit + 1);
    List<Offer> page = found.subList(0, Math.min(limit, found.size()));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Page(page, found.size() > limit ? page.get(limit - 1).id() : null));
  }

  @GetMapping("/api/offers/{id}")
  ResponseEntity<Offer> get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(seen(id, caller));
  }

  @GetMapping("/api/offers/{id}/photo")
  ResponseEntity<byte[]> photo(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    byte[] jpeg = db.sql("SELECT jpeg FROM plot_offer_photo WHERE offer_id = :id ORDER BY created_at LIMIT 1")
        .param("id", seen(id, caller).id()).query(byte[].class).optional()
        .orElseThrow(() -> new NotFoundException("id", "This offer has no photo."));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.IMAGE_JPEG).body(jpeg);
  }

  /** It is no spam: who offered is asked to confirm. */
  @PostMapping("/api/offers/{id}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    offers.release(seen(id, caller).id());
  }

  /** Forgets who offered; what was said of the plot stays. */
  @PostMapping("/api/offers/{id}/erasure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    erasure.erase(seen(id, caller).id(), caller.username());
  }

  private Offer seen(long id, CurrentAccount caller) {
    caller.checkWrite("plot", caller.territory());
    return offers.get(id, caller.territory());
  }
}
