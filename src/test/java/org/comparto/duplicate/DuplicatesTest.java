package org.comparto.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Companies that are kept twice are found, become one and, where that was wrong, two again. */
@IntegrationTest
class DuplicatesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Pairs pairs;
  People people;
  String desk;

  @BeforeEach
  void aDesk() {
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "write");
  }

  @AfterEach
  void asItWas() {
    db.sql("DELETE FROM company_merge").update();
    db.sql("DELETE FROM company_distinct").update();
    for (String table : List.of("tour WHERE name = 'DUP'", "visit_campaign WHERE name = 'DUP'", "theme_route WHERE author_name = 'DUP'", "company_network WHERE name LIKE 'DUP%'",
        "invitation WHERE host_name = 'DUP'", "survey WHERE created_by = 'DUP'", "survey_campaign WHERE name = 'DUP'")) {
      db.sql("DELETE FROM " + table).update();
    }
    Committed.write(transactions, db.sql("UPDATE company SET headquarters_id = NULL WHERE headquarters_id IN (SELECT id FROM company WHERE code LIKE 'DUP-%')"));
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code LIKE 'DUP-%'"));
    people.remove();
  }

  /** Every seventh firm of the demonstration written down a second time, as two people would; docs/census.md has the figures. */
  @Test
  void findsPlantedDuplicatesAndFewOthers() {
    Committed.write(transactions, db.sql("""
        INSERT INTO company (code, name, territory_code, municipality_code, address, email, geom)
        SELECT 'DUP-' || id,
          CASE n % 4 WHEN 0 THEN upper(name) WHEN 1 THEN regexp_replace(name, '( S\\.?r\\.?l\\.?| S\\.?p\\.?A\\.?)?$', ' srl') WHEN 2 THEN overlay(name placing '' from 4 for 1)
            ELSE 'Ditta ' || name || ' & C.' END,
          territory_code, municipality_code, CASE WHEN n % 3 = 0 THEN upper(address) END, CASE WHEN n % 5 = 0 THEN email END,
          ST_Translate(geom, 0.0008 * (n % 3 - 1), 0.0005 * (n % 2))
        FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM company WHERE demonstration) AS c WHERE n % 7 = 0"""));
    List<String> planted = db.sql("SELECT code FROM company WHERE code LIKE 'DUP-%'").query(String.class).list();
    List<Pairs.Pair> found = pairs.find(null, Likeness.LEAST);
    Set<String> right = new HashSet<>();
    for (Pairs.Pair pair : found) {
      if (pair.second().code().equals("DUP-" + pair.first().id())) {
        right.add(pair.second().code());
      }
    }
    assertThat((double) right.size() / planted.size()).as("recall").isGreaterThanOrEqualTo(0.9);
    assertThat((double) right.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void whoTypesACompanyThatIsThereAlreadyIsTold() {
    long there = put("DUP-A", "Officine Rossi S.r.l.", "{}", "01234567890", "059 111222");
    Committed.write(transactions, db.sql("UPDATE company SET address = 'Via Po, 7' WHERE id = " + there));
    assertThat(alike("{\"name\": \"officine rosi\"}").findValuesAsString("kind")).containsExactly("name");
    assertThat(alike("{\"vatNumber\": \"IT 01234567890\"}").findValuesAsString("kind")).containsExactly("tax_code");
    assertThat(alike("{\"name\": \"Rossi Officine\", \"phone\": \"+39 059 111 222\", \"address\": \"via Po 7\"}").findValuesAsString("kind")).contains("phone", "address");
    assertThat(alike("{\"name\": \"Officine Rossi\", \"vatNumber\": \"09876543210\"}").path("id").isMissingNode()).as("two numbers are two companies").isTrue();
    String far = "{\"name\": \"Tutt'altro nome\", \"address\": \"Via Po, 7\", \"lon\": 7.6, \"lat\": 45.07}";
    assertThat(alike(far).path("id").isMissingNode()).as("the same street of another town").isTrue();
    assertThat(send("POST", "/api/census/duplicates/alike", "{\"lon\": 7.6}").status()).isEqualTo(400);
  }

  /** The likeliest company, if it is one of this test. */
  private JsonNode alike(String typed) {
    Http.Answer found = send("POST", "/api/census/duplicates/alike", typed);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found.json().path("companies").valueStream().filter(one -> one.path("code").asString().startsWith("DUP-")).findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }

  @Test
  void mergesTwoIntoOneAndPartsThemAgain() {
    long keep = put("DUP-A", "Officine Rossi S.r.l.", "{identity}", "01234567890", null);
    long gone = put("DUP-B", "OFFICINE ROSSI SRL", "{identity,size}", "01234567890", "059 111222");
    long unit = put("DUP-C", "Officine Rossi, magazzino", "{}", null, null);
    Committed.write(transactions, db.sql("UPDATE company SET headquarters_id = " + gone + " WHERE id = " + unit));
    Committed.write(transactions, db.sql("INSERT INTO company_consent (company_id, field_group, granted, stated_by, stated_on, way) VALUES (" + keep
        + ", 'identity', true, 'Anna', '2026-01-01', 'desk'), (" + gone + ", 'size', true, 'Ugo', '2026-02-01', 'desk'), (" + gone + ", 'identity', true, 'Ugo', '2026-02-01', 'desk')"));
    JsonNode listed = send("GET", "/api/census/duplicates?least=60", null).json();
    assertThat(listed.path("pairs").get(0).path("first").path("id").asLong()).isEqualTo(keep);
    assertThat(listed.path("pairs").get(0).path("reasons").findValuesAsString("kind")).contains("tax_code", "name");

    Http.Answer merged = send("POST", "/api/census/duplicates/merges", "{\"keep\": %d, \"keepVersion\": %d, \"gone\": %d, \"goneVersion\": %d, \"take\": [\"phone\"]}"
        .formatted(keep, version(keep), gone, version(gone)));
    assertThat(merged.status()).as(merged.text()).isEqualTo(201);
    JsonNode one = send("GET", "/api/census/companies/" + keep, null).json();
    assertThat(one.path("properties").path("phone").asString()).isEqualTo("059 111222");
    assertThat(one.path("mergedFrom").get(0).asLong()).isEqualTo(gone);
    assertThat(one.path("consents").toString()).as("what either has consented to").isEqualTo("[\"identity\",\"size\"]");
    assertThat(one.path("units").get(0).path("id").asLong()).as("its local unit is theirs now").isEqualTo(unit);
    assertThat(one.path("evidence")).hasSize(3);
    assertThat(send("GET", "/api/census/companies/" + gone, null).json().path("mergedInto").asLong()).isEqualTo(keep);
    Http.Answer moved = Http.get(port, "/ogc/collections/company/items/" + gone);
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.header("Location")).isEqualTo("/ogc/collections/company/items/" + keep);
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'company' AND feature_id = :id").param("id", gone).query(Long.class).single())
        .as("its history is kept").isPositive();

    assertThat(send("POST", "/api/census/duplicates/merges/" + merged.json().path("merge").asLong() + "/undoing", null).status()).isEqualTo(204);
    assertThat(send("GET", "/api/census/companies/" + keep, null).json().path("properties").path("phone").isNull()).isTrue();
    assertThat(send("GET", "/api/census/companies/" + keep, null).json().path("consents").toString()).isEqualTo("[\"identity\"]");
    JsonNode back = send("GET", "/api/census/companies/" + gone, null).json();
    assertThat(back.path("consents").toString()).isEqualTo("[\"identity\",\"size\"]");
    assertThat(back.path("evidence")).hasSize(2);
    assertThat(back.path("units").get(0).path("id").asLong()).isEqualTo(unit);
    assertThat(Http.get(port, "/ogc/collections/company/items/" + gone).status()).isEqualTo(200);
  }

  @Test
  void whateverNamesACompanyFollowsItAndComesBack() {
    long keep = put("DUP-A", "Officine Rossi S.r.l.", "{identity,visit}", "01234567890", null);
    Committed.write(transactions, db.sql("UPDATE company SET visitable = 'by_appointment' WHERE id = " + keep));
    long gone = put("DUP-B", "OFFICINE ROSSI SRL", "{identity}", "01234567890", null);
    long tour = id("INSERT INTO tour (name, language, state, question, plan, groups, stops, key_hash) VALUES ('DUP', 'it', 'draft', '{\"stops\": [{\"id\": \"GONE\", \"must\": true},"
        + " {\"id\": KEEP}, {\"id\": \"7\", \"point\": [10, 45]}]}', '{\"itineraries\": [{\"stops\": [{\"id\": \"GONE\", \"host\": GONE}]}], \"dropped\": [{\"id\": \"KEEP\","
        + " \"host\": KEEP}]}', 1, 1, '\\\\x01') RETURNING id", keep, gone);
    long campaign = id("INSERT INTO visit_campaign (territory_code, name, owner_name, document, search) VALUES ('cremona', 'DUP', 'DUP', '{\"hosts\": [{\"id\": \"H1\", \"census\": GONE}],"
        + " \"groups\": [{\"id\": \"A\", \"preferences\": [\"GONE\", \"metal\"]}]}', '{\"documentVersion\": 1}') RETURNING id", keep, gone);
    long theme = id("INSERT INTO theme_route (document, published, author_name) VALUES ('{\"stops\": [{\"host\": GONE, \"name\": {\"it\": \"Una\"}}, {\"host\": KEEP, \"name\":"
        + " {\"it\": \"Altra\"}}]}', '{\"stops\": [{\"host\": GONE, \"name\": {\"it\": \"Una\"}}]}', 'DUP') RETURNING id", keep, gone);
    long booked = id("INSERT INTO invitation (host_id, host_layer, host_name, about, state, visit_date, starts, ends, people, language, host_language, expires_at) VALUES (GONE, 'company',"
        + " 'DUP', 'tour:1', 'accepted', current_date + 40, 540, 600, 20, 'it', 'it', now() + interval '9 days') RETURNING id", keep, gone);
    long alone = id("INSERT INTO company_network (territory_code, name, kind, updated_by) VALUES ('cremona', 'DUP 1', 'cluster', 'DUP') RETURNING id", keep, gone);
    long both = id("INSERT INTO company_network (territory_code, name, kind, updated_by) VALUES ('cremona', 'DUP 2', 'cluster', 'DUP') RETURNING id", keep, gone);
    db.sql("INSERT INTO company_network_member (network_id, company_id, role, joined_on, left_on) VALUES (:alone, :gone, 'lead', '2020-01-01', NULL),"
        + " (:both, :gone, 'lead', '2019-01-01', '2021-01-01'), (:both, :keep, 'member', '2020-06-01', NULL)").param("alone", alone).param("both", both).param("gone", gone)
        .param("keep", keep).update();
    long asked = id("INSERT INTO survey_campaign (name, groups, intake, language, expires_at, created_by) VALUES ('DUP', '{identity}', 'direct', 'it', now() + interval '9 days', 'DUP')"
        + " RETURNING id", keep, gone);
    long begun = id("INSERT INTO survey (campaign_id, company_id, way, state, created_by) VALUES (" + asked + ", GONE, 'link', 'begun', 'DUP') RETURNING id", keep, gone);
    long sent = id("INSERT INTO survey (campaign_id, company_id, way, state, created_by) VALUES (" + asked + ", KEEP, 'link', 'sent', 'DUP') RETURNING id", keep, gone);
    String before = state(tour, campaign, theme);

    long merge = merged(keep, gone);

    assertThat(text("SELECT jsonb_path_query_array(question, '$.stops[*].host')::text FROM tour WHERE id = " + tour)).isEqualTo("[" + keep + "]");
    assertThat(text("SELECT question -> 'stops' -> 0 ->> 'id' FROM tour WHERE id = " + tour)).as("orders and calendars know a stop by its id").isEqualTo(String.valueOf(gone));
    assertThat(text("SELECT plan -> 'itineraries' -> 0 -> 'stops' -> 0 ->> 'host' FROM tour WHERE id = " + tour)).isEqualTo(String.valueOf(keep));
    assertThat(text("SELECT document -> 'hosts' -> 0 ->> 'census' FROM visit_campaign WHERE id = " + campaign)).isEqualTo(String.valueOf(keep));
    assertThat(text("SELECT document -> 'groups' -> 0 -> 'preferences' ->> 0 FROM visit_campaign WHERE id = " + campaign)).isEqualTo(String.valueOf(keep));
    assertThat(text("SELECT (search ->> 'documentVersion')::integer = version FROM visit_campaign WHERE id = " + campaign)).as("still what was solved").isEqualTo("t");
    assertThat(text("SELECT jsonb_path_query_array(document, '$.stops[*].host')::text || jsonb_path_query_array(published, '$.stops[*].host')::text FROM theme_route WHERE id = " + theme))
        .isEqualTo("[%d, %d][%d]".formatted(keep, keep, keep));
    assertThat(text("SELECT host_id FROM invitation WHERE id = " + booked)).isEqualTo(String.valueOf(keep));
    assertThat(member(alone)).isEqualTo(keep + " lead 2020-01-01 ");
    assertThat(member(both)).as("the longer time, and who led still does").isEqualTo(keep + " lead 2019-01-01 ");
    assertThat(text("SELECT company_id || state FROM survey WHERE id = " + begun)).isEqualTo(keep + "begun");
    assertThat(text("SELECT company_id || state FROM survey WHERE id = " + sent)).as("nobody is asked twice").isEqualTo(keep + "revoked");

    assertThat(Http.get(port, "/api/hosts/" + gone).header("Location")).isEqualTo("/api/hosts/" + keep);
    Http.Answer planned = Http.send(port, "POST", "/api/tours/plan?lang=en", "{\"date\": \"%s\", \"start\": \"10.002,45.1\", \"iterations\": 1, \"stops\": [{\"id\": %d}]}"
        .formatted(LocalDate.now().plusDays(40), gone));
    assertThat(planned.status()).as("whoever kept the former number plans on: " + planned.text()).isEqualTo(200);
    assertThat(planned.text()).contains("\"host\":" + keep);

    assertThat(send("POST", "/api/census/duplicates/merges/" + merge + "/undoing", null).status()).isEqualTo(204);

    assertThat(state(tour, campaign, theme)).isEqualTo(before);
    assertThat(text("SELECT host_id FROM invitation WHERE id = " + booked)).isEqualTo(String.valueOf(gone));
    assertThat(member(alone)).isEqualTo(gone + " lead 2020-01-01 ");
    assertThat(member(both)).isEqualTo(keep + " member 2020-06-01 ;" + gone + " lead 2019-01-01 2021-01-01");
    assertThat(text("SELECT company_id || state FROM survey WHERE id = " + begun)).isEqualTo(gone + "begun");
    assertThat(text("SELECT company_id || state FROM survey WHERE id = " + sent)).isEqualTo(keep + "sent");
  }

  @Test
  void companiesThatArePromisedAtTheSameTimeDoNotBecomeOneBeforeThatIsSettled() {
    long keep = put("DUP-A", "Officine Rossi S.r.l.", "{identity}", "01234567890", null);
    long gone = put("DUP-B", "OFFICINE ROSSI SRL", "{identity}", "01234567890", null);
    String book = "INSERT INTO invitation (host_id, host_layer, host_name, about, state, visit_date, starts, ends, people, language, host_language, expires_at) VALUES (%s, 'company',"
        + " 'DUP', 'tour:%d', '%s', current_date + %d, %d, %d, 20, 'it', 'it', now() + interval '9 days') RETURNING id";
    id(book.formatted("KEEP", 1, "accepted", 40, 540, 600), keep, gone);
    long clash = id(book.formatted("GONE", 2, "proposed", 40, 570, 630), keep, gone);
    long other = id(book.formatted("GONE", 2, "declined", 40, 540, 600), keep, gone);
    id(book.formatted("KEEP", 3, "accepted", -40, 540, 600), keep, gone);
    long past = id(book.formatted("GONE", 4, "accepted", -40, 540, 600), keep, gone);

    Http.Answer refused = merging(keep, gone);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("booked-twice");
    assertThat(refused.json().path("visits").get(0).path("invitation").asLong()).isEqualTo(clash);
    assertThat(refused.json().path("detail").asString()).contains("from 09:30 to 10:30 for tour:2");
    assertThat(text("SELECT publication_status FROM company WHERE id = " + gone)).isEqualTo("published");

    db.sql("UPDATE invitation SET state = 'withdrawn' WHERE id = :clash").param("clash", clash).update();
    merged(keep, gone);
    assertThat(text("SELECT count(*) FROM invitation WHERE host_id = %d AND id IN (%d, %d, %d)".formatted(keep, clash, other, past))).as("all of them, what is over too").isEqualTo("3");
  }

  @Test
  void twoThatAreTwoAreNotShownAgain() {
    long one = put("DUP-A", "Tessitura Bianchi S.n.c.", "{}", null, "059 333444");
    long other = put("DUP-B", "Tessitura Bianchi", "{}", null, "059 333444");
    assertThat(pairs.find(null, 60)).anyMatch(pair -> pair.first().id() == one && pair.second().id() == other);
    assertThat(send("POST", "/api/census/duplicates/distinct", "{\"first\": %d, \"second\": %d, \"note\": \"padre e figlia\"}".formatted(other, one)).status()).isEqualTo(204);
    assertThat(pairs.find(null, 60)).noneMatch(pair -> pair.first().id() == one && pair.second().id() == other);
    assertThat(send("GET", "/api/census/duplicates/decided", null).json().path("distinct").get(0).path("note").asString()).isEqualTo("padre e figlia");
    assertThat(send("DELETE", "/api/census/duplicates/distinct/" + one + "/" + other, null).status()).isEqualTo(204);
    assertThat(pairs.find(null, 60)).anyMatch(pair -> pair.first().id() == one && pair.second().id() == other);
  }

  private long put(String code, String name, String consents, @Nullable String vat, @Nullable String phone) {
    Committed.write(transactions, db.sql("""
        INSERT INTO company (code, name, territory_code, municipality_code, consented_groups, vat_number, phone, employees, geom)
        SELECT :code, :name, territory_code, municipality_code, CAST(:consents AS text[]), :vat, :phone, 7, geom FROM company WHERE demonstration ORDER BY id LIMIT 1""")
        .param("code", code).param("name", name).param("consents", consents).param("vat", vat).param("phone", phone));
    return db.sql("SELECT id FROM company WHERE code = :code").param("code", code).query(Long.class).single();
  }

  private long id(String insert, long keep, long gone) {
    return db.sql(insert.replace("KEEP", String.valueOf(keep)).replace("GONE", String.valueOf(gone))).query(Long.class).single();
  }

  private String text(String question) {
    return db.sql(question).query((row, n) -> row.getString(1)).single();
  }

  private String state(long tour, long campaign, long theme) {
    return text("SELECT question::text || plan::text FROM tour WHERE id = " + tour) + text("SELECT document::text FROM visit_campaign WHERE id = " + campaign)
        + text("SELECT document::text || published::text FROM theme_route WHERE id = " + theme);
  }

  private String member(long network) {
    return text("SELECT string_agg(company_id || ' ' || role || ' ' || coalesce(joined_on::text, '') || ' ' || coalesce(left_on::text, ''), ';' ORDER BY company_id)"
        + " FROM company_network_member WHERE network_id = " + network);
  }

  private long merged(long keep, long gone) {
    Http.Answer merged = merging(keep, gone);
    assertThat(merged.status()).as(merged.text()).isEqualTo(201);
    return merged.json().path("merge").asLong();
  }

  private Http.Answer merging(long keep, long gone) {
    return send("POST", "/api/census/duplicates/merges", "{\"keep\": %d, \"keepVersion\": %d, \"gone\": %d, \"goneVersion\": %d}".formatted(keep, version(keep), gone, version(gone)));
  }

  private int version(long id) {
    return db.sql("SELECT version FROM company WHERE id = :id").param("id", id).query(Integer.class).single();
  }

  private Http.Answer send(String method, String path, @Nullable String json) {
    return Http.send(port, method, path, json, "Authorization", "Bearer " + desk);
  }
}
