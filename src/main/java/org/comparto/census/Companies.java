package org.comparto.census;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.comparto.crs.Crs;
import org.comparto.editing.Authorship;
import org.comparto.editing.Checked;
import org.comparto.editing.Checks;
import org.comparto.editing.Edits;
import org.comparto.editing.Fault;
import org.comparto.editing.Present;
import org.comparto.editing.Published;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Companies as the census keeps them, those included that let nobody see anything; who may see and write what, the caller has seen to. */
@Component
public class Companies {

  public static final String LAYER = "company";

  private final Layers layers;
  private final Edits edits;
  private final Checks checks;
  private final JdbcClient db;

  Companies(Layers layers, Edits edits, Checks checks, JdbcClient db) {
    this.layers = layers;
    this.edits = edits;
    this.checks = checks;
    this.db = db;
  }

  public Layer layer() {
    return layers.getLayer(LAYER, "layer");
  }

  /** With all its values, retired ones too; empty if there is none. */
  public Optional<Present> find(long id) {
    return edits.present(layer(), id);
  }

  /**
   * With all its values.
   *
   * @throws RefusedException 410 naming the company into which it was merged
   * @throws NotFoundException if there is none
   */
  public Present get(long id) {
    OptionalLong kept = mergedInto(id);
    if (kept.isPresent()) {
      throw RefusedException.of(HttpStatus.GONE, "company-merged", "The company " + id + " has been merged into " + kept.getAsLong() + ".", "id",
          java.util.Map.of("mergedInto", kept.getAsLong()));
    }
    return find(id).filter(one -> one.status().equals("published")).orElseThrow(() -> new NotFoundException("id", "There is no company " + id + "."));
  }

  /** The company in which this one lives on; empty if it is none that was merged. */
  public OptionalLong mergedInto(long id) {
    return db.sql("""
        WITH RECURSIVE way AS (
          SELECT kept_id FROM company_merge WHERE gone_id = :id AND undone_at IS NULL
          UNION SELECT m.kept_id FROM company_merge AS m JOIN way ON m.gone_id = way.kept_id WHERE m.undone_at IS NULL)
        SELECT kept_id FROM way WHERE NOT EXISTS (SELECT FROM company_merge AS m WHERE m.gone_id = way.kept_id AND m.undone_at IS NULL)""")
        .param("id", id).query(Long.class).optional().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** All that is wrong with some values, and nothing is written. @param id null for a new company @param geometry null where it stays */
  public List<Fault> faults(@Nullable Long id, ObjectNode values, @Nullable JsonNode geometry) {
    return checked(id, values, geometry).faults();
  }

  private Checked checked(@Nullable Long id, ObjectNode values, @Nullable JsonNode geometry) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("properties", values);
    if (geometry != null || id == null) {
      feature.set("geometry", geometry == null ? JsonMapper.shared().nullNode() : geometry);
    }
    return checks.check(layer(), feature, Crs.CRS84, id);
  }

  /** A code that no company has or had, IMP-0007; nobody else gets it as long as the transaction lasts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String nextCode() {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('company-code', 0))").query().listOfRows();
    return db.sql("SELECT 'IMP-' || lpad((coalesce(max(substring(code FROM '^IMP-(\\d{1,9})$')::bigint), 0) + 1)::text, 4, '0') FROM company").query(String.class).single();
  }

  /** Where a new company would lie. */
  Checked check(ObjectNode values, JsonNode geometry) {
    return checked(null, values, geometry);
  }

  /** @throws RefusedException 422 with the faults, if something is wrong or missing */
  @Transactional
  public Published add(Checked checked, Authorship authorship) {
    return edits.add(layer(), checked, authorship);
  }

  /**
   * Other values of a company; what is not named stays.
   *
   * @param version that was read
   * @throws RefusedException 412 if it has another version by now, 422 with the faults
   */
  @Transactional
  public Published change(long id, int version, ObjectNode values, @Nullable JsonNode geometry, Authorship authorship) {
    return edits.publish(layer(), id, version, checked(id, values, geometry), authorship);
  }
}
