package org.comparto.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of features over HTTP. The ETag of a feature's history is the number of its last version. */
@RestController
class HistoryController {

  /**
   * One page, newest first.
   *
   * @param version the last one
   * @param next the parameter {@code before} of the page that follows; null if this was the last
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(String layer, long id, int version, String status, List<Version.Entry> versions, @Nullable Integer next) {}

  /** @param next the parameter {@code after} of the page that follows; null if this was the last */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record GonePage(List<Retired.Gone> features, @Nullable String next) {}

  /** @param reason in the words of whoever restores it */
  record Wish(@Nullable Integer version, @Nullable String reason) {}

  /** @param version the new one, which is as the wanted one was */
  record Restored(long id, int version) {}

  /** @param proposal which somebody else has to approve first */
  record Proposed(long proposal) {}

  private static final int MOST = 200;
  private static final int LONGEST_REASON = 1_000;
  private static final Pattern POSITION = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private final FeatureHistory history;
  private final Retired retired;
  private final Restoring restoring;
  private final Layers layers;

  HistoryController(FeatureHistory history, Retired retired, Restoring restoring, Layers layers) {
    this.history = history;
    this.retired = retired;
    this.restoring = restoring;
    this.layers = layers;
  }

  /** @param before only versions below this number */
  @GetMapping("/api/history/{layer}/{id}")
  ResponseEntity<Page> versions(@PathVariable String layer, @PathVariable long id, @RequestParam(required = false) @Nullable Integer before,
      @RequestParam(defaultValue = "50") int limit) {
    checkLimit(limit);
    Layer found = layers.getWrittenLayer(layer, "layer");
    Subject subject = history.subject(found, id);
    List<Version.Entry> versions = history.versions(found, id, subject, before, limit);
    Integer next = versions.size() < limit ? null : versions.get(limit - 1).version();
    return answer(subject).body(new Page(layer, id, subject.version(), subject.status(), versions, next));
  }

  @GetMapping("/api/history/{layer}/{id}/{version}")
  ResponseEntity<Version.AsItWas> version(@PathVariable String layer, @PathVariable long id, @PathVariable int version) {
    Layer found = layers.getWrittenLayer(layer, "layer");
    Subject subject = history.subject(found, id);
    return answer(subject).body(history.version(found, id, subject, version));
  }

  /** @param from the version before {@code to} where it is left out; @param to the last one where it is left out */
  @GetMapping("/api/history/{layer}/{id}/diff")
  ResponseEntity<Difference> difference(@PathVariable String layer, @PathVariable long id, @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to) {
    Layer found = layers.getWrittenLayer(layer, "layer");
    Subject subject = history.subject(found, id);
    return answer(subject).body(history.difference(found, id, subject, from, to));
  }

  /** @param after where the page before ended */
  @GetMapping("/api/history/retired")
  ResponseEntity<GonePage> retired(@RequestParam String layer, @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
    checkLimit(limit);
    long change = Long.MAX_VALUE;
    long id = Long.MAX_VALUE;
    if (after != null) {
      Matcher position = POSITION.matcher(after);
      if (!position.matches()) {
        throw new InvalidInputException("after", "after is no position in this list; take the member next of the page before");
      }
      change = Long.parseLong(position.group(1));
      id = Long.parseLong(position.group(2));
    }
    List<Retired.Gone> gone = retired.list(layers.getWrittenLayer(layer, "layer"), q == null || q.isBlank() ? null : q.trim(), change, id, limit);
    Retired.Gone last = gone.size() < limit ? null : gone.get(limit - 1);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore())
        .body(new GonePage(gone, last == null ? null : last.change() + "-" + last.id()));
  }

  @PostMapping("/api/history/{layer}/{id}/restore")
  ResponseEntity<?> restore(@PathVariable String layer, @PathVariable long id, @RequestBody Wish wish,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    if (wish.version() == null) {
      throw new InvalidInputException("version", "version is required: the number of the version to restore");
    }
    if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
      throw new InvalidInputException("reason", "reason is required, of at most " + LONGEST_REASON + " characters: it stays with the new version");
    }
    Restoring.Outcome outcome = restoring.restore(layers.getWrittenLayer(layer, "layer"), id, wish.version(), tag(ifMatch), wish.reason().strip());
    if (outcome.proposal() != null) {
      return ResponseEntity.accepted().location(URI.create("/api/proposals/" + outcome.proposal())).body(new Proposed(outcome.proposal()));
    }
    return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(new Restored(id, outcome.version()));
  }

  private static String tag(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the ETag of this feature's history.", "If-Match", null);
    }
    return ifMatch.trim();
  }

  private static ResponseEntity.BodyBuilder answer(Subject subject) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag(subject.tag());
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInputException("limit", "limit must be between 1 and " + MOST);
    }
  }
}
