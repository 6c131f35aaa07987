package org.comparto.account;

import static org.comparto.account.Who.ADMIN;
import static org.comparto.account.Who.ANYBODY;
import static org.comparto.account.Who.AUDITOR;
import static org.comparto.account.Who.EDITOR;
import static org.comparto.account.Who.IN_PERSON;
import static org.comparto.account.Who.IN_PERSON_FIRST_OF_ALL;
import static org.comparto.account.Who.LOADER;
import static org.comparto.account.Who.PROPOSER;
import static org.comparto.account.Who.READER;
import static org.comparto.account.Who.REVIEWER;
import static org.comparto.account.Who.WRITER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Who may call what. The first rule that fits decides; what fits none is nobody's. GET stands for HEAD too. */
final class AccessRules {

  /** One line of the table. */
  record Rule(HttpMethod method, String path, Who who) {}

  static final List<Rule> ALL = Stream.of(
      rules(GET, ANYBODY, "/tiles/**", "/ogc", "/ogc/**"), // first, since what is asked for most should not be held against all others
      rules(GET, ANYBODY, "/", "/index.html", "/*.html", "/*.svg", "/css/**", "/js/**", "/locales/**", "/img/**", "/webjars/**"),
      rules(GET, ANYBODY, "/robots.txt", "/sitemap.xml", "/sitemaps/**"),
      rules(GET, ANYBODY, "/api/settings", "/api/layers", "/api/search", "/api/cadastre/parcels"),
      rules(OPTIONS, ANYBODY, "/ogc", "/ogc/**"),
      rules(POST, EDITOR, "/ogc/collections/{collectionId}/items"),
      rules(PUT, EDITOR, "/ogc/collections/{collectionId}/items/{featureId}"),
      rules(PATCH, EDITOR, "/ogc/collections/{collectionId}/items/{featureId}"),
      rules(DELETE, EDITOR, "/ogc/collections/{collectionId}/items/{featureId}"),
      rules(POST, PROPOSER, "/api/editing/checks"),
      rules(GET, PROPOSER, "/api/proposals", "/api/proposals/{id}", "/api/notifications"),
      rules(POST, PROPOSER, "/api/proposals", "/api/proposals/{id}/rebase", "/api/proposals/{id}/steps", "/api/proposals/{id}/comments",
          "/api/proposals/{id}/comments/{comment}/resolution", "/api/notifications/seen"),
      rules(PUT, PROPOSER, "/api/proposals/{id}"),
      rules(POST, EDITOR, "/api/editing/operations", "/api/editing/coordinates"),
      rules(GET, ANYBODY, "/actuator/health", "/actuator/health/**"),
      rules(GET, ANYBODY, "/api/plots/{id}/facts", "/api/plots/{id}/map.svg", "/api/plots/{id}/sheet.pdf", "/api/plots/sheets.pdf"),
      rules(GET, ANYBODY, "/api/plots/ranking", "/api/plots/ranking.xlsx", "/api/plots/values", "/api/plots/brief", "/api/plots/compare", "/api/plots/compare.csv", "/api/plots/compare.xlsx"),
      rules(POST, ANYBODY, "/api/plots/ranking", "/api/plots/brief"),
      rules(GET, ANYBODY, "/api/openapi.json", "/api/plots", "/api/plots/joinable"),
      rules(GET, ANYBODY, "/api/access", "/api/access.csv", "/api/access/status"),
      rules(GET, ANYBODY, "/api/energy/substations/at", "/api/energy/substations/status", "/api/energy/areas/package"),
      rules(POST, ANYBODY, "/api/energy/substations/shares"),
      rules(GET, PROPOSER, "/api/energy/substations/changes", "/api/energy/substations/changes.csv"),
      rules(POST, PROPOSER, "/api/energy/marks", "/api/area-files"),

      rules(GET, ANYBODY, "/api/energy/targets", "/api/energy/targets.csv"),
      rules(PUT, REVIEWER, "/api/energy/targets/{territory}/{year}", "/api/energy/farmland/{territory}"),
      rules(DELETE, REVIEWER, "/api/energy/targets/{territory}/{year}", "/api/energy/farmland/{territory}"),

      rules(GET, ANYBODY, "/api/census/dimensions", "/api/census/statistics", "/api/census/statistics.csv", "/api/census/statistics.xlsx", "/api/census/overview"),
      rules(POST, REVIEWER, "/api/census/editions"),
      rules(GET, ANYBODY, "/api/networks", "/api/networks/{id}", "/api/networks/{id}/members.geojson"),
      rules(POST, PROPOSER, "/api/networks", "/api/networks/import"),
      rules(PUT, PROPOSER, "/api/networks/{id}"),
      rules(DELETE, PROPOSER, "/api/networks/{id}"),
      rules(GET, PROPOSER, "/api/networks/{id}/history"),

      rules(GET, ANYBODY, "/api/session"),
      rules(POST, ANYBODY, "/api/session"),
      rules(DELETE, IN_PERSON_FIRST_OF_ALL, "/api/session"),
      rules(PUT, IN_PERSON_FIRST_OF_ALL, "/api/session/password", "/api/session/second-factor"),
      rules(POST, IN_PERSON_FIRST_OF_ALL, "/api/session/second-factor", "/api/session/second-factor/removal",
          "/api/session/second-factor/recovery-codes"),
      rules(PATCH, IN_PERSON, "/api/session/account"),
      rules(POST, ANYBODY, "/api/session/password-reset"),
      rules(PUT, ANYBODY, "/api/session/password-reset"),
      rules(GET, ANYBODY, "/api/session/oidc", "/api/session/oidc/callback"),

      rules(GET, IN_PERSON, "/api/tokens"),
      rules(POST, IN_PERSON, "/api/tokens"),
      rules(DELETE, IN_PERSON, "/api/tokens/{id}"),

      rules(GET, LOADER, "/api/jobs", "/api/jobs/{id}"),
      rules(POST, LOADER, "/api/jobs/{id}/cancel"),

      rules(GET, ANYBODY, "/api/inquiries/form", "/api/inquiries/receipts/{token}"),
      rules(POST, ANYBODY, "/api/inquiries"),
      rules(GET, WRITER, "/api/inquiries", "/api/inquiries/colleagues", "/api/inquiries/export", "/api/inquiries/{id}"),
      rules(PATCH, WRITER, "/api/inquiries/{id}"),
      rules(POST, WRITER, "/api/inquiries/{id}/notes", "/api/inquiries/{id}/erasure"),

      rules(GET, ANYBODY, "/api/offers/form", "/api/offers/receipts/{token}", "/api/offers/photos/{photo}", "/api/still-true/{token}"),
      rules(POST, ANYBODY, "/api/offers", "/api/offers/confirmations/{token}", "/api/still-true/{token}/answer"),
      rules(GET, WRITER, "/api/offers", "/api/offers/{id}", "/api/offers/{id}/photo", "/api/owners/plots", "/api/owners/questions"),
      rules(POST, WRITER, "/api/offers/{id}/release", "/api/offers/{id}/erasure", "/api/owners/letters", "/api/owners/questions/{id}/revocation"),

      rules(GET, ANYBODY, "/api/ateco", "/api/surveys/links/{token}"),
      rules(POST, LOADER, "/api/ateco/tables"),
      rules(POST, ANYBODY, "/api/surveys/links/{token}/opening", "/api/surveys/links/{token}/checks", "/api/surveys/links/{token}/answer",
          "/api/surveys/links/{token}/confirmation", "/api/surveys/links/{token}/refusal", "/api/surveys/links/{token}/erasure"),
      rules(PUT, ANYBODY, "/api/surveys/links/{token}/draft"),
      rules(GET, WRITER, "/api/surveys", "/api/surveys/{id}/link", "/api/surveys/campaigns", "/api/surveys/campaigns/{id}/surveys.csv",
          "/api/surveys/interviews/{id}"),
      rules(POST, WRITER, "/api/surveys/{id}/revocation", "/api/surveys/campaigns", "/api/surveys/campaigns/{id}/letters", "/api/surveys/campaigns/{id}/closing",
          "/api/surveys/interviews", "/api/surveys/interviews/{id}/checks", "/api/surveys/interviews/{id}/answer"),
      rules(PUT, WRITER, "/api/surveys/interviews/{id}/draft"),
      rules(GET, WRITER, "/api/census/companies", "/api/census/companies/{id}", "/api/census/duplicates", "/api/census/duplicates/decided"),
      rules(POST, WRITER, "/api/census/companies", "/api/census/companies/{id}/consents", "/api/census/companies/{id}/erasure",
          "/api/census/duplicates/merges", "/api/census/duplicates/merges/{id}/undoing", "/api/census/duplicates/distinct", "/api/census/duplicates/alike"),
      rules(PATCH, WRITER, "/api/census/companies/{id}"),
      rules(DELETE, WRITER, "/api/census/duplicates/distinct/{first}/{second}"),

      rules(GET, ANYBODY, "/api/bottlenecks", "/api/bottlenecks/ranking", "/api/bottlenecks/{id}/road", "/api/bottlenecks/photos/{photo}",
          "/api/bottlenecks/reports/form"),
      rules(POST, ANYBODY, "/api/bottlenecks/what-if", "/api/bottlenecks/reports"),
      rules(PUT, WRITER, "/api/bottlenecks/{id}/road"),
      rules(DELETE, WRITER, "/api/bottlenecks/{id}/road"),
      rules(GET, WRITER, "/api/bottlenecks/reports", "/api/bottlenecks/reports/{report}", "/api/bottlenecks/reports/{report}/photo"),
      rules(POST, WRITER, "/api/bottlenecks/reports/{report}/decision", "/api/bottlenecks/reports/{report}/erasure"),

      rules(POST, ANYBODY, "/api/shortlists"),
      rules(GET, ANYBODY, "/api/shortlists/{token}"),
      rules(DELETE, ANYBODY, "/api/shortlists/{token}"),

      rules(GET, ANYBODY, "/api/hosts", "/api/hosts/hours", "/api/hosts/{id}"),
      rules(GET, ANYBODY, "/api/visits/{token}", "/api/visits/{token}/profile", "/api/visits/{token}/visit.ics"),
      rules(POST, ANYBODY, "/api/visits/{token}/answer", "/api/visits/{token}/profile"),
      // open to the key of a tour; without one the module asks for an account that proposes
      rules(GET, ANYBODY, "/api/invitations", "/api/invitations/{id}", "/api/invitations/{id}/replacements"),
      rules(POST, ANYBODY, "/api/invitations", "/api/invitations/{id}/withdrawal", "/api/invitations/{id}/other-time"),
      rules(POST, PROPOSER, "/api/invitations/{id}/answer"),

      rules(POST, ANYBODY, "/api/alerts", "/api/alerts/confirmations/{token}", "/api/alerts/unsubscriptions/{token}"),
      rules(GET, ANYBODY, "/api/alerts/form", "/api/alerts/{token}", "/api/alerts/{token}/feed.atom"),
      rules(DELETE, ANYBODY, "/api/alerts/{token}"),

      rules(GET, ANYBODY, "/api/energy/rulesets", "/api/energy/rulesets/schema", "/api/energy/rulesets/{id}", "/api/energy/rulesets/{id}/{version}"),
      rules(POST, REVIEWER, "/api/energy/rulesets", "/api/energy/rulesets/{id}/{version}/activation",
          "/api/energy/rulesets/{id}/{version}/deactivation"),
      rules(PUT, LOADER, "/api/energy/coverage/{territory}/{layer}"),
      rules(DELETE, LOADER, "/api/energy/coverage/{territory}/{layer}"),

      rules(GET, WRITER, "/api/usage"),
      rules(POST, ANYBODY, "/api/energy/potential", "/api/energy/communities/balance", "/api/energy/communities/balance.xlsx", "/api/energy/communities/recon.csv",
          "/api/energy/communities/loads"),
      rules(GET, ANYBODY, "/api/energy/communities/figures", "/api/energy/communities/candidates"),
      rules(GET, PROPOSER, "/api/energy/communities", "/api/energy/communities/comparison", "/api/energy/communities/{id}", "/api/energy/communities/{id}/balance",
          "/api/energy/communities/{id}/balance.xlsx", "/api/energy/communities/{id}/recon.csv"),
      rules(POST, PROPOSER, "/api/energy/communities", "/api/energy/communities/{id}/copies"),
      rules(PUT, PROPOSER, "/api/energy/communities/{id}"),
      rules(DELETE, PROPOSER, "/api/energy/communities/{id}"),

      rules(GET, PROPOSER, "/api/campaigns", "/api/campaigns/demonstration", "/api/campaigns/templates/{file}", "/api/campaigns/{id}", "/api/campaigns/{id}/result",
          "/api/campaigns/{id}/result.csv", "/api/campaigns/{id}/result.xlsx"),
      rules(POST, PROPOSER, "/api/campaigns", "/api/campaigns/hosts", "/api/campaigns/tables", "/api/campaigns/{id}/solve", "/api/campaigns/{id}/stop"),
      rules(PUT, PROPOSER, "/api/campaigns/{id}", "/api/campaigns/{id}/assignments"),
      rules(DELETE, PROPOSER, "/api/campaigns/{id}"),

      rules(GET, ANYBODY, "/zones", "/zones/{id}", "/zones/{id}/map.svg", "/themes", "/themes/{id}"),

      rules(GET, ANYBODY, "/api/energy/eligible/status", "/api/energy/eligible/difference"),
      rules(POST, REVIEWER, "/api/energy/eligible/computation"),
      rules(POST, ANYBODY, "/api/energy/verdicts"),
      rules(GET, ANYBODY, "/api/energy/verdicts/{id}", "/api/energy/verdicts/{id}/again", "/api/energy/verdicts/{id}.geojson",
          "/api/energy/verdicts/{id}.pdf"),
      rules(POST, PROPOSER, "/api/energy/rulesets/preview"),

      rules(GET, ANYBODY, "/api/roads", "/api/roads/route", "/api/roads/isochrone"),
      rules(POST, ANYBODY, "/api/roads/matrix"),
      rules(POST, ADMIN, "/api/roads/graphs"),

      rules(POST, ANYBODY, "/api/tours", "/api/tours/plan", "/api/tours/timetable", "/api/tours/searches", "/api/tours/searches/{id}/stop", "/api/tours/{id}/share"),
      rules(GET, READER, "/api/tours"),
      rules(GET, ANYBODY, "/api/tours/searches/{id}", "/api/tours/shared/{token}", "/api/tours/{id}"),
      rules(PUT, ANYBODY, "/api/tours/{id}"),
      rules(DELETE, ANYBODY, "/api/tours/{id}", "/api/tours/{id}/share"),
      rules(POST, ANYBODY, "/api/tours/outputs/{form}"),
      rules(GET, ANYBODY, "/tour-worker.js", "/api/tours/{id}/roadbook.pdf", "/api/tours/{id}/tour.gpx", "/api/tours/{id}/tour.ics", "/api/tours/{id}/tour.kml",
          "/api/tours/{id}/tour.csv", "/api/tours/{id}/tour.geojson", "/api/tours/{id}/host/{host}.pdf", "/api/tours/{id}/participants.pdf"),
      rules(GET, ANYBODY, "/api/tours/shared/{token}/sheet", "/api/tours/shared/{token}/maps/{map}.svg", "/api/tours/shared/{token}/tour.webmanifest"),
      rules(GET, PROPOSER, "/api/themes/drafts"),
      rules(GET, ANYBODY, "/api/themes", "/api/themes/{id}", "/api/themes/{id}/pictures/{picture}"),
      rules(POST, PROPOSER, "/api/themes", "/api/themes/{id}/pictures"),
      rules(PUT, PROPOSER, "/api/themes/{id}"),
      rules(DELETE, PROPOSER, "/api/themes/{id}", "/api/themes/{id}/pictures/{picture}"),
      rules(POST, REVIEWER, "/api/themes/{id}/publication", "/api/themes/{id}/withdrawal"),

      rules(GET, READER, "/api/history/{layer}/{id}", "/api/history/{layer}/{id}/{version}", "/api/history/{layer}/{id}/diff"),
      rules(GET, WRITER, "/api/history/retired"),
      rules(POST, WRITER, "/api/history/{layer}/{id}/restore"),
      rules(GET, AUDITOR, "/api/audit"),

      rules(GET, ADMIN, "/api/accounts"),
      rules(POST, ADMIN, "/api/accounts"),
      rules(PATCH, ADMIN, "/api/accounts/{id}"),
      rules(POST, ADMIN, "/api/accounts/{id}/password-reset"),
      rules(DELETE, ADMIN, "/api/accounts/{id}/second-factor"),

      rules(GET, READER, "/api/layers/{id}/form"),
      rules(PUT, ADMIN, "/api/layers/{id}"),
      rules(GET, LOADER, "/api/sources", "/api/loads", "/api/loads/**", "/api/load-profiles", "/api/load-profiles/{name}"),
      rules(POST, LOADER, "/api/loads", "/api/loads/{id}/apply", "/api/loads/{id}/rollback"),
      rules(PUT, LOADER, "/api/loads/{id}/plan", "/api/load-profiles/{name}"),
      rules(DELETE, LOADER, "/api/loads/{id}", "/api/load-profiles/{name}")

  ).flatMap(List::stream).toList();

  private AccessRules() {}

  private static List<Rule> rules(HttpMethod method, Who who, String... paths) {
    return Stream.of(paths).map(path -> new Rule(method, path, who)).toList();
  }
}
