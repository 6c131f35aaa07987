package org.comparto.editing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates, replaces, updates and retires single features: each call is one transaction, or part of the caller's, and one change of the
 * history, or nothing. Every version that is returned is the one that this call has made.
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
  private final Requests requests;
  private final Checks checks;
  private final Referrers referrers;
  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Edits(FeatureStore store, Requests requests, Checks checks, Referrers referrers, Changes changes, Audit audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.requests = requests;
    this.checks = checks;
    this.referrers = referrers;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** Whether features of the layer can be created: what is public by consent only is created where consent is given, what is computed nowhere. */
  public static boolean takesNewFeatures(Layer layer) {
    return layer.consent() == null && !layer.isComputed();
  }

  /** A feature as it is, published or retired; the caller sees to who may see what of it. */
  public Optional<Present> present(Layer layer, long id) {
    return store.find(layer, id, Crs.CRS84).map(StoredFeature::present);
  }

  /**
   * Writes what was checked, in the name of its author; the caller has seen to the rights. A retired feature is public again.
   *
   * @param featureId null for a new one
   * @param baseVersion the version that the author has changed; null for a new one
   * @throws RefusedException 412 if the feature has another version by now, 422 if something is wrong or missing
   */
  public Published publish(Layer layer, @Nullable Long featureId, @Nullable Integer baseVersion, Checked checked, Authorship authorship) {
    if (featureId == null) {
      checkTakesNew(layer);
    }
    Fault.check(checked.faults());
    return write(layer, () -> featureId == null ? insert(layer, checked, authorship)
        : change(layer, lockAny(layer, featureId, baseVersion), checked, authorship));
  }

  /** A new feature of a layer that is public by consent only: for whoever keeps its consents, since it is public nowhere before they are given. */
  public Published add(Layer layer, Checked checked, Authorship authorship) {
    Fault.check(checked.faults());
    return write(layer, () -> insert(layer, checked, authorship));
  }

  /**
   * The feature is nowhere public any more; its row, its code and its history stay.
   *
   * @throws RefusedException 412 if the feature has another version by now, 409 if others refer to it
   */
  public Published retire(Layer layer, long id, @Nullable Integer baseVersion, Authorship authorship) {
    return write(layer, () -> {
      lockAny(layer, id, baseVersion);
      return retire(layer, id, authorship);
    });
  }

  /**
   * A new feature, public at once.
   *
   * @throws InvalidInputException if the body is no feature; RefusedException if it is none of this layer
   */
  public FeatureVersion create(Layer layer, InputStream body, Terms terms) throws IOException {
    checkTakesNew(layer);
    ObjectNode feature = requests.body(body);
    return write(layer, () -> noted(AuditAction.FEATURE_CREATED, layer,
        insert(layer, requests.create(layer, feature, terms, permission(layer)).checked(), own(terms.reason())))).tagged();
  }

  /** All that the caller sees of a feature is as the body says. */
  public FeatureVersion replace(Layer layer, long id, IfMatch version, InputStream body, Terms terms) throws IOException {
    ObjectNode feature = requests.body(body);
    return write(layer, () -> change(layer, requests.replace(layer, id, version, feature, terms, permission(layer)), terms)).tagged();
  }

  /** What a merge patch names is as it says. */
  public FeatureVersion update(Layer layer, long id, IfMatch version, InputStream patch, Terms terms) throws IOException {
    ObjectNode feature = requests.body(patch);
    return write(layer, () -> change(layer, requests.update(layer, id, version, feature, terms, permission(layer)), terms)).tagged();
  }

  /** The feature is not public any more; it is there to be restored. */
  public void delete(Layer layer, long id, IfMatch version, Terms terms) {
    write(layer, () -> {
      requests.retire(layer, id, version, terms, permission(layer));
      return noted(AuditAction.FEATURE_RETIRED, layer, retire(layer, id, own(terms.reason())));
    });
  }

  /** What was written at once, without a proposal that somebody else approved. */
  private Published noted(AuditAction action, Layer layer, Published made) {
    audit.note(CurrentAccount.get().username(), action, layer.id() + ":" + made.id(), "version " + made.version() + ", at once");
    return made;
  }

  private Published change(Layer layer, Requests.Asked asked, Terms terms) {
    Published changed = change(layer, asked.present(), asked.checked(), own(terms.reason()));
    return changed.version() == asked.present().number() ? changed : noted(AuditAction.FEATURE_CHANGED, layer, changed);
  }

  private Published change(Layer layer, StoredFeature before, Checked checked, Authorship authorship) {
    long id = before.version().id();
    if (!before.isRetired() && !store.differs(layer, id, checked.values(), checked.shape())) {
      return new Published(id, before.number(), before.version());
    }
    checks.hold(layer, checked, before);
    begin(authorship);
    return store.update(layer, id, checked.values(), checked.shape());
  }

  private Published insert(Layer layer, Checked checked, Authorship authorship) {
    checks.hold(layer, checked, null);
    return store.insert(layer, checked.values(), checked.shape(), authorship.author(), begin(authorship));
  }

  private Published retire(Layer layer, long id, Authorship authorship) {
    referrers.check(layer, id);
    begin(authorship);
    return store.retire(layer, id);
  }

  private long begin(Authorship authorship) {
    return changes.begin(Changes.Kind.EDIT, authorship.author(), authorship.reviewer(), authorship.reason());
  }

  private static Authorship own(@Nullable String reason) {
    return new Authorship(CurrentAccount.get().username(), null, reason);
  }

  static void checkTakesNew(Layer layer) {
    if (!takesNewFeatures(layer)) {
      throw RefusedException.conflict("consent-required", "Features of " + layer.id()
          + " are public by consent only; they are created where consent is given.", "collectionId");
    }
  }

  private static Requests.Permission permission(Layer layer) {
    return (territory, municipality) -> CurrentAccount.get().checkWrite(layer.id(), territory);
  }

  /** @throws NotFoundException if it is not there */
  private StoredFeature lockAny(Layer layer, long id, @Nullable Integer version) {
    StoredFeature feature = store.lockAny(layer, id).orElseThrow(() -> StoredFeature.missing(layer, id));
    if (version == null || version != feature.number()) {
      throw Conflict.of(layer, feature);
    }
    return feature;
  }

  private Published write(Layer layer, Supplier<Published> work) {
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
