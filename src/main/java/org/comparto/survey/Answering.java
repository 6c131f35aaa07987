package org.comparto.survey;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.census.Companies;
import org.comparto.census.Consents;
import org.comparto.census.Statement;
import org.comparto.editing.Authorship;
import org.comparto.editing.Fault;
import org.comparto.editing.Present;
import org.comparto.feature.Changes;
import org.comparto.layer.Attribute;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Kind;
import org.comparto.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the one answer of a survey. What a company says of its consent holds at once; other values of its own at once too, or as a proposal
 * that the desk decides on, as the campaign has it.
 */
@Component
class Answering {

  /** The author of the history where a company answers by a link; no account can have this name. */
  static final String AUTHOR = "company by link";
  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  private final Surveys surveys;
  private final Companies companies;
  private final Consents consents;
  private final Proposals proposals;
  private final Changes changes;
  private final Audit audit;

  Answering(Surveys surveys, Companies companies, Consents consents, Proposals proposals, Changes changes, Audit audit) {
    this.surveys = surveys;
    this.companies = companies;
    this.consents = consents;
    this.proposals = proposals;
    this.changes = changes;
    this.audit = audit;
  }

  /** All that is wrong with what is typed so far; nothing is written. */
  List<Fault> faults(Survey survey, ObjectNode properties) {
    requireAsked(survey, properties);
    return companies.faults(survey.companyId(), properties, null);
  }

  /**
   * @param version of the company that was shown
   * @param account who asks in an interview; null where the company answers by its link
   * @throws RefusedException 410 if it takes no answer any more, 412 if the company has changed since it was shown, 422 with what is wrong
   */
  @Transactional
  public Survey answer(long id, int version, Answer answer, @Nullable String account) {
    Survey survey = surveys.lock(id).orElseThrow(Surveys::unknownLink);
    surveys.requireOpen(survey);
    requireAsked(survey, answer.properties());
    Present company = companies.get(survey.companyId());
    if (company.version() != version) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The company has been changed since this page was opened; look at it again.", "If-Match", null);
    }
    ObjectNode fresh = different(answer.properties(), company.properties());
    List<Fault> faults = companies.faults(survey.companyId(), fresh, null);
    if (!faults.isEmpty()) {
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-feature", faults.stream().map(Fault::reason).collect(Collectors.joining("; ")) + ".",
          faults.get(0).attribute(), java.util.Map.of("faults", faults));
    }
    String author = account == null ? AUTHOR : account;
    Long proposal = null;
    if (survey.intake().equals("review") && !fresh.isEmpty()) {
      proposal = proposals.submit(new Proposals.Submission(Companies.LAYER, Kind.CHANGE, survey.companyId(), fresh, NullNode.instance, reason(survey), null),
          "form:survey-" + survey.id());
    } else {
      fresh.put("verified_on", LocalDate.now(ITALY).toString());
      companies.change(survey.companyId(), version, fresh, null, new Authorship(author, null, reason(survey)));
    }
    List<String> given = consents.given(survey.companyId());
    List<Statement> said = answer.consents().stream().filter(one -> one.granted() != given.contains(one.group()) || one.granted())
        .map(one -> statement(survey, one.group(), one.granted(), answer.statedBy(), "link", account)).toList();
    state(survey, said, author);
    surveys.end(id, "answered", answer.statedBy(), proposal);
    audit.note(author, AuditAction.VERIFICATION_GIVEN, "company:" + survey.companyId(), "survey " + id);
    return surveys.find(id).orElseThrow();
  }

  /** The company says that all is as it is shown. */
  @Transactional
  public Survey confirm(long id, int version, String statedBy, @Nullable String account) {
    Survey survey = surveys.lock(id).orElseThrow(Surveys::unknownLink);
    surveys.requireOpen(survey);
    ObjectNode today = JsonMapper.shared().createObjectNode().put("verified_on", LocalDate.now(ITALY).toString());
    companies.change(survey.companyId(), version, today, null, new Authorship(account == null ? AUTHOR : account, null, "still so, " + reason(survey)));
    surveys.end(id, "confirmed", statedBy, null);
    audit.note(account == null ? AUTHOR : account, AuditAction.VERIFICATION_GIVEN, "company:" + survey.companyId(), "still so, survey " + id);
    return surveys.find(id).orElseThrow();
  }

  /** The company does not want to answer; what is kept of it stays. */
  @Transactional
  public Survey decline(long id) {
    Survey survey = surveys.lock(id).orElseThrow(Surveys::unknownLink);
    surveys.requireOpen(survey);
    surveys.end(id, "declined", null, null);
    return surveys.find(id).orElseThrow();
  }

  /** The company wants to be forgotten: from now on nothing of it is public, and the desk erases it. */
  @Transactional
  public Survey askForErasure(long id, String statedBy) {
    Survey survey = surveys.lock(id).orElseThrow(Surveys::unknownLink);
    surveys.requireOpen(survey);
    state(survey, consents.given(survey.companyId()).stream().map(group -> statement(survey, group, false, statedBy, "erasure", null)).toList(), AUTHOR);
    surveys.end(id, "erasure", statedBy, null);
    audit.note(AUTHOR, AuditAction.ERASURE_ASKED, "company:" + survey.companyId(), "survey " + id);
    return surveys.find(id).orElseThrow();
  }

  private void state(Survey survey, List<Statement> said, String author) {
    if (!said.isEmpty()) {
      changes.begin(Changes.Kind.EDIT, author, "consent, " + reason(survey));
      consents.state(survey.companyId(), said, author);
    }
  }

  private static Statement statement(Survey survey, String group, boolean granted, String by, String way, @Nullable String account) {
    return new Statement(group, granted, by, LocalDate.now(ITALY), survey.isInterview() ? "desk" : way, granted ? ConsentText.VERSION : null, account);
  }

  private static String reason(Survey survey) {
    return survey.isInterview() ? "interview " + survey.id() : "survey " + survey.id();
  }

  private void requireAsked(Survey survey, ObjectNode properties) {
    Set<String> asked = Asked.of(companies.layer(), survey.groups()).stream().map(Attribute::name).collect(Collectors.toSet());
    properties.propertyNames().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
      throw new InvalidInputException("properties", "\"" + name + "\" is nothing that this survey asks about");
    });
  }

  /** Of what is sent only what is another value. */
  private static ObjectNode different(ObjectNode sent, ObjectNode present) {
    ObjectNode fresh = JsonMapper.shared().createObjectNode();
    sent.properties().forEach(one -> {
      if (!isSame(one.getValue(), present.path(one.getKey()))) {
        fresh.set(one.getKey(), one.getValue());
      }
    });
    return fresh;
  }

  private static boolean isSame(JsonNode sent, JsonNode is) {
    boolean nothing = sent.isNull() || sent.isString() && sent.asString().isBlank() || sent.isArray() && sent.isEmpty();
    return nothing ? is.isNull() || is.isMissingNode() || is.isArray() && is.isEmpty()
        : sent.isNumber() && is.isNumber() ? sent.decimalValue().compareTo(is.decimalValue()) == 0 : sent.equals(is);
  }
}
