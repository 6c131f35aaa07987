package org.comparto.proposal;

import java.util.List;
import org.comparto.account.CurrentAccount;
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
 * @param checked what would be published; null where a feature is to be retired
 */
record Weighed(ObjectNode properties, @Nullable String shape, @Nullable String territory, @Nullable String municipality, @Nullable String title,
    @Nullable Checked checked) {

  /** A feature that is to be retired stays as it is. */
  static Weighed retiring(Snapshot present) {
    return new Weighed(JsonNodeFactory.instance.objectNode(), null, present.territory(), present.municipality(),
        Weighing.title(JsonNodeFactory.instance.objectNode(), present), null);
  }

  /** What lies nowhere yet belongs to where its author works. */
  Weighed begunBy(CurrentAccount author) {
    boolean nowhere = shape == null && territory == null && municipality == null;
    return nowhere ? new Weighed(properties, null, author.territory(), author.municipality(), title, checked) : this;
  }

  List<Fault> faults() {
    return checked == null ? List.of() : checked.faults();
  }
}
