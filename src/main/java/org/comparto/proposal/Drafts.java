package org.comparto.proposal;

import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.editing.Edits;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writing proposals: what is acknowledged is committed, nobody writes over what they have not read, and nothing impossible is kept. */
@Component
class Drafts {

  /** @param isNew whether this call has made it */
  record Begun(Proposal proposal, boolean isNew) {}

  private final ProposalStore store;
  private final Layers layers;
  private final Weighing weighing;
  private final Snapshots snapshots;
  private final Views views;
  private final Audit audit;

  Drafts(ProposalStore store, Layers layers, Weighing weighing, Snapshots snapshots, Views views, Audit audit) {
    this.store = store;
    this.layers = layers;
    this.weighing = weighing;
    this.snapshots = snapshots;
    this.views = views;
    this.audit = audit;
  }

  /**
   * A new draft, or the one that this person has begun with the same key before.
   *
   * @throws RefusedException 403 outside of one's layers and places, 409 if the feature can not be changed, 422 if something is wrong with it
   */
  @Transactional
  public Begun begin(NewProposal wanted, Caller by) {
    by.checkPerson();
    Layer layer = layers.getLayer(wanted.layer(), "layer");
    CurrentAccount account = by.account();
    account.checkPropose(layer.id(), account.territory(), account.municipality());
    if (wanted.key() != null) {
      var sent = store.findByKey(by.name(), wanted.key());
      if (sent.isPresent()) {
        return again(sent.get(), wanted);
      }
    }
    Snapshot base = wanted.kind() == Kind.CREATE ? null : published(layer, wanted.feature());
    Weighed content = weigh(layer, wanted.kind(), wanted.feature(), base, wanted.content(), JsonNodeFactory.instance.objectNode(), by);
    checkPlaces(layer, wanted.feature(), content, account);
    var id = store.insert(by.name(), wanted.key(), layer.id(), wanted.kind(), wanted.feature(), base == null ? null : base.version(), content,
        wanted.content().note());
    if (id.isEmpty()) { // the same request was quicker by another way
      return again(store.findByKey(by.name(), wanted.key()).orElseThrow(), wanted);
    }
    audit.note(by.name(), AuditAction.PROPOSAL_CREATED, "proposal:" + id.get(), wanted.kind() + " " + layer.id()
        + (wanted.feature() == null ? "" : ":" + wanted.feature()));
    return new Begun(store.get(id.get()), true);
  }

  private static Begun again(Proposal sent, NewProposal wanted) {
    boolean same = sent.layer().equals(wanted.layer()) && sent.kind() == wanted.kind()
        && (wanted.feature() == null || wanted.feature().equals(sent.feature()));
    if (!same) {
      throw RefusedException.conflict("key-reused", "This key belongs to another proposal of yours, " + sent.id() + "; take a new one.", "key");
    }
    return new Begun(sent, false);
  }

  /**
   * All of a proposal's content, anew. The same content sent again, since its answer was lost, is what it was.
   *
   * @throws RefusedException 412 with the present content if it is not the version that was read, 409 if it is not to be written any more
   */
  @Transactional
  public Proposal save(long id, Version version, Content content, Caller by) {
    Proposal before = lockForWriting(id, version, by);
    Layer layer = layers.getLayer(before.layer(), "layer");
    Comparison comparison = snapshots.compare(before, layer);
    if (before.kind() == Kind.RETIRE && !(content.properties().isEmpty() && content.geometry().isNull())) {
      throw RefusedException.conflict("nothing-to-write", "What is retired stays as it is: only the note can be written.", "properties");
    }
    Snapshot base = comparison.base() == null ? comparison.current() : comparison.base();
    Weighed wanted = weigh(layer, before.kind(), before.feature(), base, content, hidden(before, seen), seen).begunBy(by.account());
    if (!version.is(before.version())) {
      if (isRepeated(before, version, wanted, content, by)) {
        return before;
      }
      throw version.changedMeanwhile(views.current(before, by));
    }
    checkWritable(before, by);
    checkPlaces(layer, before.feature(), wanted, by.account());
    store.save(id, wanted, content.note(), before.baseVersion(), before.state(), by.name(), true);
    return store.get(id);
  }

