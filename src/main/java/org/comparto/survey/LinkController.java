package org.comparto.survey;

import java.util.List;
import java.util.Map;
import org.comparto.editing.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/surveys/links/{token}}: what the link in a company's letter opens. Looking changes nothing, since programs look through mails. */
@RestController
class LinkController {

  private final Surveys surveys;
  private final Answering answering;
  private final SurveyPage page;

  LinkController(Surveys surveys, Answering answering, SurveyPage page) {
    this.surveys = surveys;
    this.answering = answering;
    this.page = page;
  }

  @GetMapping("/api/surveys/links/{token}")
  ResponseEntity<SurveyPage.View> look(@PathVariable String token) {
    return shown(survey(token));
  }

  /** Told by the page once somebody sees it. */
  @PostMapping("/api/surveys/links/{token}/opening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(@PathVariable String token) {
    surveys.open(surveys.opened(token));
  }

  @PutMapping(path = "/api/surveys/links/{token}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
  Typed.Kept keep(@PathVariable String token, @RequestBody Typed.Draft draft) {
    return new Typed.Kept(surveys.keep(survey(token), draft.readVersion(), draft.json()));
  }

  @PostMapping(path = "/api/surveys/links/{token}/checks", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, List<Fault>> check(@PathVariable String token, @RequestBody Typed.Values values) {
    Survey survey = survey(token);
    surveys.requireOpen(survey);
    return Map.of("faults", answering.faults(survey, values.properties() == null ? JsonMapper.shared().createObjectNode() : values.properties()));
  }

  @PostMapping(path = "/api/surveys/links/{token}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SurveyPage.View> answer(@PathVariable String token, @RequestBody Answer.Sent sent,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long id = surveys.opened(token);
    return shown(answering.answer(id, Typed.version(ifMatch), Answer.of(sent), null));
  }

  /** All is as it is shown. */
  @PostMapping(path = "/api/surveys/links/{token}/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SurveyPage.View> confirm(@PathVariable String token, @RequestBody Typed.Person person,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long id = surveys.opened(token);
    return shown(answering.confirm(id, Typed.version(ifMatch), person.name(), null));
  }

  @PostMapping("/api/surveys/links/{token}/refusal")
  ResponseEntity<SurveyPage.View> decline(@PathVariable String token) {
    return shown(answering.decline(surveys.opened(token)));
  }

  /** Nothing of the company is public from now on. */
  @PostMapping(path = "/api/surveys/links/{token}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SurveyPage.View> erase(@PathVariable String token, @RequestBody Typed.Person person) {
    return shown(answering.askForErasure(surveys.opened(token), person.name()));
  }

  private Survey survey(String token) {
    return surveys.find(surveys.opened(token)).orElseThrow(Surveys::unknownLink);
  }

  private ResponseEntity<SurveyPage.View> shown(Survey survey) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page.of(survey));
  }
}
