package org.comparto.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Consent stands on the company's own row, so that every prepared copy of the row ages with it, and leaves evidence. */
@IntegrationTest
@Transactional
class CompanyConsentTest {

  private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);

  @Autowired CompanyRepository companies;
  @Autowired EntityManager entities;
  @Autowired JdbcClient db;
  private long id;

  @BeforeEach
  void companyThatConsentedToIdentityAndSize() {
    id = db.sql("""
        WITH home AS (
          INSERT INTO territory (code, territory_code, geom)
          VALUES ('TERRITORY-TEST', 'TERRITORY-TEST', ST_Multi(ST_MakeEnvelope(10, 45, 10.1, 45.1, 4326)))
          RETURNING code)
        INSERT INTO company (code, territory_code, consented_groups, geom)
        SELECT 'COMPANY-TEST', code, '{identity, size}', ST_Point(10.05, 45.05, 4326) FROM home RETURNING id""")
        .query(Long.class).single();
  }

  @Test
  void withdrawingChangesTheRowAndItsVersion() {
    company().state(statement("size", false, MARCH_2));
    saveAndForget();

    assertThat(company().consentedGroups()).containsExactly("identity");
    assertThat(company().version()).isEqualTo(1);
    assertThat(evidence()).containsExactly(
        Map.of("field_group", "size", "granted", false, "stated_by", "Anna Bianchi", "stated_on", java.sql.Date.valueOf(MARCH_2)));
  }

  @Test
  void grantingTwiceListsTheGroupOnceAndKeepsBothStatements() {
    company().state(statement("visit", true, MARCH_2));
    company().state(statement("visit", true, MARCH_2.plusDays(1)));
    saveAndForget();

    assertThat(company().consentedGroups()).containsExactly("identity", "size", "visit");
    assertThat(evidence()).hasSize(2);
  }

  @Test
  void knowsNoGroupButItsOwn() {
    assertThatThrownBy(() -> company().state(statement("turnover", true, MARCH_2))).hasMessageContaining("turnover");
  }

  private static Statement statement(String group, boolean granted, LocalDate on) {
    return new Statement(group, granted, "Anna Bianchi", on, "desk", null, "test-desk");
  }

  private Company company() {
    return companies.findById(id).orElseThrow();
  }

  private void saveAndForget() {
    entities.flush();
    entities.clear();
  }

  private List<Map<String, Object>> evidence() {
    return db.sql("SELECT field_group, granted, stated_by, stated_on FROM company_consent WHERE company_id = :id")
        .param("id", id).query().listOfRows();
  }
}
