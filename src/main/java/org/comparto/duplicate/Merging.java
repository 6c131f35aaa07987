package org.comparto.duplicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.census.Companies;
import org.comparto.census.Consents;
import org.comparto.database.Sql;
import org.comparto.editing.Authorship;
import org.comparto.editing.Edits;
import org.comparto.editing.Present;
import org.comparto.feature.Changes;
import org.comparto.layer.Attribute;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one company of two and, where that was wrong, two of one. Whoever referred to the one that is gone refers to the one that is kept; of
 * consent the newest statement of each group counts, whichever of the two made it.
 */
@Component
class Merging {

  private static final String GEOMETRY = "geometry";
  private static final String CONSENTS = Sql.load("duplicate/consents-by-evidence.sql").text();
  private static final String BACK = Sql.load("duplicate/consents-back.sql").text();
  private static final String MOVE_PROPOSALS = Sql.load("duplicate/move-proposals.sql").text();

  /**
   * What is to become one.
   *
   * @param take names of the attributes, or geometry, that come from the one that goes
   */
  record Wanted(@Nullable Long keep, @Nullable Integer keepVersion, @Nullable Long gone, @Nullable Integer goneVersion, @Nullable List<@Nullable String> take) {}

  private record Kept(long keptId, long goneId, String former, String taken, String moved, String followed) {}

  private final JdbcClient db;
  private final Companies companies;
  private final Consents consents;
  private final Edits edits;
  private final Changes changes;
  private final Audit audit;
  private final ObjectProvider<MergeFollower> followers;

  Merging(JdbcClient db, Companies companies, Consents consents, Edits edits, Changes changes, Audit audit, ObjectProvider<MergeFollower> followers) {
    this.db = db;
    this.companies = companies;
    this.consents = consents;
    this.edits = edits;
    this.changes = changes;
    this.audit = audit;
    this.followers = followers;
  }

  /**
   * @return the number of the merge, by which it is undone
   * @throws RefusedException 409 if something has to be settled first, 410 if one of them is merged already, 412 if one has another version by now
   */
  @Transactional
  public long merge(Wanted wanted, String by) {
    if (wanted.keep() == null || wanted.gone() == null || wanted.keepVersion() == null || wanted.goneVersion() == null || wanted.keep().equals(wanted.gone())) {
      throw new InvalidInputException("keep", "keep and gone must be two companies, with keepVersion and goneVersion as they were read");
    }
    long keep = wanted.keep();
    long gone = wanted.gone();
    db.sql("SELECT id FROM company WHERE id IN (:keep, :gone) ORDER BY id FOR UPDATE").param("keep", keep).param("gone", gone).query(Long.class).list();
    Present kept = companies.get(keep);
    Present going = companies.get(gone);
    requireVersion(kept, wanted.keepVersion(), "keepVersion");
    requireVersion(going, wanted.goneVersion(), "goneVersion");
    Set<String> take = takes(wanted);
    ObjectNode former = JsonMapper.shared().createObjectNode();
    ObjectNode taken = JsonMapper.shared().createObjectNode();
    for (String name : take) {
      former.set(name, name.equals(GEOMETRY) ? kept.geometry() : kept.properties().path(name));
      taken.set(name, name.equals(GEOMETRY) ? going.geometry() : going.properties().path(name));
    }
    ObjectNode values = taken.deepCopy();
    JsonNode shape = values.remove(GEOMETRY);
    String reason = "company " + gone + " (" + going.properties().path("code").asString("") + ") merged into " + keep;
    former.set("#consents", JsonMapper.shared().valueToTree(consents.given(keep)));
    List<String> goneConsents = consents.given(gone);
    long id = db.sql("INSERT INTO company_merge (kept_id, gone_id, former, taken, consents, merged_by) VALUES (:keep, :gone, CAST(:former AS jsonb), CAST(:taken AS jsonb),"
        + " :consents, :by) RETURNING id").param("keep", keep).param("gone", gone).param("former", former.toString()).param("taken", taken.toString())
        .param("consents", goneConsents.toArray(String[]::new)).param("by", by).query(Long.class).single();
    changes.begin(Changes.Kind.EDIT, by, reason);
    db.sql("UPDATE company SET headquarters_id = NULL WHERE id = :keep AND headquarters_id = :gone").param("keep", keep).param("gone", gone).update();
    companies.change(keep, version(keep), values, shape, new Authorship(by, null, reason));
    ObjectNode followed = JsonMapper.shared().createObjectNode();
    followers.orderedStream().forEach(follower -> followed.set(follower.name(), follower.follow(gone, keep)));
    String moved = db.sql("SELECT move_company_references(:gone, :keep)::text").param("gone", gone).param("keep", keep).query(String.class).single();
    db.sql("UPDATE company_merge SET moved = CAST(:moved AS jsonb), followed = CAST(:followed AS jsonb) WHERE id = :id").param("moved", moved)
        .param("followed", followed.toString()).param("id", id).update();
    db.sql(CONSENTS).param("keep", keep).update();
    db.sql("UPDATE company SET consented_groups = '{}', headquarters_id = NULL WHERE id = :gone").param("gone", gone).update();
    edits.retire(companies.layer(), gone, version(gone), new Authorship(by, null, reason));
    db.sql(MOVE_PROPOSALS).param("gone", gone).param("keep", keep).param("version", version(keep)).update();
    audit.note(by, AuditAction.COMPANIES_MERGED, "company:" + keep, "company:" + gone + ", merge " + id);
    return id;
  }

