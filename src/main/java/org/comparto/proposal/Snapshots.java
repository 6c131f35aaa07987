package org.comparto.proposal;

import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.editing.Edits;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads features as they are, and as they were when somebody began to change them. */
@Component
class Snapshots {

  private static final String FORMER = Sql.load("proposal/former-version.sql").text();

  private final JdbcClient db;
  private final Edits edits;

  Snapshots(JdbcClient db, Edits edits) {
    this.db = db;
    this.edits = edits;
  }

  /** As it is, published or retired; empty if there is no such feature. */
  Optional<Snapshot> present(Layer layer, @Nullable Long feature) {
    return feature == null ? Optional.empty() : edits.present(layer, feature)
        .map(is -> new Snapshot(is.version(), is.status(), is.updatedAt(), is.updatedBy(), is.territory(),
            is.municipality(), is.properties(), is.geometry()));
  }

  /** The proposal beside what its author read and what there is now. */
  Comparison compare(Proposal proposal, Layer layer) {
    if (proposal.feature() == null) {
      return new Comparison(proposal, null, null);
    }
    Snapshot present = present(layer, proposal.feature()).orElse(null);
    Snapshot base = proposal.baseVersion() == null ? null : at(layer, proposal.feature(), proposal.baseVersion(), present).orElse(null);
    return new Comparison(proposal, base, present);
  }

  /** As it was in a version; empty if that is not known any more. */
  private Optional<Snapshot> at(Layer layer, long feature, int version, @Nullable Snapshot present) {
    if (present != null && present.version() == version) {
      return Optional.of(present);
    }
    return db.sql(FORMER).param("layer", layer.id()).param("feature", feature).param("version", version)
        .query((row, n) -> new Snapshot(version, null, null, null, null, null, fillable(layer, Json.object(row.getString("attributes"))),
            row.getString("geometry") == null ? null : Json.MAPPER.readTree(row.getString("geometry")))).optional();
  }

  /** What may be written, of the columns and properties that the history has kept. */
  private static ObjectNode fillable(Layer layer, ObjectNode columns) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    layer.fillableAttributes().forEach(attribute -> {
      JsonNode value = layer.column(attribute).map(columns::path).orElseGet(() -> columns.path("properties").path(attribute.name()));
      values.set(attribute.name(), value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
    });
    return values;
  }
}
