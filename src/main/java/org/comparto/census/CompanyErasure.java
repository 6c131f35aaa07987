package org.comparto.census;

import java.util.List;
import java.util.stream.Collectors;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what is known of a company, now and in the past; that there was one of this code, in this municipality, stays for whoever refers to it. */
@Component
public class CompanyErasure {

  private static final String FORGET_HISTORY = Sql.load("census/forget-history.sql").text();
  private static final String FORGET_PROPOSALS = Sql.load("census/forget-proposals.sql").text();
  /** What a row can not do without. */
  private static final List<String> KEPT = List.of("code", "territory_code", "municipality_code", "source");

  /** Where a firm is may be where somebody lives. */
  private static final String ANYWHERE = "coalesce((SELECT ST_PointOnSurface(m.geom) FROM municipality AS m WHERE m.code = company.municipality_code), geom)";

  private final Companies companies;
  private final Changes changes;
  private final JdbcClient db;
  private final Audit audit;

  CompanyErasure(Companies companies, Changes changes, JdbcClient db, Audit audit) {
    this.companies = companies;
    this.changes = changes;
    this.db = db;
    this.audit = audit;
  }

  @Transactional
  public void erase(long id, String by) {
    List<String> names = companies.layer().fillableAttributes().stream().map(one -> one.name()).filter(name -> !KEPT.contains(name)).toList();
    changes.begin(Changes.Kind.EDIT, by, "erased on request");
    db.sql("UPDATE company SET " + names.stream().map(name -> Sql.quote(name) + " = NULL").collect(Collectors.joining(", "))
        + ", consented_groups = '{}', publication_status = 'retired', geom = " + ANYWHERE + " WHERE id = :id").param("id", id).update();
    String[] forgotten = names.toArray(String[]::new);
    db.sql(FORGET_HISTORY).param("id", id).param("names", forgotten).update();
    db.sql(FORGET_PROPOSALS).param("id", id).update();
    db.sql("UPDATE company_consent SET stated_by = '–' WHERE company_id = :id").param("id", id).update();
    db.sql("UPDATE survey SET draft = '{}', email = NULL, stated_by = NULL WHERE company_id = :id").param("id", id).update();
    db.sql("DELETE FROM survey_mail AS mail USING survey WHERE survey.id = mail.survey_id AND survey.company_id = :id").param("id", id).update();
    audit.note(by, AuditAction.PERSONAL_DATA_ERASED, "company:" + id, null);
  }
}
