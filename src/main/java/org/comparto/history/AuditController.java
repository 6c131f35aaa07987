package org.comparto.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.audit.AuditEntry;
import org.comparto.audit.AuditLog;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for auditors and admins, page by page as JSON or whole as CSV. Reading it is noted in it. */
@RestController
class AuditController {

  /** @param next the parameter {@code after} of the page that follows; null if this was the last */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<AuditEntry> entries, @Nullable String next) {}

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int MOST = 1_000;
  /** Moment in microseconds and number of the last entry of a page. */
  private static final Pattern POSITION = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private final AuditLog log;
  private final Audit audit;
  private final AuditFile file;
  private final JsonMapper json;

  AuditController(AuditLog log, Audit audit, AuditFile file, JsonMapper json) {
    this.log = log;
    this.audit = audit;
    this.file = file;
    this.json = json;
  }

  /**
   * Entries, last first.
   *
   * @param from a day in Italy or a moment in UTC; @param to the same, the day itself included
   * @param f json or csv
   */
  @GetMapping("/api/audit")
  void entries(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String action, @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "json") String f, HttpServletResponse response) throws IOException {
    AuditLog.Filter filter = new AuditLog.Filter(moment("from", from, 0), moment("to", to, 1), text(who), action(text(action)), text(subject));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    switch (f) {
      case "csv" -> {
        audit.note(caller.username(), AuditAction.AUDIT_EXPORTED, null, described(filter));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + LocalDate.now(ROME) + ".csv\"");
        file.write(filter, response.getOutputStream());
      }
      case "json" -> {
        Page page = page(filter, after, limit);
        audit.note(caller.username(), AuditAction.AUDIT_READ, null, described(filter));
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), page);
      }
      default -> throw new InvalidInputException("f", "f is \"" + f + "\"; there are json and csv");
    }
  }

  private Page page(AuditLog.Filter filter, @Nullable String after, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInputException("limit", "limit must be between 1 and " + MOST);
    }
    Instant at = null;
    long id = 0;
    if (after != null) {
      Matcher position = POSITION.matcher(after);
      if (!position.matches()) {
        throw new InvalidInputException("after", "after is no position in this list; take the member next of the page before");
      }
      at = Instant.EPOCH.plus(Long.parseLong(position.group(1)), ChronoUnit.MICROS);
      id = Long.parseLong(position.group(2));
    }
    List<AuditEntry> entries = log.list(filter, at, id, limit);
    AuditEntry last = entries.size() < limit ? null : entries.get(limit - 1);
    return new Page(entries, last == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "-" + last.id());
  }

  private String described(AuditLog.Filter filter) {
    return json.writeValueAsString(filter);
  }

  /** @param dayAfter how many days later a day ends than it begins */
  private static @Nullable Instant moment(String parameter, @Nullable String text, int dayAfter) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant moment = text.length() == 10 ? LocalDate.parse(text).plusDays(dayAfter).atStartOfDay(ROME).toInstant() : Instant.parse(text);
      if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
        throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it is a day between 1970 and 9999");
      }
      return moment;
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it is a day like 2026-11-22 or a moment like 2026-11-22T09:30:00Z");
    }
  }

  private static @Nullable AuditAction action(@Nullable String word) {
    return word == null ? null : AuditAction.find(word).orElseThrow(() -> new InvalidInputException("action", "There is no action \"" + word
        + "\"; there are " + Arrays.stream(AuditAction.values()).map(AuditAction::word).collect(Collectors.joining(", "))));
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.trim();
  }
}
