package org.comparto.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.census.Companies;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/surveys}: how the desk asks companies, sees what becomes of each survey, and hands links over. */
@RestController
class CampaignController {

  private static final int MOST_LISTED = 500;
  private static final int MOST_EXPORTED = 100_000;
  private static final Set<String> STATES = Set.of("sent", "opened", "begun", "answered", "confirmed", "declined", "revoked", "erasure", "expired");
  private static final List<String> COLUMNS = List.of("company", "name", "municipality", "way", "state", "asked_at", "sent_at", "opened_at", "begun_at", "ended_at",
      "stated_by", "reminders", "consents", "proposal");

  /** @param byMail false if no mail can be sent yet: letters wait, and links can be handed over */
  record All(List<Campaigns.Campaign> campaigns, boolean byMail) {}

  /** {@code next} goes into {@code before} for the following page, null on the last. */
  record Page(List<Surveys.Listed> surveys, @Nullable Long next) {}

  /** To whom letters go. */
  record Letters(@Nullable List<@Nullable Long> companies) {}

  /** The page of a survey, relative to this installation. */
  record Link(String token, String link) {}

  private final Campaigns campaigns;
  private final Surveys surveys;
  private final SurveyMails mails;
  private final Audit audit;

  CampaignController(Campaigns campaigns, Surveys surveys, SurveyMails mails, Audit audit) {
    this.campaigns = campaigns;
    this.surveys = surveys;
    this.mails = mails;
    this.audit = audit;
  }

  @GetMapping("/api/surveys/campaigns")
  ResponseEntity<All> list(@AuthenticationPrincipal CurrentAccount caller) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return fresh(new All(campaigns.list(caller.territory()), mails.canBeSent()));
  }

  @PostMapping(path = "/api/surveys/campaigns", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Campaigns.Campaign> create(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Campaigns.Wanted wanted) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(campaigns.create(wanted, caller.territory(), caller.username()));
  }

  @PostMapping(path = "/api/surveys/campaigns/{id}/letters", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Campaigns.Sent> send(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Letters letters) {
    Campaigns.Campaign campaign = seen(id, caller);
    if (letters.companies() == null || letters.companies().isEmpty() || letters.companies().contains(null) || letters.companies().size() > Campaigns.MOST_AT_ONCE) {
      throw new InvalidInputException("companies", "companies must be a list of 1 to " + Campaigns.MOST_AT_ONCE + " ids");
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(campaigns.send(campaign, letters.companies().stream().map(Long::longValue).toList(),
        caller.territory(), caller.username()));
  }

  @PostMapping("/api/surveys/campaigns/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    campaigns.close(seen(id, caller).id());
  }

  @GetMapping("/api/surveys")
  ResponseEntity<Page> surveys(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable Long campaign,
      @RequestParam(required = false) @Nullable Long company, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
    }
    if (state != null && !STATES.contains(state)) {
      throw new InvalidInputException("state", "state must be one of " + String.join(", ", STATES.stream().sorted().toList()));
    }
    caller.checkWrite(Companies.LAYER, caller.territory());
    List<Surveys.Listed> found = surveys.list(campaign, company, state, caller.territory(), before, limit + 1);
    List<Surveys.Listed> page = found.subList(0, Math.min(limit, found.size()));
    return fresh(new Page(page, found.size() > limit ? page.get(limit - 1).id() : null));
  }

  /** For a company that is to be called or visited. */
  @GetMapping("/api/surveys/{id}/link")
  ResponseEntity<Link> link(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    Survey survey = seenSurvey(id, caller);
    String key = surveys.key(survey.id());
    return fresh(new Link(key, "/#place=survey&lang=" + survey.language() + "&token=" + key));
  }

  /** Its link opens nothing any more. */
  @PostMapping("/api/surveys/{id}/revocation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void revoke(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    Survey survey = seenSurvey(id, caller);
    if (List.of("sent", "opened", "begun").contains(survey.state())) {
      surveys.end(survey.id(), "revoked", null, null);
    }
  }

  @GetMapping("/api/surveys/campaigns/{id}/surveys.csv")
  void export(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, HttpServletResponse response) throws IOException {
    Campaigns.Campaign campaign = seen(id, caller);
    List<Surveys.Listed> all = surveys.list(campaign.id(), null, null, caller.territory(), null, MOST_EXPORTED);
    audit.note(caller.username(), AuditAction.PERSONAL_DATA_EXPORTED, "campaign:" + campaign.id(), all.size() + " surveys");
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("comparto_survey_" + id + ".csv").build().toString());
    try (CsvTable table = new CsvTable(response.getOutputStream(), ',')) {
      COLUMNS.forEach(table::value);
      table.endRow();
      for (Surveys.Listed one : all) {
        for (String text : new String[] {one.companyCode(), one.companyName(), one.municipality(), one.way(), one.state()}) {
          table.value(text == null ? null : Spreadsheets.harmless(text));
        }
        for (Instant at : new Instant[] {one.createdAt(), one.sentAt(), one.openedAt(), one.begunAt(), one.endedAt()}) {
          table.value(at == null ? null : at.toString());
        }
        table.value(one.statedBy() == null ? null : Spreadsheets.harmless(one.statedBy())).value(String.valueOf(one.reminders()))
            .value(String.join(" ", one.consents())).value(one.proposalId() == null ? null : one.proposalId().toString());
        table.endRow();
      }
    }
  }

  private Campaigns.Campaign seen(long id, CurrentAccount caller) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return campaigns.get(id, caller.territory());
  }

  private Survey seenSurvey(long id, CurrentAccount caller) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return surveys.find(id).filter(one -> !one.isInterview()).filter(one -> caller.territory() == null || caller.territory().equals(one.territory()))
        .orElseThrow(() -> new NotFoundException("id", "There is no survey " + id + "."));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
