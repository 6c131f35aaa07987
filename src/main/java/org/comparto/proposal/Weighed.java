package org.comparto.proposal;

import java.util.List;
import org.comparto.editing.Checked;
import org.comparto.editing.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to propose, held against the layer, as it is kept.
 *
 * @param properties of a change only what becomes different
 * @param shape well-known binary in hexadecimal digits; null if none is drawn, or it stays as it is
 * @param territory to which it belongs by its attributes, else by where it lies, as the municipality
 * @param drawn where the shape lies, whatever its attributes say; null if none is drawn
 * @param checked what would be published; null where a feature is to be retired
 */
record Weighed(ObjectNode properties, @Nullable String shape, @Nullable String territory, @Nullable String municipality, @Nullable String title,
    @Nullable Place drawn, @Nullable Checked checked) {

  /** Null for lying in none, or in none that is known. */
  record Place(@Nullable String territory, @Nullable String municipality) {}

  /** A feature that is to be retired stays as it is. */
  static Weighed retiring(Snapshot present) {
    return new Weighed(JsonNodeFactory.instance.objectNode(), null, present.territory(), present.municipality(),
        Weighing.title(JsonNodeFactory.instance.objectNode(), present), null, null);
  }

  /** What lies nowhere yet, or in no municipality of which the boundary is known, belongs to where it was begun. */
  Weighed begunIn(@Nullable String itsTerritory, @Nullable String itsMunicipality) {
    return new Weighed(properties, shape, shape == null && territory == null ? itsTerritory : territory,
        municipality == null ? itsMunicipality : municipality, title, drawn, checked);
  }

  List<Fault> faults() {
    return checked == null ? List.of() : checked.faults();
  }
}
