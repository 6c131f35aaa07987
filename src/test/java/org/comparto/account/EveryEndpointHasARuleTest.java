package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every endpoint that Spring knows. A new one is either added to the list here, where a reviewer sees it, or it answers 401 to the
 * anonymous, before it looks at body or ids. Who of those who signed in may call it is what {@link AccessMatrixTest} holds.
 */
@IntegrationTest
class EveryEndpointHasARuleTest {

  /** What anybody may call. */
  static final Set<String> PUBLIC = Set.of(
      "POST /api/tours", "POST /api/tours/plan", "POST /api/tours/timetable", "POST /api/tours/searches", "POST /api/tours/searches/{id}/stop", "POST /api/tours/{id}/share",
      "GET /api/tours/searches/{id}", "GET /api/tours/shared/{token}", "GET /api/tours/{id}", "PUT /api/tours/{id}", "DELETE /api/tours/{id}", "DELETE /api/tours/{id}/share",
      "POST /api/tours/outputs/{form}", "GET /api/tours/{id}/roadbook.pdf", "GET /api/tours/{id}/tour.gpx", "GET /api/tours/{id}/tour.ics", "GET /api/tours/{id}/tour.kml",
      "GET /api/tours/{id}/tour.csv", "GET /api/tours/{id}/tour.geojson", "GET /api/tours/{id}/host/{host}.pdf", "GET /api/tours/{id}/participants.pdf",
      "GET /api/tours/shared/{token}/sheet", "GET /api/tours/shared/{token}/maps/{map}.svg", "GET /api/tours/shared/{token}/tour.webmanifest",
      "GET /api/themes", "GET /api/themes/{id}", "GET /api/themes/{id}/pictures/{picture}",
      "GET /api/energy/eligible/status", "GET /api/energy/eligible/difference",
      "GET /api/census/dimensions", "GET /api/census/statistics", "GET /api/census/statistics.csv", "GET /api/census/statistics.xlsx", "GET /api/census/overview",
      "GET /api/networks", "GET /api/networks/{id}", "GET /api/networks/{id}/members.geojson",
      "GET /api/openapi.json", "GET /api/plots", "GET /api/plots/joinable", "GET /api/access", "GET /api/access.csv", "GET /api/access/status",
      "GET /api/energy/substations/at", "GET /api/energy/substations/status", "POST /api/energy/substations/shares", "GET /api/energy/areas/package",
      "GET /api/settings", "GET /api/layers", "GET /api/search", "GET /api/cadastre/parcels",
      "GET /ogc", "GET /ogc/conformance", "GET /ogc/api", "GET /ogc/collections", "GET /ogc/collections/{collectionId}", "GET /ogc/collections/{collectionId}/items",
      "GET /ogc/collections/{collectionId}/items/{featureId}", "GET /ogc/collections/{collectionId}/download",
      "GET /ogc/collections/{collectionId}/queryables", "GET /ogc/collections/{collectionId}/sortables", "GET /ogc/collections/{collectionId}/schema",
      "OPTIONS /ogc/collections/{collectionId}/items", "OPTIONS /ogc/collections/{collectionId}/items/{featureId}",
      "GET /robots.txt", "GET /sitemap.xml", "GET /sitemaps/collections.xml", "GET /sitemaps/{collectionId}/{file}.xml",
      "GET /ogc/tileMatrixSets", "GET /ogc/tileMatrixSets/{tileMatrixSetId}",
      "GET /ogc/collections/{collectionId}/tiles", "GET /ogc/collections/{collectionId}/tiles/{tileMatrixSetId}",
      "GET /ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
      "GET /ogc/tiles", "GET /ogc/tiles/{tileMatrixSetId}", "GET /ogc/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
      "GET /tiles/{layer}/{z}/{x}/{y}", "GET /tiles/{layer}/tile.json", "GET /tiles/{layer}/style.json", "GET /tiles/tile.json", "GET /tiles/style.json",
      "GET /api/plots/{id}/facts", "GET /api/plots/{id}/map.svg", "GET /api/plots/{id}/sheet.pdf", "GET /api/plots/sheets.pdf",
      "GET /actuator/health", "GET /actuator/health/**",
      "GET /api/inquiries/form", "POST /api/inquiries", "GET /api/inquiries/receipts/{token}",
      "GET /api/plots/ranking", "POST /api/plots/ranking", "GET /api/plots/ranking.xlsx", "GET /api/plots/values", "GET /api/plots/brief", "POST /api/plots/brief",
      "GET /api/plots/compare", "GET /api/plots/compare.csv", "GET /api/plots/compare.xlsx",
      "POST /api/shortlists", "GET /api/shortlists/{token}", "DELETE /api/shortlists/{token}",
      "GET /api/alerts/form", "POST /api/alerts", "GET /api/alerts/{token}", "DELETE /api/alerts/{token}", "GET /api/alerts/{token}/feed.atom",
      "POST /api/alerts/confirmations/{token}", "POST /api/alerts/unsubscriptions/{token}",
      "GET /api/bottlenecks", "GET /api/bottlenecks/ranking", "GET /api/bottlenecks/{id}/road", "GET /api/bottlenecks/photos/{photo}",
      "POST /api/bottlenecks/what-if", "GET /api/bottlenecks/reports/form", "POST /api/bottlenecks/reports",
      "GET /api/offers/form", "POST /api/offers", "POST /api/offers/confirmations/{token}", "GET /api/offers/receipts/{token}", "GET /api/offers/photos/{photo}",
      "GET /api/still-true/{token}", "POST /api/still-true/{token}/answer",
      "GET /api/hosts", "GET /api/hosts/hours", "GET /api/hosts/{id}",
      "GET /api/visits/{token}", "POST /api/visits/{token}/answer", "GET /api/visits/{token}/visit.ics", "GET /api/visits/{token}/profile",
      "POST /api/visits/{token}/profile",
      // open to the key of a tour, which the module asks for
      "GET /api/invitations", "POST /api/invitations", "GET /api/invitations/{id}", "GET /api/invitations/{id}/replacements",
      "POST /api/invitations/{id}/withdrawal", "POST /api/invitations/{id}/other-time",
      "GET /api/roads", "GET /api/roads/route", "GET /api/roads/isochrone", "POST /api/roads/matrix",
      "GET /api/energy/targets", "GET /api/energy/targets.csv",
      "POST /api/energy/potential", "POST /api/energy/communities/balance", "POST /api/energy/communities/balance.xlsx", "POST /api/energy/communities/recon.csv",
      "POST /api/energy/communities/loads", "GET /api/energy/communities/figures", "GET /api/energy/communities/candidates",
      "POST /api/energy/verdicts", "GET /api/energy/verdicts/{id}", "GET /api/energy/verdicts/{id}/again",
      "GET /api/energy/verdicts/{id}.geojson", "GET /api/energy/verdicts/{id}.pdf",
      "GET /api/energy/rulesets", "GET /api/energy/rulesets/schema", "GET /api/energy/rulesets/{id}", "GET /api/energy/rulesets/{id}/{version}",
      "GET /api/ateco", "GET /api/surveys/links/{token}", "POST /api/surveys/links/{token}/opening", "PUT /api/surveys/links/{token}/draft",
      "POST /api/surveys/links/{token}/checks", "POST /api/surveys/links/{token}/answer", "POST /api/surveys/links/{token}/confirmation",
      "POST /api/surveys/links/{token}/refusal", "POST /api/surveys/links/{token}/erasure",
      "GET /zones", "GET /zones/{id}", "GET /zones/{id}/map.svg", "GET /themes", "GET /themes/{id}",
      "GET /api/session", "POST /api/session", "POST /api/session/password-reset", "PUT /api/session/password-reset",
      "GET /api/session/oidc", "GET /api/session/oidc/callback");

