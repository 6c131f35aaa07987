package org.comparto.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call what is not public: written by hand and by meaning, never derived from the rules that it is held against.
 * A new endpoint needs a line here or in {@link EveryEndpointHasARuleTest}'s list of what anybody may call.
 */
final class Expectations {

  static final Set<String> ROLES = Set.of("viewer", "tour_organiser", "municipal_editor", "planner", "desk", "auditor", "admin");

  private static final Set<String> NOBODY = Set.of();
  private static final Set<String> PROPOSERS = Set.of("tour_organiser", "municipal_editor", "planner", "desk", "admin");
  private static final Set<String> REVIEWERS = Set.of("planner", "desk", "admin");
  private static final Set<String> DESK = Set.of("desk", "admin");
  private static final Set<String> AUDITORS = Set.of("auditor", "admin");
  private static final Set<String> ADMIN = Set.of("admin");

  /**
   * What is expected of one endpoint.
   *
   * @param may who is let in, whatever their territory
   * @param perhaps who is let in as far as the layer and the place of what they send are theirs; the record decides
   * @param record whose territory counts: plot, inquiry, bottleneck, report, load, offer, question, community, campaign, company, survey, survey_campaign; null where no territory is concerned
   * @param body with which the territory is reached, of GET the query; null for none
   */
  record Line(Set<String> may, Set<String> perhaps, @Nullable String record, @Nullable String body) {}

  static final Map<String, Line> NOT_PUBLIC = new LinkedHashMap<>();
  /** Of them what is about oneself: open to whoever signed in with a password, and to no token. */
  static final Set<String> IN_PERSON = Set.of("DELETE /api/session", "PUT /api/session/password", "POST /api/session/second-factor",
      "PUT /api/session/second-factor", "POST /api/session/second-factor/removal", "POST /api/session/second-factor/recovery-codes",
      "PATCH /api/session/account", "GET /api/tokens", "POST /api/tokens", "DELETE /api/tokens/{id}");

