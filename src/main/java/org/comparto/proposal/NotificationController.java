package org.comparto.proposal;

import java.time.Instant;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.InvalidInputException;
import org.comparto.proposal.Notices.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to proposals that concern whoever asks. */
@RestController
class NotificationController {

  private static final int MOST = 200;

  /** @param text one sentence in the language that was asked for */
  record Told(long id, Instant at, String kind, long proposal, String who, String text, @Nullable String reason, boolean seen) {}

  /** @param unseen how many there are in all */
  record NotificationList(int unseen, List<Told> notifications) {}

  /** @param upTo the newest one that was seen */
  record Seen(@Nullable Long upTo) {}

  private final Notices notices;
  private final NoticeText text;

  NotificationController(Notices notices, NoticeText text) {
    this.notices = notices;
    this.text = text;
  }

  /** @param after only what is older than this one */
  @GetMapping("/api/notifications")
  ResponseEntity<NotificationList> list(@AuthenticationPrincipal CurrentAccount account, @RequestParam(defaultValue = "it") String lang,
      @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long after) {
    if (!lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang must be one of it, en");
    }
    if (limit < 1 || limit > MOST) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST);
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new NotificationList(notices.unseen(account.username()),
        notices.of(account.username(), after, limit).stream().map(one -> told(one, lang)).toList()));
  }

  @PostMapping("/api/notifications/seen")
  ResponseEntity<Void> see(@AuthenticationPrincipal CurrentAccount account, @RequestBody Seen seen) {
    if (seen.upTo() == null) {
      throw new InvalidInputException("upTo", "upTo is required");
    }
    notices.see(account.username(), seen.upTo());
    return ResponseEntity.noContent().build();
  }

  private Told told(Notice notice, String language) {
    return new Told(notice.id(), notice.at(), notice.kind(), notice.proposalId(), notice.who(), text.sentence(notice, language), notice.reason(),
        notice.seenAt() != null);
  }
}
