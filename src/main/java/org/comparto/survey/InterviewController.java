package org.comparto.survey;

import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.census.Companies;
import org.comparto.editing.Fault;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/surveys/interviews}: the desk asks a company in person and types what it answers. */
@RestController
class InterviewController {

  /** Whom the desk asks. */
  record Wanted(@Nullable Long company) {}

  private final Surveys surveys;
  private final Answering answering;
  private final SurveyPage page;
  private final Companies companies;
  private final JdbcClient db;

  InterviewController(Surveys surveys, Answering answering, SurveyPage page, Companies companies, JdbcClient db) {
    this.surveys = surveys;
    this.answering = answering;
    this.page = page;
    this.companies = companies;
    this.db = db;
  }

  /** Begins one, or goes on with the one of this company that was not finished. */
  @PostMapping(path = "/api/surveys/interviews", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SurveyPage.View> begin(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Wanted wanted) {
    if (wanted.company() == null) {
      throw new InvalidInputException("company", "company is required");
    }
    String territory = companies.get(wanted.company()).territory();
    if (caller.territory() != null && !caller.territory().equals(territory)) {
      throw new NotFoundException("company", "There is no company " + wanted.company() + ".");
    }
    caller.checkWrite(Companies.LAYER, territory);
    long id = db.sql("SELECT max(id) FROM survey WHERE company_id = :company AND way = 'interview' AND state IN ('sent', 'opened', 'begun')")
        .param("company", wanted.company()).query(Long.class).optional()
        .orElseGet(() -> db.sql("INSERT INTO survey (company_id, way, state, created_by) VALUES (:company, 'interview', 'opened', :by) RETURNING id")
            .param("company", wanted.company()).param("by", caller.username()).query(Long.class).single());
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(page.of(surveys.find(id).orElseThrow()));
  }

  @GetMapping("/api/surveys/interviews/{id}")
  ResponseEntity<SurveyPage.View> get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page.of(seen(id, caller)));
  }

  @PutMapping(path = "/api/surveys/interviews/{id}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
  Typed.Kept keep(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Typed.Draft draft) {
    return new Typed.Kept(surveys.keep(seen(id, caller), draft.readVersion(), draft.json()));
  }

  @PostMapping(path = "/api/surveys/interviews/{id}/checks", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, List<Fault>> check(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Typed.Values values) {
    return Map.of("faults", answering.faults(seen(id, caller), values.properties() == null ? JsonMapper.shared().createObjectNode() : values.properties()));
  }

  @PostMapping(path = "/api/surveys/interviews/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SurveyPage.View> answer(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Answer.Sent sent,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    seen(id, caller);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page.of(answering.answer(id, Typed.version(ifMatch), Answer.of(sent), caller.username())));
  }

  private Survey seen(long id, CurrentAccount caller) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return surveys.find(id).filter(Survey::isInterview).filter(one -> caller.territory() == null || caller.territory().equals(one.territory()))
        .orElseThrow(() -> new NotFoundException("id", "There is no interview " + id + "."));
  }
}
