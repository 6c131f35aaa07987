package org.comparto.proposal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
  private final Sight sight;
  private final Audit audit;

  Drafts(ProposalStore store, Layers layers, Weighing weighing, Snapshots snapshots, Views views, Sight sight, Audit audit) {
    this.store = store;
    this.layers = layers;
    this.weighing = weighing;
    this.snapshots = snapshots;
    this.views = views;
    this.sight = sight;
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
    Layer layer = layers.getWrittenLayer(wanted.layer(), "layer");
    CurrentAccount account = by.account();
    account.checkPropose(layer.id(), account.territory(), account.municipality());
    if (wanted.key() != null) {
      Optional<Proposal> sent = store.findByKey(by.name(), wanted.key());
      if (sent.isPresent()) {
        return again(sent.get(), wanted);
      }
    }
    Snapshot base = wanted.kind() == Kind.CREATE ? null : published(layer, wanted.feature(), account);
    Predicate<String> seen = sight.of(layer, wanted.feature(), base == null ? null : base.territory(), account);
    Weighed content = weighing.weigh(layer, wanted.kind(), wanted.feature(), base, wanted.content().in(wanted.kind(), account.municipality()),
        Content.NOTHING.properties(), seen).begunIn(account.territory(), account.municipality());
    Permits.checkPlaces(base, layer, content, account);
    return insert(by.name(), wanted, base, content);
  }

  /** The same by somebody without an account, whose rights are nobody's business here. */
  @Transactional
  public Begun beginFor(String author, NewProposal wanted) {
    Layer layer = layers.getWrittenLayer(wanted.layer(), "layer");
    Optional<Proposal> sent = wanted.key() == null ? Optional.empty() : store.findByKey(author, wanted.key());
    if (sent.isPresent()) {
      return again(sent.get(), wanted);
    }
    Snapshot base = wanted.kind() == Kind.CREATE ? null : snapshots.present(layer, wanted.feature()).filter(Snapshot::isPublished)
        .orElseThrow(() -> missing(layer, wanted.feature()));
    Weighed content = weighing.weigh(layer, wanted.kind(), wanted.feature(), base, wanted.content(), Content.NOTHING.properties(), Sight.EVERYTHING);
    return insert(author, wanted, base, content);
  }

  private Begun insert(String author, NewProposal wanted, @Nullable Snapshot base, Weighed content) {
    Optional<Long> id = store.insert(author, wanted.key(), wanted.layer(), wanted.kind(), wanted.feature(), base == null ? null : base.version(),
        content, wanted.content().noteAfter(null));
    if (id.isEmpty()) { // the same request was quicker by another way
      return again(store.findByKey(author, wanted.key()).orElseThrow(), wanted);
    }
    audit.note(author, AuditAction.PROPOSAL_CREATED, "proposal:" + id.get(), wanted.kind() + " " + wanted.layer()
        + (wanted.feature() == null ? "" : ":" + wanted.feature()));
    return new Begun(store.get(id.get()), true);
  }

  private static NotFoundException missing(Layer layer, long feature) {
    return new NotFoundException("feature", "There is no feature " + feature + " in the layer " + layer.id());
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
    Proposal before = store.lock(id, by).orElseThrow(() -> Refusals.missing(id));
    Permits.checkWriting(before, by);
    version.checkNamed();
    boolean isRead = version.is(before.version());
    if (!isRead && !(version.is(before.version() - 1) && before.updatedBy().equals(by.name()))) {
      throw version.changedMeanwhile(views.current(before, by));
    }
    if (isRead && !Permits.mayEdit(before, by)) {
      throw Refusals.wrongState(before, Permits.of(before, by));
    }
    if (before.kind() == Kind.RETIRE && !content.isNothing()) {
      throw new InvalidInputException("properties", "what is retired stays as it is: leave out properties and geometry");
    }
    Layer layer = layers.getLayer(before.layer(), "layer");
    Comparison comparison = snapshots.compare(before, layer);
    Predicate<String> seen = sight.of(layer, before.feature(), before.territory(), by.account());
    Weighed wanted = weighing.weigh(layer, before.kind(), before.feature(), comparison.ground(), content.in(before.kind(), by.account().municipality()),
        before.hidden(seen), seen).begunIn(before.territory(), before.municipality());
    if (!isRead) {
      if (isThere(before, wanted, content)) {
        return before;
      }
      throw version.changedMeanwhile(views.current(before, by));
    }
    Permits.checkPlaces(comparison.current(), layer, wanted, by.account());
    store.save(id, wanted, content.noteAfter(before.note()), before.baseVersion(), before.state(), by.name(), true);
    return store.get(id);
  }

  private boolean isThere(Proposal present, Weighed wanted, Content content) {
    return Objects.equals(present.note(), content.noteAfter(present.note())) && Json.same(present.properties(), wanted.properties())
        && weighing.isSameShape(present.id(), wanted.shape());
  }

  private Snapshot published(Layer layer, long feature, CurrentAccount account) {
    Snapshot present = snapshots.present(layer, feature).filter(one -> sight.includes(layer, feature, one.territory(), account))
        .orElseThrow(() -> missing(layer, feature));
    if (!present.isPublished()) {
      throw Refusals.retired();
    }
    return present;
  }
}
