package org.comparto.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

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

  private int version(long id) {
    return db.sql("SELECT version FROM company WHERE id = :id").param("id", id).query(Integer.class).single();
  }

  private Http.Answer send(String method, String path, @Nullable String json) {
    return Http.send(port, method, path, json, "Authorization", "Bearer " + desk);
  }
}
