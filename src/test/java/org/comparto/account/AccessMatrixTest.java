package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.account.Expectations.Line;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every role × every endpoint that Spring knows × own and foreign territory, held against a table written by hand. Whoever may not is told
 * so before anybody looks at ids or bodies, changes nothing by trying, and sees nothing of other territories.
 */
@IntegrationTest
class AccessMatrixTest {

  private static final String MARK = "belongs elsewhere";
  /** Counters, what is noted of the attempts themselves, and what goes on by itself. */
  private static final Set<String> CHANGING = Set.of("spring_session", "spring_session_attributes", "login_attempt", "source_attempt", "audit_entry",
      "scheduled_tasks", "plot_adjacency", "plot_adjacency_due", "saved_search_look", "usage_count", "access_time", "access_graph", "access_pass",
      "access_former", "layer_change", "layer_revision", "spatial_ref_sys");

  /** @param own in the territory of the bound accounts @param foreign in another */
  private record Ids(long own, long foreign) {}

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient db;
  private final Map<String, Ids> records = new HashMap<>();
  private People people;
  private String here;
  private String there;

  @BeforeEach
  void somethingInTwoTerritories() {
    people = new People(db, port);
    nothingStays();
    List<String> territories = db.sql("""
        SELECT territory_code FROM bottleneck WHERE publication_status = 'published' AND territory_code IN (SELECT territory_code FROM plot)
        GROUP BY territory_code ORDER BY territory_code LIMIT 2""").query(String.class).list();
    here = territories.get(0);
    there = territories.get(1);
    for (String layer : List.of("plot", "bottleneck", "company")) {
      records.put(layer, new Ids(first(layer, here), first(layer, there)));
    }
    records.put("inquiry", new Ids(inquiry(here, "ours"), inquiry(there, MARK)));
    records.put("report", new Ids(report(here, "ours"), report(there, MARK)));
    records.put("proposal", new Ids(proposal(here, "ours"), proposal(there, MARK)));
    records.put("offer", new Ids(offer(here, "ours"), offer(there, MARK)));
    records.put("question", new Ids(question(here, "ours"), question(there, MARK)));
    records.put("community", new Ids(community(here, "ours"), community(there, MARK)));
    records.put("campaign", new Ids(campaign(here, "ours"), campaign(there, MARK)));
    records.put("survey_campaign", new Ids(surveys(here, "ours"), surveys(there, MARK)));
    records.put("survey", new Ids(survey("survey_campaign", true), survey("survey_campaign", false)));
    records.put("load", new Ids(load(here, "ours"), load(there, MARK)));
  }

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM inquiry WHERE ticket LIKE '1999-%'").update();
    db.sql("DELETE FROM bottleneck_report WHERE ticket LIKE 'S-1999-%'").update();
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version")) {
      db.sql("DELETE FROM " + table + " WHERE proposal_id IN (SELECT id FROM proposal WHERE author IN ('test-local-desk', 'test-somebody'))").update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    db.sql("DELETE FROM proposal WHERE author IN ('test-local-desk', 'test-somebody')").update();
    db.sql("DELETE FROM plot_offer WHERE ticket LIKE 'O-1999-%'").update();
    db.sql("DELETE FROM owner_letter WHERE asked_by = 'test-matrix'").update();
    db.sql("DELETE FROM survey WHERE created_by = 'test-matrix'").update();
    db.sql("DELETE FROM survey_campaign WHERE created_by = 'test-matrix'").update();
    db.sql("DELETE FROM load WHERE author = 'test-matrix'").update();
    db.sql("DELETE FROM visit_campaign WHERE owner_name = 'test-matrix'").update();
    db.sql("DELETE FROM energy_community WHERE owner_name = 'test-matrix'").update();
    new People(db, port).remove();
  }

  @Test
  void everyEndpointIsInTheTableAndTheTableNamesNothingElse() {
    Set<String> expected = new TreeSet<>(Expectations.NOT_PUBLIC.keySet());
    expected.addAll(EveryEndpointHasARuleTest.PUBLIC);
    Set<String> unexpected = EveryEndpointHasARuleTest.endpoints(context);
    Set<String> gone = new TreeSet<>(expected);
    gone.removeAll(unexpected);
    unexpected.removeAll(expected);
    assertThat(unexpected).as("endpoints that nobody has said who may call").isEmpty();
    assertThat(gone).as("expectations of endpoints that are gone").isEmpty();
  }

  @Test
  void everyRoleGetsWhereTheTableSaysAndNowhereElse() {
    Map<String, Visitor> visitors = new LinkedHashMap<>();
    visitors.put("anonymous", Visitor.anonymous(port));
    Expectations.ROLES.stream().sorted().forEach(role -> visitors.put(role, people.signIn(role)));
    List<String> wrong = new ArrayList<>();
    String before = everything();
    Expectations.NOT_PUBLIC.forEach((endpoint, line) -> visitors.forEach((role, visitor) -> {
      if (!line.may().contains(role)) {
        boolean perhaps = line.perhaps().contains(role);
        for (String body : new String[] {"[not json", line.body()}) {
          Http.Answer answer = call(visitor, endpoint, "999999999", body);
          int expected = role.equals("anonymous") ? 401 : 403;
          if (perhaps ? answer.status() >= 500 || answer.status() == 401 : answer.status() != expected || line.record() != null && answer.text().contains(MARK)) {
            wrong.add(role + " " + endpoint + " answers " + answer.status() + " " + answer.text());
          }
        }
      }
    }));
    assertThat(everything()).as("what refused calls have left").isEqualTo(before);
    Expectations.NOT_PUBLIC.forEach((endpoint, line) -> line.may().forEach(role -> {
      Visitor visitor = endpoint.equals("DELETE /api/session") ? people.signIn(role) : visitors.get(role);
      Http.Answer answer = call(visitor, endpoint, "999999999", "[not json");
      if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
        wrong.add(role + " " + endpoint + " answers " + answer.status() + " " + answer.text());
      }
    }));
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyReachesIntoAnotherTerritory() {
    Map<String, Visitor> bound = new LinkedHashMap<>();
    Expectations.ROLES.stream().sorted().forEach(role -> {
      people.make("test-local-" + role, role, here);
      bound.put(role, Visitor.signedIn(port, "test-local-" + role, People.PASSWORD));
    });
    List<String> wrong = new ArrayList<>();
    String before = everything();
    Expectations.NOT_PUBLIC.forEach((endpoint, line) -> {
      if (line.record() == null) {
        return;
      }
      bound.forEach((role, visitor) -> {
        Http.Answer answer = call(visitor, endpoint, String.valueOf(records.get(line.record()).foreign()), line.body());
        boolean isOne = endpoint.contains("{");
        boolean refused = answer.status() == 403 || answer.status() == 404;
        boolean kept = isOne || !line.may().contains(role) ? refused : answer.status() == 200;
        if (!kept || answer.text().contains(MARK)) {
          wrong.add("foreign: " + role + " " + endpoint + " answers " + answer.status() + " " + answer.text());
        }
      });
    });
    assertThat(everything()).as("what refused calls have left").isEqualTo(before);
    assertThat(wrong).isEmpty();
  }

  /** So that the refusals above come of the territory and of nothing else. Nothing is changed: the versions named are old. */
  @Test
  void inItsOwnTerritoryWhoMayDoes() {
    people.make("test-local-desk", "desk", here);
    Visitor desk = Visitor.signedIn(port, "test-local-desk", People.PASSWORD);
    List<String> wrong = new ArrayList<>();
    Expectations.NOT_PUBLIC.forEach((endpoint, line) -> {
      if (line.record() != null && line.may().contains("desk")) {
        Http.Answer answer = call(desk, endpoint, String.valueOf(records.get(line.record()).own()), line.body());
        boolean hasNone = endpoint.matches(".*/(photo|resolution|restore)") && answer.status() == 404; // what is asked of it, not it
        if (!hasNone && List.of(401, 403, 404, 500).contains(answer.status())) {
          wrong.add("own: " + endpoint + " answers " + answer.status() + " " + answer.text());
        }
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoActsInOneLayerChangesNoOther() {
    people.make("test-layers", "desk", null);
    db.sql("UPDATE account SET layers = ARRAY['gateway'] WHERE username = 'test-layers'").update();
    Visitor desk = Visitor.signedIn(port, "test-layers", People.PASSWORD);
    String before = everything();
    for (String endpoint : List.of("PUT /ogc/collections/{collectionId}/items/{featureId}", "PATCH /ogc/collections/{collectionId}/items/{featureId}",
        "DELETE /ogc/collections/{collectionId}/items/{featureId}", "PUT /api/bottlenecks/{id}/road", "DELETE /api/bottlenecks/{id}/road",
        "POST /api/bottlenecks/reports/{report}/decision")) {
      Line line = Expectations.NOT_PUBLIC.get(endpoint);
      assertThat(call(desk, endpoint, String.valueOf(records.get(line.record()).own()), line.body()).problem()).as(endpoint).isEqualTo("forbidden-layer");
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void noTokenDoesWhatHasToBeDoneInPerson() {
    String token = people.token("admin", "read", "propose", "review", "write", "load", "audit", "admin");
    Expectations.NOT_PUBLIC.forEach((endpoint, line) -> {
      if (Expectations.IN_PERSON.contains(endpoint)) {
        String[] parts = endpoint.split(" ", 2);
        assertThat(Http.send(port, parts[0], parts[1].replaceAll("\\{[^}]+}", "999999999"), "{}", "Authorization", "Bearer " + token).problem())
            .as(endpoint).isEqualTo("forbidden");
      }
    });
  }

  @Test
  void noSessionWritesWithoutItsCsrfToken() {
    Visitor admin = people.signIn("admin").withoutCsrf();
    String before = everything();
    Set<String> writing = new TreeSet<>(EveryEndpointHasARuleTest.endpoints(context));
    writing.removeIf(endpoint -> endpoint.matches("(GET|OPTIONS) .*") || endpoint.equals("POST /api/session"));
    assertThat(writing).hasSizeGreaterThan(40);
    writing.forEach(endpoint -> assertThat(call(admin, endpoint, "999999999", "[not json").problem()).as(endpoint).isEqualTo("csrf"));
    assertThat(everything()).isEqualTo(before);
  }

  /** As a client would: with the version of a long time ago, so that nothing is changed by who may. */
  private static Http.Answer call(Visitor visitor, String endpoint, String id, @Nullable String body) {
    String[] parts = endpoint.split(" ", 2);
    String path = parts[1].replace("{collectionId}", "plot").replace("{layer}", "plot").replaceAll("\\{[^}]+}", id).replace("**", "x");
    boolean sends = !parts[0].equals("GET") && body != null;
    if (parts[0].equals("GET")) {
      return visitor.get(body == null || body.startsWith("[") ? path : path + "?" + body);
    }
    if (sends && parts[1].startsWith("/ogc/") && body.startsWith("{")) {
      return visitor.sendAs(parts[0], path, body, parts[0].equals("PATCH") ? "application/merge-patch+json" : "application/geo+json", "If-Match", "\"0\"");
    }
    return visitor.send(parts[0], path, sends ? body : null, "If-Match", "\"77\"");
  }

  /** A number for every table but those that count by themselves: rows and what stands in them. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    db.sql("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname").query(String.class).list().stream()
        .filter(table -> !CHANGING.contains(table)).forEach(table -> all.append(table).append(' ').append(db.sql(
            "SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM " + table).query(String.class).single()).append('\n'));
    return all.toString();
  }

  private long first(String layer, String territory) {
    return db.sql("SELECT min(id) FROM " + layer + " WHERE publication_status = 'published' AND territory_code = :territory").param("territory", territory)
        .query(Long.class).single();
  }

  private long inquiry(String territory, String organisation) {
    return db.sql("""
        INSERT INTO inquiry (id, ticket, state, territories, language, organisation, contact_name, email, area_m2, consent_version)
        SELECT n, '1999-' || lpad(n::text, 6, '0'), 'new', ARRAY[:territory], 'it', :organisation, 'Anna', 'anna@example.org', 1000, 'test'
        FROM nextval('inquiry_number') AS n RETURNING id""").param("territory", territory).param("organisation", organisation).query(Long.class).single();
  }

  private long report(String territory, String name) {
    return db.sql("""
        INSERT INTO bottleneck_report (id, ticket, state, bottleneck_id, territory_code, language, contact_name, consent_version)
        SELECT n, 'S-1999-' || lpad(n::text, 6, '0'), 'new', (SELECT min(id) FROM bottleneck WHERE territory_code = :territory), :territory, 'it', :name, 'test'
        FROM nextval('bottleneck_report_number') AS n RETURNING id""").param("territory", territory).param("name", name).query(Long.class).single();
  }

  /** Of the desk here, and of somebody else there. */
  private long proposal(String territory, String title) {
    return db.sql("""
        WITH made AS (
          INSERT INTO proposal (layer_id, kind, author, writers, territory_code, title, properties, updated_by)
          VALUES ('plot', 'create', :author, ARRAY[:author], :territory, :title, jsonb_build_object('name', :title), :author) RETURNING *),
        version AS (
          INSERT INTO proposal_version (proposal_id, version, author, properties) SELECT id, 1, author, properties FROM made),
        step AS (
          INSERT INTO proposal_step (proposal_id, version, who, step, state) SELECT id, 1, author, 'create', 'draft' FROM made)
        SELECT id FROM made""")
        .param("author", territory.equals(here) ? "test-local-desk" : "test-somebody").param("territory", territory).param("title", title)
        .query(Long.class).single();
  }

  private long offer(String territory, String name) {
    return db.sql("""
        INSERT INTO plot_offer (id, ticket, state, territory_code, language, offered_by, contact_name, consent_version, properties)
        SELECT n, 'O-1999-' || lpad(n::text, 6, '0'), 'received', :territory, 'it', 'owner', :name, 'test', '{}'
        FROM nextval('plot_offer_number') AS n RETURNING id""").param("territory", territory).param("name", name).query(Long.class).single();
  }

  private long question(String territory, String code) {
    return db.sql("""
        WITH letter AS (INSERT INTO owner_letter (language, asked_by, expires_at) VALUES ('it', 'test-matrix', now() + interval '1 day') RETURNING id)
        INSERT INTO owner_question (letter_id, plot_id, plot_code, territory_code) SELECT id, 0, :code, :territory FROM letter RETURNING id""")
        .param("territory", territory).param("code", code).query(Long.class).single();
  }

  private long community(String territory, String name) {
    return db.sql("INSERT INTO energy_community (territory_code, name, owner_name, document) VALUES (:territory, :name, 'test-matrix', '{}') RETURNING id")
        .param("territory", territory).param("name", name).query(Long.class).single();
  }

  private long campaign(String territory, String name) {
    return db.sql("INSERT INTO visit_campaign (territory_code, name, owner_name, document) VALUES (:territory, :name, 'test-matrix', '{}') RETURNING id")
        .param("territory", territory).param("name", name).query(Long.class).single();
  }

  private long surveys(String territory, String name) {
    return db.sql("INSERT INTO survey_campaign (name, territory_code, groups, intake, language, expires_at, created_by)"
        + " VALUES (:name, :territory, '{identity}', 'review', 'it', now() + interval '1 day', 'test-matrix') RETURNING id")
        .param("name", name).param("territory", territory).query(Long.class).single();
  }

  private long survey(String campaigns, boolean own) {
    Ids company = records.get("company");
    return db.sql("INSERT INTO survey (campaign_id, company_id, way, created_by) VALUES (:campaign, :company, 'link', 'test-matrix') RETURNING id")
        .param("campaign", own ? records.get(campaigns).own() : records.get(campaigns).foreign()).param("company", own ? company.own() : company.foreign())
        .query(Long.class).single();
  }

  private long load(String territory, String file) {
    return db.sql("""
        INSERT INTO load (file_name, file_sha256, file_bytes, author, territory, state) VALUES (:file, '', 1, 'test-matrix', :territory, 'discarded') RETURNING id""")
        .param("file", file).param("territory", territory).query(Long.class).single();
  }
}
