package org.comparto.inquiry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comparto.account.Colleagues;
import org.comparto.account.Colleagues.Colleague;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.inquiry.Handling.Step;
import org.comparto.inquiry.Inbox.Count;
import org.comparto.inquiry.Inbox.Event;
import org.comparto.inquiry.Inbox.Mail;
import org.comparto.inquiry.Inbox.MailFigures;
import org.comparto.inquiry.Places.Place;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The inbox of the desk: who may write in a territory sees what was asked about it, and handles it. */
@RestController
class InboxController {

  /**
   * An inquiry as the desk sees it.
   *
   * @param hoursOpen from its receipt to the first answer, or to now
   * @param mails null in lists
   * @param events what was done, oldest first; null in lists
   */
  record View(long id, String ticket, int version, State state, Instant receivedAt, Instant dueAt, @Nullable Instant answeredAt, long hoursOpen,
      boolean overdue, @Nullable String assignedTo, List<String> territories, String language, @Nullable Contact contact, Needs needs,
      List<Place> places, @Nullable String message, @Nullable String search, String consentVersion, Instant consentAt,
      @Nullable Instant erasedAt, @Nullable List<Mail> mails, @Nullable List<Event> events) {}

  /**
   * A page of the inbox.
   *
   * @param next give it as {@code before} for the following page; null on the last
   * @param counts by state, whatever state was asked for
   * @param mailServer false if none is configured: mails wait
   */
  record Page(List<View> items, @Nullable Long next, List<Count> counts, MailFigures mail, boolean mailServer, long responseHours, int retentionMonths) {}

  /** Who an inquiry can be given to. */
  record ColleagueList(List<Colleague> colleagues) {}

  /** A remark for the desk. */
  record Note(String text) {

    Note(@Nullable String text) {
      String given = Field.text("text", text, NewInquiry.LONGEST_MESSAGE);
      if (given == null) {
        throw new InvalidInputException("text", "text is required");
      }
      this.text = given;
    }
  }

  private final Inbox inbox;
  private final Handling handling;
  private final Erasure erasure;
  private final Places places;
  private final CsvExport csv;
  private final Audit audit;
  private final Mails mails;
  private final Colleagues colleagues;
  private final InquiryProperties properties;
  private final JsonMapper json;

  InboxController(Inbox inbox, Handling handling, Erasure erasure, Places places, CsvExport csv, Audit audit, Mails mails, Colleagues colleagues,
      InquiryProperties properties, JsonMapper json) {
    this.inbox = inbox;
    this.handling = handling;
    this.erasure = erasure;
    this.places = places;
    this.csv = csv;
    this.audit = audit;
    this.mails = mails;
    this.colleagues = colleagues;
    this.properties = properties;
    this.json = json;
  }

  @GetMapping("/api/inquiries")
  Page list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String assigned, @RequestParam(required = false) @Nullable String territory,
      @RequestParam(required = false) @Nullable Integer olderThanHours, @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "25") int limit) {
    if (limit < 1 || limit > 200) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to 200");
    }
    InboxFilter filter = new InboxFilter(state, assigned, territory, olderThanHours, overdue);
    List<Inquiry> found = inbox.list(filter, caller.territory(), before, limit + 1);
    List<Inquiry> page = found.subList(0, Math.min(limit, found.size()));
    Map<Long, List<Place>> named = places.of(page.stream().map(Inquiry::id).toList());
    return new Page(page.stream().map(one -> view(one, named.getOrDefault(one.id(), List.of()), null, null)).toList(),
        found.size() > limit ? page.get(limit - 1).id() : null, inbox.counts(filter, caller.territory()), inbox.mailFigures(),
        mails.canBeSent(), properties.responseTarget().toHours(), properties.retentionMonths());
  }

  @GetMapping("/api/inquiries/colleagues")
  ColleagueList colleagues() {
    return new ColleagueList(colleagues.whoMay(Scope.WRITE));
  }

  @GetMapping("/api/inquiries/export")
  void export(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String assigned, @RequestParam(required = false) @Nullable String territory,
      @RequestParam(required = false) @Nullable Integer olderThanHours, @RequestParam(defaultValue = "false") boolean overdue,
      HttpServletResponse response) throws IOException {
    InboxFilter filter = new InboxFilter(state, assigned, territory, olderThanHours, overdue);
    audit.note(caller.username(), AuditAction.PERSONAL_DATA_EXPORTED, "inquiries", json.writeValueAsString(filter));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"inquiries.csv\"");
    csv.write(filter, caller.territory(), response.getOutputStream());
  }

  @GetMapping("/api/inquiries/{id}")
  ResponseEntity<View> get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return answer(handling.get(id, caller));
  }

  /** A JSON merge patch (RFC 7396) of state and assignedTo, under the version that was read. */
  @PatchMapping("/api/inquiries/{id}")
  ResponseEntity<View> change(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody ObjectNode change,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    int version = versionOf(ifMatch);
    Inquiry before = handling.get(id, caller);
    ObjectNode merged = json.valueToTree(new Step(before.state(), before.assignedTo()));
    merged.setAll(change);
    try {
      return answer(handling.change(id, version, json.treeToValue(merged, Step.class), caller));
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  @PostMapping("/api/inquiries/{id}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  View addNote(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Note note) {
    handling.addNote(id, note.text(), caller);
    return full(handling.get(id, caller));
  }

  /** Forgets who asked; the inquiry itself is counted on. */
  @PostMapping("/api/inquiries/{id}/erasure")
  ResponseEntity<View> erase(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    handling.get(id, caller);
    erasure.erase(id, caller.username());
    return answer(handling.get(id, caller));
  }

  private ResponseEntity<View> answer(Inquiry inquiry) {
    return ResponseEntity.ok().eTag("\"" + inquiry.version() + "\"").body(full(inquiry));
  }

  private View full(Inquiry inquiry) {
    return view(inquiry, places.of(List.of(inquiry.id())).getOrDefault(inquiry.id(), List.of()), inbox.mails(inquiry.id()),
        inbox.events(inquiry.id()));
  }

  private View view(Inquiry inquiry, List<Place> named, @Nullable List<Mail> sent, @Nullable List<Event> events) {
    Instant due = inquiry.receivedAt().plus(properties.responseTarget());
    Instant until = inquiry.answeredAt() == null ? Instant.now() : inquiry.answeredAt();
    return new View(inquiry.id(), inquiry.ticket(), inquiry.version(), inquiry.state(), inquiry.receivedAt(), due, inquiry.answeredAt(),
        Duration.between(inquiry.receivedAt(), until).toHours(), inquiry.state().isOpen() && Instant.now().isAfter(due), inquiry.assignedTo(),
        inquiry.territories(), inquiry.language(), inquiry.contact(), inquiry.needs(), named, inquiry.message(), inquiry.search(),
        inquiry.consentVersion(), inquiry.consentAt(), inquiry.erasedAt(), sent, events);
  }

  private static int versionOf(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the ETag of GET /api/inquiries/{id}.", "If-Match", null);
    }
    String version = ifMatch.replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (!version.matches("\\d{1,9}")) {
      throw new InvalidInputException("If-Match", "If-Match must be the ETag of GET /api/inquiries/{id}, as \"3\".");
    }
    return Integer.parseInt(version);
  }
}
