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
      rules(GET, ANYBODY, "/", "/index.html", "/*.html", "/*.svg", "/css/**", "/js/**", "/locales/**", "/img/**", "/webjars/**"),
      rules(GET, ANYBODY, "/robots.txt", "/sitemap.xml", "/sitemaps/**"),
      rules(GET, ANYBODY, "/api/settings", "/api/layers", "/api/search", "/api/cadastre/parcels", "/ogc", "/ogc/**", "/tiles/**"),
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
      rules(GET, ANYBODY, "/actuator/health", "/actuator/health/**"),
      rules(GET, ANYBODY, "/api/plots/{id}/facts", "/api/plots/{id}/map.svg", "/api/plots/{id}/sheet.pdf", "/api/plots/sheets.pdf"),
      rules(GET, ANYBODY, "/api/plots/ranking", "/api/plots/ranking.xlsx", "/api/plots/values", "/api/plots/brief", "/api/plots/compare", "/api/plots/compare.csv", "/api/plots/compare.xlsx"),
      rules(POST, ANYBODY, "/api/plots/ranking", "/api/plots/brief"),
      rules(GET, ANYBODY, "/api/openapi.json", "/api/plots", "/api/plots/joinable"),
      rules(GET, ANYBODY, "/api/access", "/api/access.csv", "/api/access/status"),

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

      rules(POST, ANYBODY, "/api/alerts", "/api/alerts/confirmations/{token}", "/api/alerts/unsubscriptions/{token}"),
      rules(GET, ANYBODY, "/api/alerts/form", "/api/alerts/{token}", "/api/alerts/{token}/feed.atom"),
      rules(DELETE, ANYBODY, "/api/alerts/{token}"),

      rules(GET, WRITER, "/api/usage"),
      rules(GET, ANYBODY, "/zones", "/zones/{id}", "/zones/{id}/map.svg"),

      rules(GET, ANYBODY, "/api/roads", "/api/roads/route", "/api/roads/isochrone"),
      rules(POST, ANYBODY, "/api/roads/matrix"),
      rules(POST, ADMIN, "/api/roads/graphs"),

      rules(GET, READER, "/api/history/{layer}/{id}", "/api/history/{layer}/{id}/{version}", "/api/history/{layer}/{id}/diff"),
      rules(GET, WRITER, "/api/history/retired"),
      rules(POST, WRITER, "/api/history/{layer}/{id}/restore"),
      rules(GET, AUDITOR, "/api/audit"),

      rules(GET, ADMIN, "/api/accounts"),
      rules(POST, ADMIN, "/api/accounts"),
      rules(PATCH, ADMIN, "/api/accounts/{id}"),
      rules(POST, ADMIN, "/api/accounts/{id}/password-reset"),
      rules(DELETE, ADMIN, "/api/accounts/{id}/second-factor"),

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
