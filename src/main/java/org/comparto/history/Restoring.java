package org.comparto.history;

import static org.comparto.database.Sql.quote;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.editing.Authorship;
import org.comparto.editing.Checked;
import org.comparto.editing.Checks;
import org.comparto.editing.Edits;
import org.comparto.editing.Published;
import org.comparto.editing.Wishes;
import org.comparto.feature.Changes;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.proposal.Kind;
import org.comparto.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a former version of a feature back as a new version, whether the feature was changed, retired or deleted since. It is held
 * against the rules of today like anything else that is written, and goes the same way.
 */
@Component
class Restoring {

  private static final Sql CONTENT = Sql.load("history/content.sql");
  private static final String ENDED = Sql.load("history/ended.sql").text();
  private static final String LOCK = Sql.load("history/lock.sql").text();
  private static final Pattern VERSION_TAG = Pattern.compile("\"\\d{1,9}\"");

  /** What became of it. @param version the new one; null where somebody else has to approve it first: @param proposal is its number */
  record Outcome(@Nullable Integer version, @Nullable Long proposal) {}

  /** What is kept of a version. @param shape well-known binary in hexadecimal digits */
  private record Content(String attributes, String shape, String geometry) {}

  private final FeatureHistory history;
  private final Checks checks;
  private final Edits edits;
  private final Changes changes;
  private final Wishes wishes;
  private final Proposals proposals;
  private final Audit audit;
  private final JdbcClient db;

  Restoring(FeatureHistory history, Checks checks, Edits edits, Changes changes, Wishes wishes, Proposals proposals, Audit audit, JdbcClient db) {
    this.history = history;
    this.checks = checks;
    this.edits = edits;
    this.changes = changes;
    this.wishes = wishes;
    this.proposals = proposals;
    this.audit = audit;
    this.db = db;
  }

  /**
   * Writes a former version anew.
   *
   * @param seen the ETag of the history that the caller has read
   * @throws RefusedException 403 if the caller may not write here, 412 if there is a later version by now, 422 with
   *     the faults if the version is not valid any more
   */
  @Transactional
  public Outcome restore(Layer layer, long id, int version, String seen, String reason) {
    CurrentAccount caller = CurrentAccount.get();
    Subject subject = history.find(layer, id).orElseThrow(() -> FeatureHistory.missing(layer, id));
    caller.checkWrite(layer.id(), subject.territory());
    Content content = db.sql(CONTENT.with(Map.of("relation", quote(layer.relation()), "present", Sight.columns(layer, "present"))))
        .param("id", id).param("layer", layer.id()).param("version", version).query(Content.class).optional()
        .orElseThrow(() -> new NotFoundException("version", "There is no version " + version + " of the feature " + id + "."));
    if (wishes.areNeeded(caller)) {
      return new Outcome(null, propose(layer, id, subject, seen, feature(layer, content), "version " + version + " restored: " + reason, caller));
    }
    Authorship authorship = new Authorship(caller.username(), null, "version " + version + " restored: " + reason);
    int present = subject.there() ? base(seen) : bringBack(layer, id, seen, authorship);
    Checked checked = checks.check(layer, feature(layer, content), Crs.CRS84, id);
    caller.checkWrite(layer.id(), checked.territory());
    // what was kept is kept again to its last digit
    Checked exact = checked.shape() == null ? checked
        : new Checked(checked.values(), content.shape(), checked.territory(), checked.municipality(), checked.faults());
    Published published = edits.publish(layer, id, present, exact, authorship);
    if (published.version() == present && subject.there()) {
      return new Outcome(present, null); // it is as it was already
    }
    audit.note(caller.username(), AuditAction.FEATURE_RESTORED, layer.id() + ":" + id,
        "version " + version + " as version " + published.version() + ": " + reason);
    return new Outcome(published.version(), null);
  }

  private long propose(Layer layer, long id, Subject subject, String seen, ObjectNode feature, String reason, CurrentAccount caller) {
    if (!subject.isPublic()) {
      throw RefusedException.conflict("approval-needed",
          "Every change needs a second person here, and what is gone can not be proposed; propose it as something new.", "id");
    }
    checkSeen(subject, seen);
    return proposals.submit(new Proposals.Submission(layer.id(), Kind.CHANGE, id, (ObjectNode) feature.path("properties"), feature.path("geometry"), reason, null),
        caller);
  }

  private static void checkSeen(Subject subject, String seen) {
    if (!subject.tag().equals(seen)) {
      throw new RefusedException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
          "Somebody else has changed this feature meanwhile; read it again and decide anew.", "If-Match", null);
    }
  }

  /** The number that the tag names; another tag was not read here, and names none that there is. */
  private static int base(String seen) {
    return VERSION_TAG.matcher(seen).matches() ? Integer.parseInt(seen.substring(1, seen.length() - 1)) : -1;
  }

  /** A row that was deleted is there again as it was last. @return its version */
  private int bringBack(Layer layer, long id, String seen, Authorship authorship) {
    if (!db.sql(LOCK).param("id", id).query(Boolean.class).single()) {
      throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "busy",
          "The layer is being written by others at this moment; try again in a few seconds.", null, Duration.ofSeconds(10));
    }
    Subject subject = history.find(layer, id).orElseThrow(() -> FeatureHistory.missing(layer, id));
    checkSeen(subject, seen);
    changes.begin(Changes.Kind.EDIT, authorship.author(), authorship.reason());
    long ended = db.sql(ENDED).param("layer", layer.id()).param("id", id).param("version", subject.version()).query(Long.class).single();
    try {
      changes.restore(quote(layer.relation()), layer.id(), id, ended);
    } catch (DuplicateKeyException e) {
      throw RefusedException.conflict("key-duplicate", "There is a feature with this code already.", "code");
    }
    return subject.version() + 1;
  }

  /** As somebody would send it. What a version does not know, since the column came later, stays as it is. */
  private static ObjectNode feature(Layer layer, Content content) {
    JsonNode kept = FeatureHistory.JSON.readTree(content.attributes());
    ObjectNode feature = FeatureHistory.JSON.createObjectNode().put("type", "Feature");
    ObjectNode properties = feature.putObject("properties");
    for (Attribute attribute : layer.fillableAttributes()) {
      if (layer.column(attribute).isEmpty()) {
        JsonNode value = kept.path("properties").path(attribute.name());
        properties.set(attribute.name(), value.isMissingNode() ? FeatureHistory.JSON.nullNode() : value);
      } else if (kept.has(attribute.name())) {
        properties.set(attribute.name(), kept.path(attribute.name()));
      }
    }
    feature.set("geometry", FeatureHistory.JSON.readTree(content.geometry()));
    return feature;
  }
}
