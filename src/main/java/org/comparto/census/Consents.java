package org.comparto.census;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What companies let us publish, and the evidence for it. */
@Component
public class Consents {

  /** The groups of a company's fields, in the order of its page. */
  public static final List<String> GROUPS = List.of("identity", "activity", "size", "innovation", "certification", "welfare", "energy", "visit", "contact");

  /** A statement as it is kept. */
  public record Evidence(String group, boolean granted, String statedBy, LocalDate statedOn, Instant statedAt, String way, @Nullable String textVersion,
      @Nullable String recordedBy) {}

  private final CompanyRepository companies;
  private final EntityManager entities;
  private final JdbcClient db;
  private final Audit audit;

  Consents(CompanyRepository companies, EntityManager entities, JdbcClient db, Audit audit) {
    this.companies = companies;
    this.entities = entities;
    this.db = db;
    this.audit = audit;
  }

  /** @throws InvalidInputException if there is no such group */
  public static String group(String parameter, @Nullable String group) {
    if (group == null || !GROUPS.contains(group)) {
      throw new InvalidInputException(parameter, parameter + " must be one of " + String.join(", ", GROUPS));
    }
    return group;
  }

  /** Takes statements in, as part of the change that the caller has begun; they hold from its commit on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void state(long id, List<Statement> statements, String author) {
    if (statements.isEmpty()) {
      return;
    }
    Company company = companies.findById(id).orElseThrow(() -> new NotFoundException("company", "There is no company " + id + "."));
    statements.forEach(company::state);
    entities.flush();
    entities.clear(); // others write the same row in SQL
    statements.forEach(one -> audit.note(author, AuditAction.CONSENT_STATED, "company:" + id, one.group() + (one.granted() ? ": given" : ": withdrawn")));
  }

  /** The groups that are public now. */
  public List<String> given(long id) {
    return List.of(db.sql("SELECT consented_groups FROM company WHERE id = :id").param("id", id).query((row, n) -> (String[]) row.getArray(1).getArray()).single());
  }

  /** All that was ever stated, the newest first. */
  public List<Evidence> evidence(long id) {
    return db.sql("""
        SELECT field_group AS "group", granted, stated_by, stated_on, stated_at, way, text_version, recorded_by
        FROM company_consent WHERE company_id = :id ORDER BY stated_on DESC, id DESC""").param("id", id).query(Evidence.class).list();
  }
}