  static {
    IN_PERSON.forEach(own -> line(own, ROLES));
    // features: the desk at once, who proposes as far as layer and place are theirs
    String plot = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"matrix\"}}";
    line("POST /ogc/collections/{collectionId}/items", DESK, PROPOSERS, null, plot);
    line("PUT /ogc/collections/{collectionId}/items/{featureId}", DESK, PROPOSERS, "plot", plot);
    line("PATCH /ogc/collections/{collectionId}/items/{featureId}", DESK, PROPOSERS, "plot", "{\"properties\":{\"name\":\"matrix\"}}");
    line("DELETE /ogc/collections/{collectionId}/items/{featureId}", DESK, PROPOSERS, "plot", null);
    // proposals: whoever may propose begins one; whose it is, and where, says who may go on
    line("POST /api/editing/checks", PROPOSERS);
    line("GET /api/proposals", PROPOSERS, NOBODY, "proposal", null);
    line("POST /api/proposals", PROPOSERS);
    line("GET /api/proposals/{id}", PROPOSERS, NOBODY, "proposal", null);
    line("PUT /api/proposals/{id}", PROPOSERS, NOBODY, "proposal", "{\"properties\":{\"name\":\"matrix\"},\"geometry\":null}");
    line("POST /api/proposals/{id}/rebase", PROPOSERS, NOBODY, "proposal", "{}");
    line("POST /api/proposals/{id}/steps", PROPOSERS, NOBODY, "proposal", "{\"step\":\"withdraw\"}");
    line("POST /api/proposals/{id}/comments", PROPOSERS, NOBODY, "proposal", "{\"text\":\"matrix\"}");
    line("POST /api/proposals/{id}/comments/{comment}/resolution", PROPOSERS, NOBODY, "proposal", "{}");
    line("GET /api/notifications", PROPOSERS);
    line("POST /api/notifications/seen", PROPOSERS);
    // one's own tours; others' too for who may propose
    line("GET /api/tours", ROLES);
    line("GET /api/themes/drafts", PROPOSERS);
    line("POST /api/themes", PROPOSERS);
    line("PUT /api/themes/{id}", PROPOSERS);
    line("DELETE /api/themes/{id}", PROPOSERS);
    line("POST /api/themes/{id}/pictures", PROPOSERS);
    line("DELETE /api/themes/{id}/pictures/{picture}", PROPOSERS);
    line("POST /api/themes/{id}/publication", REVIEWERS);
    line("POST /api/themes/{id}/withdrawal", REVIEWERS);
    // what became of public features is shown to whoever signed in; bringing it back is a change
    line("GET /api/history/{layer}/{id}", ROLES);
    line("GET /api/history/{layer}/{id}/{version}", ROLES);
    line("GET /api/history/{layer}/{id}/diff", ROLES);
    line("GET /api/history/retired", DESK);
    line("POST /api/history/{layer}/{id}/restore", DESK, NOBODY, "plot", "{\"version\":1,\"reason\":\"matrix\"}");
    line("GET /api/layers/{id}/form", ROLES);
    line("GET /api/audit", AUDITORS);
    line("POST /api/editing/operations", PROPOSERS);
    line("POST /api/editing/coordinates", PROPOSERS);
    // the desk's own work: whoever asked, and their telephone
    line("GET /api/inquiries", DESK, NOBODY, "inquiry", null);
    line("GET /api/inquiries/colleagues", DESK);
    line("GET /api/inquiries/export", DESK, NOBODY, "inquiry", null);
    line("GET /api/inquiries/{id}", DESK, NOBODY, "inquiry", null);
    line("PATCH /api/inquiries/{id}", DESK, NOBODY, "inquiry", "{\"state\":\"closed\"}");
    line("POST /api/inquiries/{id}/notes", DESK, NOBODY, "inquiry", "{\"text\":\"matrix\"}");
    line("POST /api/inquiries/{id}/erasure", DESK, NOBODY, "inquiry", null);
    line("GET /api/usage", DESK);
    // what a host has said by telephone
    line("POST /api/invitations/{id}/answer", PROPOSERS);
    // what owners offer and answer
    line("GET /api/offers", DESK, NOBODY, "offer", null);
    line("GET /api/offers/{id}", DESK, NOBODY, "offer", null);
    line("GET /api/offers/{id}/photo", DESK, NOBODY, "offer", null);
    line("POST /api/offers/{id}/release", DESK, NOBODY, "offer", null);
    line("POST /api/offers/{id}/erasure", DESK, NOBODY, "offer", null);
    line("GET /api/owners/plots", DESK);
    line("POST /api/owners/letters", DESK);
    line("GET /api/owners/questions", DESK, NOBODY, "question", null);
    line("POST /api/owners/questions/{id}/revocation", DESK, NOBODY, "question", null);
    // bottlenecks: where they act, and what the public reports of them
    line("PUT /api/bottlenecks/{id}/road", DESK, NOBODY, "bottleneck", "{\"place\":null,\"reason\":\"matrix\"}");
    line("DELETE /api/bottlenecks/{id}/road", DESK, NOBODY, "bottleneck", null);
    line("GET /api/bottlenecks/reports", DESK, NOBODY, "report", null);
    line("GET /api/bottlenecks/reports/{report}", DESK, NOBODY, "report", null);
    line("GET /api/bottlenecks/reports/{report}/photo", DESK, NOBODY, "report", null);
    line("POST /api/bottlenecks/reports/{report}/decision", DESK, NOBODY, "report", "{\"verdict\":\"refuse\",\"reason\":\"matrix\"}");
    line("POST /api/bottlenecks/reports/{report}/erasure", DESK, NOBODY, "report", null);
    // what a territory wants to have reached is set by those who review what is marked
    line("PUT /api/energy/farmland/{territory}", REVIEWERS);
    line("DELETE /api/energy/farmland/{territory}", REVIEWERS);
    line("PUT /api/energy/targets/{territory}/{year}", REVIEWERS);
    line("DELETE /api/energy/targets/{territory}/{year}", REVIEWERS);
    // the census in figures, and networks of firms: editions are published by those who review, networks kept by those who propose
    line("POST /api/census/editions", REVIEWERS);
    line("POST /api/networks", PROPOSERS);
    line("POST /api/networks/import", PROPOSERS);
    line("PUT /api/networks/{id}", PROPOSERS);
    line("DELETE /api/networks/{id}", PROPOSERS);
    line("GET /api/networks/{id}/history", PROPOSERS);
    // files
    line("GET /api/sources", DESK);
    line("GET /api/loads", DESK, NOBODY, "load", null);
    line("POST /api/loads", DESK);
    line("GET /api/loads/{id}", DESK, NOBODY, "load", null);
    line("GET /api/loads/{id}/rows", DESK, NOBODY, "load", "kind=rejected");
    line("GET /api/loads/{id}/suggestion", DESK, NOBODY, "load", "layer=gateway");
    line("PUT /api/loads/{id}/plan", DESK, NOBODY, "load", "{\"layer\":\"gateway\"}");
    line("POST /api/loads/{id}/apply", DESK, NOBODY, "load", null);
    line("POST /api/loads/{id}/rollback", DESK, NOBODY, "load", "{\"force\":false}");
    line("DELETE /api/loads/{id}", DESK, NOBODY, "load", null);
    line("GET /api/load-profiles", DESK);
    line("GET /api/load-profiles/{name}", DESK);
    line("PUT /api/load-profiles/{name}", DESK);
    line("DELETE /api/load-profiles/{name}", DESK);
    line("GET /api/jobs", DESK);
    line("GET /api/jobs/{id}", DESK);
    line("POST /api/jobs/{id}/cancel", DESK);
    // the census: companies as the desk keeps them, whatever they let others see
    line("POST /api/ateco/tables", DESK);
    line("GET /api/census/companies", DESK);
    line("POST /api/census/companies", DESK);
    line("GET /api/census/companies/{id}", DESK, NOBODY, "company", null);
    line("PATCH /api/census/companies/{id}", DESK, NOBODY, "company", "{\"properties\":{\"name\":\"matrix\"}}");
    line("POST /api/census/companies/{id}/consents", DESK, NOBODY, "company", "{\"group\":\"matrix\",\"granted\":true}");
    line("POST /api/census/companies/{id}/erasure", DESK);
    line("GET /api/census/duplicates", DESK);
    line("GET /api/census/duplicates/decided", DESK);
    line("POST /api/census/duplicates/alike", DESK);
    line("POST /api/census/duplicates/merges", DESK);
    line("POST /api/census/duplicates/merges/{id}/undoing", DESK);
    line("POST /api/census/duplicates/distinct", DESK);
    line("DELETE /api/census/duplicates/distinct/{first}/{second}", DESK);
    line("GET /api/surveys", DESK);
    line("GET /api/surveys/{id}/link", DESK, NOBODY, "survey", null);
    line("POST /api/surveys/{id}/revocation", DESK, NOBODY, "survey", null);
    line("GET /api/surveys/campaigns", DESK);
    line("POST /api/surveys/campaigns", DESK);
    line("POST /api/surveys/campaigns/{id}/letters", DESK, NOBODY, "survey_campaign", "{\"companies\":[]}");
    line("POST /api/surveys/campaigns/{id}/closing", DESK, NOBODY, "survey_campaign", null);
    line("GET /api/surveys/campaigns/{id}/surveys.csv", DESK, NOBODY, "survey_campaign", null);
    line("POST /api/surveys/interviews", DESK);
    line("GET /api/surveys/interviews/{id}", DESK);
    line("PUT /api/surveys/interviews/{id}/draft", DESK);
    line("POST /api/surveys/interviews/{id}/checks", DESK);
    line("POST /api/surveys/interviews/{id}/answer", DESK);
    // energy: who proposes marks areas, and sees whom new perimeters touch
    line("GET /api/energy/substations/changes", PROPOSERS);
    line("GET /api/energy/substations/changes.csv", PROPOSERS);
    line("POST /api/area-files", PROPOSERS);
    line("POST /api/energy/marks", PROPOSERS);
    // rule sets: whoever reviews; what is complete is said by whoever loads
    line("POST /api/energy/rulesets/preview", PROPOSERS);
    line("POST /api/energy/rulesets", REVIEWERS);
    line("POST /api/energy/rulesets/{id}/{version}/activation", REVIEWERS);
    line("POST /api/energy/rulesets/{id}/{version}/deactivation", REVIEWERS);
    line("PUT /api/energy/coverage/{territory}/{layer}", DESK);
    line("DELETE /api/energy/coverage/{territory}/{layer}", DESK);
    // communities: whoever may propose in their territory
    String community = "{\"name\":\"matrix\",\"document\":{}}";
    line("GET /api/energy/communities", PROPOSERS, NOBODY, "community", null);
    line("POST /api/energy/communities", PROPOSERS);
    line("GET /api/energy/communities/comparison", PROPOSERS);
    line("GET /api/energy/communities/{id}", PROPOSERS, NOBODY, "community", null);
    line("PUT /api/energy/communities/{id}", PROPOSERS, NOBODY, "community", community);
    line("DELETE /api/energy/communities/{id}", PROPOSERS, NOBODY, "community", null);
    line("POST /api/energy/communities/{id}/copies", PROPOSERS, NOBODY, "community", "[not a copy");
    line("GET /api/energy/communities/{id}/balance", PROPOSERS, NOBODY, "community", null);
    line("GET /api/energy/communities/{id}/balance.xlsx", PROPOSERS, NOBODY, "community", null);
    line("GET /api/energy/communities/{id}/recon.csv", PROPOSERS, NOBODY, "community", null);
    // campaigns of visits: whoever may propose in their territory
    line("GET /api/campaigns", PROPOSERS, NOBODY, "campaign", null);
    line("POST /api/campaigns", PROPOSERS);
    line("GET /api/campaigns/demonstration", PROPOSERS);
    line("GET /api/campaigns/templates/{file}", PROPOSERS);
    line("POST /api/campaigns/hosts", PROPOSERS);
    line("POST /api/campaigns/tables", PROPOSERS);
    line("GET /api/campaigns/{id}", PROPOSERS, NOBODY, "campaign", null);
    line("PUT /api/campaigns/{id}", PROPOSERS, NOBODY, "campaign", "{\"name\":\"matrix\"}");
    line("DELETE /api/campaigns/{id}", PROPOSERS, NOBODY, "campaign", null);
    line("POST /api/campaigns/{id}/solve", PROPOSERS, NOBODY, "campaign", "{}");
    line("POST /api/campaigns/{id}/stop", PROPOSERS, NOBODY, "campaign", "{}");
    line("GET /api/campaigns/{id}/result", PROPOSERS, NOBODY, "campaign", null);
    line("GET /api/campaigns/{id}/result.csv", PROPOSERS, NOBODY, "campaign", null);
    line("GET /api/campaigns/{id}/result.xlsx", PROPOSERS, NOBODY, "campaign", null);
    line("PUT /api/campaigns/{id}/assignments", PROPOSERS, NOBODY, "campaign", "{\"assignments\":[]}");
    line("POST /api/energy/eligible/computation", REVIEWERS);
    // rule sets: whoever reviews; what is complete is said by whoever loads
    // the house
    line("GET /actuator", NOBODY);
    line("GET /api/accounts", ADMIN);
    line("POST /api/accounts", ADMIN);
    line("PATCH /api/accounts/{id}", ADMIN);
    line("POST /api/accounts/{id}/password-reset", ADMIN);
    line("DELETE /api/accounts/{id}/second-factor", ADMIN);
    line("PUT /api/layers/{id}", ADMIN);
    line("POST /api/roads/graphs", ADMIN);
  }

  private Expectations() {}

  private static void line(String endpoint, Set<String> may) {
    line(endpoint, may, NOBODY, null, null);
  }

  private static void line(String endpoint, Set<String> may, Set<String> perhaps, @Nullable String record, @Nullable String body) {
    NOT_PUBLIC.put(endpoint, new Line(may, perhaps, record, body));
  }
}
