package org.comparto.editing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the open interface asks for, as the feature that there is to be; part of the caller's transaction, in which a feature that is
 * there is locked. First it is asked whether it is there, then whether the caller may, then whether he has read the present version, then
 * whether the body is a feature, then whether it is one of this layer: so nothing is told too early.
 */
@Component
class Requests {

  /** What is asked for. @param before null for a new feature */
  record Asked(@Nullable StoredFeature before, Checked checked) {

    StoredFeature present() {
      if (before == null) {
        throw new IllegalStateException("a new feature is not there yet");
      }
      return before;
    }
  }

  /** Throws what is answered with 403 if the caller may not do it there. */
  interface Permission {
    void check(@Nullable String territory, @Nullable String municipality);
  }

  private final FeatureStore store;
  private final Checks checks;
  private final ClientsWithoutIfMatch excused;
  private final EditingProperties properties;

  Requests(FeatureStore store, Checks checks, ClientsWithoutIfMatch excused, EditingProperties properties) {
    this.store = store;
    this.checks = checks;
    this.excused = excused;
    this.properties = properties;
  }

  /** @throws InvalidInputException if it is no feature; RefusedException if it is too large */
  ObjectNode body(InputStream sent) throws IOException {
    return FeatureBody.read(sent, properties.largestBody());
  }

  Asked create(Layer layer, ObjectNode feature, Edits.Terms terms, Permission permission) {
    Wanted wanted = new Wanted(layer, feature, terms.lenient());
    return checked(layer, null, wanted.created(), wanted.geometry(null), wanted.faults(), terms, permission);
  }

  Asked replace(Layer layer, long id, IfMatch version, ObjectNode feature, Edits.Terms terms, Permission permission) {
    StoredFeature before = lock(layer, id, terms, permission);
    if (isExcused(version)) {
      excused.checkReplace(layer, before, feature);
    } else {
      version.check(layer, before);
    }
    Wanted wanted = new Wanted(layer, feature, terms.lenient());
    return checked(layer, before, wanted.replaced(before, isExcused(version)), wanted.geometry(null), wanted.faults(), terms, permission);
  }

  Asked update(Layer layer, long id, IfMatch version, ObjectNode patch, Edits.Terms terms, Permission permission) {
    StoredFeature before = lock(layer, id, terms, permission);
    version.check(layer, before);
    Wanted wanted = new Wanted(layer, patch, terms.lenient());
    return checked(layer, before, wanted.updated(before), wanted.geometry(before.geometry()), wanted.faults(), terms, permission);
  }

  /** The feature that is to be retired. */
  StoredFeature retire(Layer layer, long id, IfMatch version, Edits.Terms terms, Permission permission) {
    StoredFeature before = lock(layer, id, terms, permission);
    if (isExcused(version)) {
      excused.checkDelete(layer, before);
    } else {
      version.check(layer, before);
    }
    return before;
  }

  private boolean isExcused(IfMatch version) {
    return version.isMissing() && excused.include(version.client());
  }

  private StoredFeature lock(Layer layer, long id, Edits.Terms terms, Permission permission) {
    StoredFeature feature = store.lock(layer, id, terms.crs()).orElseThrow(() -> StoredFeature.missing(layer, id));
    permission.check(feature.territory(), feature.municipality());
    return feature;
  }

  /** @throws RefusedException 422 with everything that is wrong and everything that is missing */
  private Asked checked(Layer layer, @Nullable StoredFeature before, Map<String, JsonNode> given, @Nullable JsonNode geometry, List<Fault> faults,
      Edits.Terms terms, Permission permission) {
    Checked checked = checks.check(layer, given, geometry, terms.crs(), before, faults);
    Fault.check(checked.faults());
    permission.check(checked.territory(), checked.municipality());
    return new Asked(before, checked);
  }
}
