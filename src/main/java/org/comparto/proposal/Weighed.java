package org.comparto.proposal;

import java.util.List;
import org.comparto.editing.Checked;
import org.comparto.editing.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to propose, held against the layer, as it is kept.
 *
 * @param properties of a change only what becomes different
 * @param shape well-known binary in hexadecimal digits; null if none is drawn, or it stays as it is
 * @param checked what would be published; null where a feature is to be retired
 */
record Weighed(ObjectNode properties, @Nullable String shape, @Nullable String territory, @Nullable String municipality, @Nullable String title,
    @Nullable Checked checked) {

  List<Fault> faults() {
    return checked == null ? List.of() : checked.faults();
  }
}