  /**
   * The proposal as a change of the feature as it is now. Without content it stays what it was, if nobody else has changed the same; what was
   * submitted or approved has to be looked at again.
   *
   * @param content null to take over what can be taken over
   * @throws RefusedException 412 as {@link #save}, 409 if there are conflicts that nobody has decided
   */
  @Transactional
  public Proposal rebase(long id, Version version, @Nullable Content content, Caller by) {
    Proposal before = lockForWriting(id, version, by);
    if (!version.is(before.version())) {
      throw version.changedMeanwhile(views.current(before, by));
    }
    Layer layer = layers.getLayer(before.layer(), "layer");
    Comparison comparison = snapshots.compare(before, layer);
    checkRebasable(before, comparison, content, layer, by);
    ObjectNode hidden = content == null ? JsonNodeFactory.instance.objectNode() : hidden(layer, before.properties(), by);
    Content merged = content == null ? new Content(before.properties(), shape(before), before.note())
        : new Content(content.properties(), content.geometry(), content.note() == null ? before.note() : content.note());
    Weighed wanted = weighAll(layer, before.kind(), before.feature(), comparison.current(), merged, hidden, content == null || by.account().seesDeskFields());
    checkPlaces(layer, before.feature(), wanted, by.account());
    State state = before.state().isBeingWritten() ? before.state() : State.SUBMITTED;
    store.save(id, wanted, merged.note(), comparison.current().version(), state, by.name(), content != null);
    store.addStep(id, "rebase", by.name(), null);
    return store.get(id);
  }

  private void checkRebasable(Proposal before, Comparison comparison, @Nullable Content content, Layer layer, Caller by) {
    if (!before.state().isOpen() || before.kind() == Kind.CREATE) {
      throw views.wrongState(before, by);
    }
    if (comparison.isRetired()) {
      throw Comparisons.retired();
    }
    boolean undecided = !comparison.conflicts().isEmpty() && (content == null || !by.account().seesDeskFields()
        && comparison.conflicts().stream().anyMatch(name -> layer.findAttribute(name).filter(one -> !one.isPublic()).isPresent()));
    if (undecided) {
      throw views.outdated(comparison, by);
    }
  }

  private Proposal lockForWriting(long id, Version version, Caller by) {
    Proposal before = store.lock(id, by).orElseThrow(() -> Views.missing(id));
    by.checkPerson();
    if (!by.mayReview(before)) {
      by.account().checkPropose(before.layer(), before.territory(), before.municipality());
    }
    version.checkNamed();
    return before;
  }

  /** A draft is written by whoever may propose there; what waits for review only by who reviews it, and then somebody else has to approve it. */
  private void checkWritable(Proposal before, Caller by) {
    if (!Views.mayEdit(before, by)) {
      throw views.wrongState(before, by);
    }
  }

  private boolean isRepeated(Proposal present, Version version, Weighed wanted, Content content, Caller by) {
    boolean sameNote = java.util.Objects.equals(present.note(), content.note());
    return version.is(present.version() - 1) && present.updatedBy().equals(by.name()) && sameNote
        && Json.same(present.properties(), wanted.properties()) && weighing.isSameShape(present.id(), wanted.shape());
  }

  private Weighed weigh(Layer layer, Kind kind, @Nullable Long feature, @Nullable Snapshot base, Content content, ObjectNode hidden, Caller by) {
    return weighAll(layer, kind, feature, base, content, hidden, by.account().seesDeskFields()).orIn(by.account());
  }

  private Weighed weighAll(Layer layer, Kind kind, @Nullable Long feature, @Nullable Snapshot base, Content content, ObjectNode hidden, boolean seesAll) {
    return kind == Kind.RETIRE ? Weighed.retiring(base) : weighing.weigh(layer, feature, base, content, hidden, seesAll);
  }

  /** Both where it is and where it would be. */
  private void checkPlaces(Layer layer, @Nullable Long feature, Weighed content, CurrentAccount account) {
    if (feature != null) {
      snapshots.place(layer, feature).ifPresent(place -> checkMayTouch(layer, place.territory(), place.municipality(), account));
    }
    checkMayTouch(layer, content.territory(), content.municipality(), account);
  }

  private static void checkMayTouch(Layer layer, @Nullable String territory, @Nullable String municipality, CurrentAccount account) {
    if (!account.mayReview(layer.id(), territory, municipality)) {
      account.checkPropose(layer.id(), territory, municipality);
    }
  }

  private Snapshot published(Layer layer, long feature) {
    Snapshot present = snapshots.present(layer, feature)
        .orElseThrow(() -> new NotFoundException("feature", "There is no feature " + feature + " in the layer " + layer.id()));
    if (!"published".equals(present.status())) {
      throw RefusedException.conflict("feature-retired", "This feature has been retired; restore it before proposing to change it.", "feature");
    }
    return present;
  }
}
