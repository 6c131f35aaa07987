package org.comparto.editing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comparto.account.CurrentAccount;
import org.comparto.crs.Crs;
import org.comparto.feature.Changes;
import org.comparto.feature.FeatureVersion;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates, replaces, updates and deletes single features: each call is one transaction and one change of the history, or nothing.
 * Only what is public can be changed here, since only that can be read here. Every version that is returned is the one that this
 * call has made.
 */
@Component
public class Edits {

  /**
   * How a body is to be read, and why the feature changes.
   *
   * @param crs of the geometry
   * @param lenient whether unknown names are passed over
   * @param reason in the words of who changes it; null if nothing was said
   */
  public record Terms(Crs crs, boolean lenient, @Nullable String reason) {}

  private final FeatureStore store;
  private final Shapes shapes;
  private final AttributeRules rules;
  private final Changes changes;
  private final TransactionTemplate transaction;
  private final EditingProperties properties;

  Edits(FeatureStore store, Shapes shapes, AttributeRules rules, Changes changes, TransactionTemplate transaction, EditingProperties properties) {
    this.store = store;
    this.shapes = shapes;
    this.rules = rules;
    this.changes = changes;
    this.transaction = transaction;
    this.properties = properties;
  }

  /** Whether features of the layer can be created: what is public by consent only is created where consent is given. */
  public static boolean takesNewFeatures(Layer layer) {
    return layer.consent() == null;
  }

  /**
   * A new feature, public at once.
   *
   * @throws InvalidInputException if the body is no feature; RefusedException if it is none of this layer
   */
  public FeatureVersion create(Layer layer, InputStream body, Terms terms) throws IOException {
    if (!takesNewFeatures(layer)) {
      throw RefusedException.conflict("consent-required", "Features of " + layer.id()
          + " are public by consent only; they are created where consent is given.", "collectionId");
    }
    ObjectNode feature = FeatureBody.read(body, properties.largestBody());
    return write(layer, () -> {
      Wanted wanted = new Wanted(layer, feature, terms.lenient());
      Map<String, JsonNode> values = rules.read(layer, wanted.created(), wanted.faults());
      String shape = shapes.read(layer, wanted.geometry(null), terms.crs(), null, wanted.faults()).orElse(null);
      rules.complete(layer, values, shape, wanted.faults());
      rules.checkRequired(layer, values, true, wanted.faults());
      Fault.check(wanted.faults());
      checkTerritory(layer, values.get("territory_code"));
      long change = changes.begin(Changes.Kind.EDIT, terms.reason());
      return store.insert(layer, values, shape, CurrentAccount.get().username(), change);
    });
  }

  /** All that the caller sees of a feature is as the body says. */
  public FeatureVersion replace(Layer layer, long id, IfMatch version, InputStream body, Terms terms) throws IOException {
    ObjectNode feature = FeatureBody.read(body, properties.largestBody());
    return write(layer, () -> {
      StoredFeature before = lock(layer, id, version, terms.crs());
      Wanted wanted = new Wanted(layer, feature, terms.lenient());
      Map<String, JsonNode> values = rules.read(layer, wanted.replaced(before), wanted.faults());
      return change(layer, before, values, wanted.geometry(null), wanted.faults(), terms);
    });
  }

  /** What a merge patch names is as it says. */
  public FeatureVersion update(Layer layer, long id, IfMatch version, InputStream patch, Terms terms) throws IOException {
    ObjectNode feature = FeatureBody.read(patch, properties.largestBody());
    return write(layer, () -> {
      StoredFeature before = lock(layer, id, version, terms.crs());
      Wanted wanted = new Wanted(layer, feature, terms.lenient());
      Map<String, JsonNode> values = rules.read(layer, wanted.updated(before), wanted.faults());
      return change(layer, before, values, wanted.geometry(before.geometry()), wanted.faults(), terms);
    });
  }

  /** The feature is gone; its history stays. */
  public void delete(Layer layer, long id, IfMatch version, @Nullable String reason) {
    write(layer, () -> {
      StoredFeature before = lock(layer, id, version, Crs.CRS84);
      changes.begin(Changes.Kind.EDIT, reason);
      store.delete(layer, id);
      return before.version();
    });
  }

  private FeatureVersion change(Layer layer, StoredFeature before, Map<String, JsonNode> values, @Nullable JsonNode geometry, List<Fault> faults,
      Terms terms) {
    String shape = geometry == null ? null : shapes.read(layer, geometry, terms.crs(), before.shape(), faults).orElse(null);
    rules.keep(layer, before, values, shape == null ? before.shape() : shape, faults);
    rules.checkRequired(layer, values, false, faults);
    Fault.check(faults);
    checkTerritory(layer, values.containsKey("territory_code") ? values.get("territory_code") : before.value("territory_code"));
    if (!store.differs(layer, before.version().id(), values, shape)) {
      return before.version();
    }
    changes.begin(Changes.Kind.EDIT, terms.reason());
    return store.update(layer, before.version().id(), values, shape);
  }

  /** There, within the caller's rights, and in the version that the caller has read: in this order, so that nothing is told too early. */
  private StoredFeature lock(Layer layer, long id, IfMatch version, Crs crs) {
    StoredFeature feature = store.lock(layer, id, crs)
        .orElseThrow(() -> new NotFoundException("featureId", "There is no feature " + id + " in the layer " + layer.id()));
    CurrentAccount.get().checkWrite(layer.id(), feature.territory());
    version.check(feature.version());
    return feature;
  }

  private static void checkTerritory(Layer layer, @Nullable JsonNode territory) {
    CurrentAccount.get().checkWrite(layer.id(), territory == null || territory.isNull() ? null : territory.asString());
  }

  private FeatureVersion write(Layer layer, Supplier<FeatureVersion> work) {
    try {
      return transaction.execute(begun -> {
        store.limitWaiting();
        return work.get();
      });
    } catch (DataAccessException e) {
      throw WriteMistakes.explain(e, layer);
    }
  }
}
