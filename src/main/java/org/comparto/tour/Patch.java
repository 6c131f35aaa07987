package org.comparto.tour;

import java.util.List;
import org.comparto.tour.Dropped.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies the changes that relaxations name, as a JSON Patch (RFC 6902) of the operation add. */
final class Patch {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Patch() {}

  /** A changed copy. @throws IllegalArgumentException if a path leads nowhere */
  static ObjectNode applied(ObjectNode document, List<Operation> operations) {
    ObjectNode copy = document.deepCopy();
    for (Operation operation : operations) {
      add(copy, operation);
    }
    return copy;
  }

  private static void add(ObjectNode document, Operation operation) {
    int slash = operation.path().lastIndexOf('/');
    JsonNode parent = slash == 0 ? document : document.at(operation.path().substring(0, slash));
    String last = operation.path().substring(slash + 1);
    JsonNode value = MAPPER.valueToTree(operation.value());
    if (operation.op().equals("add") && parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (operation.op().equals("add") && parent instanceof ArrayNode list && last.equals("-")) {
      list.add(value);
    } else {
      throw new IllegalArgumentException(operation + " of " + document);
    }
  }
}
