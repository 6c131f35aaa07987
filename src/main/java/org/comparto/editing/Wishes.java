package org.comparto.editing;

import java.io.IOException;
import java.io.InputStream;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the open interface asks for where somebody else has to approve it: read and held against everything as if it were written, and not
 * written. Part of the caller's transaction, in which a feature that is there is locked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Wishes {

  /**
   * A feature as it is wished for.
   *
   * @param properties by name; what is not named stays as it is
   * @param geometry GeoJSON, longitude first; JSON null: it stays
   */
  public record Wish(ObjectNode properties, JsonNode geometry) {}

  private static final String GEOMETRY = Sql.load("editing/as-geojson.sql").text();

  private final JdbcClient db;
  private final Requests requests;
  private final EditingProperties properties;

  Wishes(JdbcClient db, Requests requests, EditingProperties properties) {
    this.db = db;
    this.requests = requests;
    this.properties = properties;
  }

  /** Whether what this caller changes is public only when somebody else has approved it. */
  public boolean areNeeded(CurrentAccount caller) {
    return !caller.may(Scope.WRITE) || properties.twoPersons() == EditingProperties.TwoPersons.EVERYTHING;
  }

  public Wish create(Layer layer, InputStream body, Edits.Terms terms) throws IOException {
    Edits.checkTakesNew(layer);
    return wish(requests.create(layer, requests.body(body), terms, permission(layer)));
  }

  public Wish replace(Layer layer, long id, IfMatch version, InputStream body, Edits.Terms terms) throws IOException {
    return wish(requests.replace(layer, id, version, requests.body(body), terms, permission(layer)));
  }

  public Wish update(Layer layer, long id, IfMatch version, InputStream patch, Edits.Terms terms) throws IOException {
    return wish(requests.update(layer, id, version, requests.body(patch), terms, permission(layer)));
  }

  /** That a feature shall be retired. */
  public Wish retire(Layer layer, long id, IfMatch version, Edits.Terms terms) {
    requests.retire(layer, id, version, terms, permission(layer));
    return new Wish(JsonNodeFactory.instance.objectNode(), NullNode.instance);
  }

  private Wish wish(Requests.Asked asked) {
    ObjectNode wished = JsonNodeFactory.instance.objectNode();
    asked.checked().values().forEach((name, value) -> {
      if (asked.before() == null ? !value.isNull() : !value.equals(asked.before().value(name))) {
        wished.set(name, value);
      }
    });
    String shape = asked.checked().shape();
    boolean stays = shape == null || asked.before() != null && shape.equals(asked.before().shape());
    return new Wish(wished, stays ? NullNode.instance : FeatureBody.JSON.readTree(db.sql(GEOMETRY).param("shape", shape).query(String.class).single()));
  }

  private static Requests.Permission permission(Layer layer) {
    return (territory, municipality) -> CurrentAccount.get().checkPropose(layer.id(), territory, municipality);
  }
}