  /** Where the container sends failures; it answers nothing by itself. */
  private static final String ERROR = "/error";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient db;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void anonymousGets401WhereverItIsNotPublic() {
    List<String> wrong = new ArrayList<>();
    for (String endpoint : endpoints(context)) {
      Http.Answer answer = call(Visitor.anonymous(port), endpoint);
      if (PUBLIC.contains(endpoint)
          ? answer.status() == 403 || answer.problem().equals("unauthenticated")
          : answer.status() != 401 || !answer.problem().equals("unauthenticated")) {
        wrong.add(endpoint + " answers " + answer.status() + " " + answer.text());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/application.yaml", "/operator-token",
      "/gis-data/layers/plot.yaml", "/sql/account/accounts.sql", "/db/migration/V0010__accounts.sql", "/api",
      "/api/nothing", "/login", "/logout"})
  void whatIsNotListedIsNobodys(String path) {
    for (String method : List.of("GET", "POST", "DELETE")) {
      assertThat(Http.send(port, method, path, null).problem()).as(method).isEqualTo("unauthenticated");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/webjars/leaflet/dist/leaflet.css"})
  void thePageIsOpen(String path) {
    assertThat(Http.get(port, path).status()).isEqualTo(200);
  }

  static Set<String> endpoints(ApplicationContext context) {
    Set<String> endpoints = new TreeSet<>();
    context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(mapping ->
        mapping.getHandlerMethods().keySet().forEach(info -> {
          Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
          for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
            info.getPatternValues().stream().filter(path -> !path.startsWith(ERROR)).forEach(path -> endpoints.add(method + " " + path));
          }
        }));
    assertThat(endpoints).hasSizeGreaterThan(10);
    return endpoints;
  }

  /** With ids that do not exist and a body that nobody can read: rights come first. */
  private static Http.Answer call(Visitor visitor, String endpoint) {
    String[] parts = endpoint.split(" ", 2);
    return visitor.send(parts[0], concrete(parts[1]), parts[0].equals("GET") ? null : "[not json");
  }

  private static String concrete(String path) {
    return path.replaceAll("\\{[^}]+}", "999999999").replace("**", "x");
  }
}