  /**
   * What the merge took from the other goes back, unless somebody has written it anew since; consent that was withdrawn since stays withdrawn.
   *
   * @param territory the only one in which the caller may do so
   * @throws RefusedException 409 if the company that was kept is itself gone into another
   */
  @Transactional
  public void undo(long merge, @Nullable String territory, String by) {
    Kept made = db.sql("SELECT m.kept_id, m.gone_id, m.former::text, m.taken::text, m.moved::text, m.followed::text FROM company_merge AS m JOIN company AS c ON c.id = m.kept_id"
        + " WHERE m.id = :id AND m.undone_at IS NULL AND (CAST(:territory AS text) IS NULL OR c.territory_code = :territory) FOR UPDATE OF m")
        .param("id", merge).param("territory", territory).query(Kept.class).optional()
        .orElseThrow(() -> new NotFoundException("id", "There is no merge " + merge + " that could be undone."));
    if (companies.mergedInto(made.keptId()).isPresent()) {
      throw RefusedException.conflict("merged-further", "The company " + made.keptId() + " has itself been merged into another; undo that first.", "id");
    }
    Present kept = companies.get(made.keptId());
    ObjectNode former = (ObjectNode) JsonMapper.shared().readTree(made.former());
    ObjectNode values = JsonMapper.shared().createObjectNode();
    JsonNode[] shape = new JsonNode[1];
    JsonMapper.shared().readTree(made.taken()).properties().forEach(one -> {
      boolean isShape = one.getKey().equals(GEOMETRY);
      JsonNode now = isShape ? kept.geometry() : kept.properties().path(one.getKey());
      if (now.equals(one.getValue())) {
        if (isShape) {
          shape[0] = former.get(GEOMETRY);
        } else {
          values.set(one.getKey(), former.get(one.getKey()));
        }
      }
    });
    String reason = "merge " + merge + " undone";
    db.sql("UPDATE company_merge SET undone_at = now(), undone_by = :by WHERE id = :id").param("by", by).param("id", merge).update();
    changes.begin(Changes.Kind.EDIT, by, reason);
    db.sql("UPDATE company SET publication_status = 'published' WHERE id = :gone").param("gone", made.goneId()).update();
    db.sql("SELECT return_company_references(CAST(:moved AS jsonb), :keep, :gone)").param("moved", made.moved()).param("keep", made.keptId())
        .param("gone", made.goneId()).query().listOfRows();
    JsonNode followed = JsonMapper.shared().readTree(made.followed());
    followers.orderedStream().filter(follower -> followed.has(follower.name()))
        .forEach(follower -> follower.part(made.keptId(), made.goneId(), followed.get(follower.name())));
    companies.change(made.keptId(), version(made.keptId()), values, shape[0], new Authorship(by, null, reason));
    db.sql(BACK).param("merge", merge).update();
    audit.note(by, AuditAction.COMPANIES_PARTED, "company:" + made.keptId(), "company:" + made.goneId() + ", merge " + merge);
  }

  private Set<String> takes(Wanted wanted) {
    Set<String> known = new TreeSet<>(Set.of(GEOMETRY));
    companies.layer().fillableAttributes().stream().map(Attribute::name)
        .filter(name -> !Set.of("code", "territory_code", "municipality_code", "stated_consents", "consent_stated_by", "consent_stated_on").contains(name)).forEach(known::add);
    Set<String> take = new LinkedHashSet<>();
    for (String name : wanted.take() == null ? List.<String>of() : wanted.take()) {
      if (name == null || !known.contains(name)) {
        throw new InvalidInputException("take", "take may name geometry and attributes of companies: " + String.join(", ", known));
      }
      take.add(name);
    }
    return take;
  }

  private static void requireVersion(Present company, int read, String parameter) {
    if (company.version() != read) {
      throw new RefusedException(org.springframework.http.HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
          "One of the companies has been changed since this page was opened; look at both again.", parameter, null);
    }
  }

  private int version(long id) {
    return db.sql("SELECT version FROM company WHERE id = :id").param("id", id).query(Integer.class).single();
  }
}
