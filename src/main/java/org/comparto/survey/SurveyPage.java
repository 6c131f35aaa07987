package org.comparto.survey;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.census.Companies;
import org.comparto.census.Consents;
import org.comparto.editing.Present;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What whoever answers a survey sees: all that is kept of the company in the groups asked about, and what of it is public. */
@Component
class SurveyPage {

  /** An attribute as a form needs it. @param group of consent */
  record Question(String name, AttributeType type, @Nullable String unit, @Nullable String codes, Localized title, @Nullable Localized help, String section,
      String group, @Nullable String language, Attribute.Access access) {

    static Question of(Attribute one) {
      return new Question(one.name(), one.type(), one.unit(), one.codes(), one.title(), one.help(), one.section(), one.consent() == null ? "identity" : one.consent(),
          one.language(), one.access());
    }
  }

  /**
   * The page.
   *
   * @param version of the company, to be sent along as If-Match; null where nothing is to be answered any more, as all that follows
   * @param latest statement of each group that anything was stated of
   */
  record View(long id, String state, String way, @Nullable String campaign, @Nullable String message, String intake, @Nullable Instant expiresAt,
      List<String> groups, @Nullable String companyName, @Nullable String companyCode, long company, @Nullable Integer version, @Nullable List<Question> questions,
      @Nullable ObjectNode properties, @Nullable List<String> consents, @Nullable Map<String, Consents.Evidence> latest, @Nullable JsonNode draft, int draftVersion,
      Map<String, String> consentTexts, String consentText) {}

  private final Companies companies;
  private final Consents consents;

  SurveyPage(Companies companies, Consents consents) {
    this.companies = companies;
    this.consents = consents;
  }

  View of(Survey survey) {
    boolean open = survey.takesAnswer();
    Present company = open ? companies.get(survey.companyId()) : null;
    if (company == null) {
      return view(survey, null, null, null, null, null, null);
    }
    List<Attribute> asked = Asked.of(companies.layer(), survey.groups());
    ObjectNode properties = JsonMapper.shared().createObjectNode();
    asked.forEach(one -> properties.set(one.name(), company.properties().path(one.name())));
    Map<String, Consents.Evidence> latest = new LinkedHashMap<>();
    consents.evidence(survey.companyId()).forEach(one -> latest.putIfAbsent(one.group(), one));
    return view(survey, company.version(), asked.stream().map(Question::of).toList(), properties, consents.given(survey.companyId()), latest,
        JsonMapper.shared().readTree(survey.draft()));
  }

  private static View view(Survey survey, @Nullable Integer version, @Nullable List<Question> questions, @Nullable ObjectNode properties,
      @Nullable List<String> consents, @Nullable Map<String, Consents.Evidence> latest, @Nullable JsonNode draft) {
    boolean open = version != null;
    return new View(survey.id(), survey.shown(), survey.way(), survey.campaign(), open ? survey.message() : null, survey.intake(), survey.expiresAt(), survey.groups(),
        open ? survey.companyName() : null, open ? survey.companyCode() : null, survey.companyId(), version, questions, properties, consents, latest, draft,
        survey.draftVersion(), ConsentText.inLanguages(), ConsentText.VERSION);
  }
}
