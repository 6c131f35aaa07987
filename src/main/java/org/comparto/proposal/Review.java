package org.comparto.proposal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.comparto.audit.Audit;
import org.comparto.database.Sql;
import org.comparto.editing.Published;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a proposal, step by step: each is one transaction with all that follows from it, or nothing. */
@Component
class Review {

  private static final String GIVE_CODE = Sql.load("proposal/give-code.sql").text();

  private final ProposalStore store;
  private final Layers layers;
  private final Publication publication;
  private final Comments comments;
  private final Notices notices;
  private final Views views;
  private final Sight sight;
  private final Audit audit;
  private final JdbcClient db;
  private final ApplicationEventPublisher events;

  Review(ProposalStore store, Layers layers, Publication publication, Comments comments, Notices notices, Views views, Sight sight, Audit audit, JdbcClient db,
      ApplicationEventPublisher events) {
    this.store = store;
    this.layers = layers;
    this.publication = publication;
    this.comments = comments;
    this.notices = notices;
    this.views = views;
    this.sight = sight;
    this.audit = audit;
    this.db = db;
    this.events = events;
  }

  /**
   * Takes a step. The same step sent again, since its answer was lost, is taken once.
   *
   * @throws RefusedException 403 if this person may not, 412 if the proposal is not the one that was read, 409 if its state or that of the
   *     feature forbids it, 422 if something is wrong or missing
   */
  @Transactional
  public Proposal take(long id, Version version, Decision decision, Caller by) {
    Proposal before = store.lock(id, by).orElseThrow(() -> Refusals.missing(id));
    Step step = decision.step();
    Permits.check(step, before, by);
    version.checkNamed();
    if (!version.is(before.version())) {
      if (isRepeated(before, version, decision, by)) {
        return before;
      }
      throw version.changedMeanwhile(views.current(before, by));
    }
    if (!step.isPossibleIn(before.state())) {
      throw Refusals.wrongState(before, Permits.of(before, by));
    }
    Layer layer = layers.getLayer(before.layer(), "layer");
    decision.comments().forEach(remark -> {
      remark.check(layer);
      comments.add(id, remark, by.name());
    });
    Published published = null;
    switch (step) {
      case SUBMIT -> submit(before, layer, seen(before, layer, by));
      case APPROVE -> publication.checkReady(before, layer, seen(before, layer, by));
      case PUBLISH -> published = publication.publish(before, layer, seen(before, layer, by), by.account(), decision.reason());
      case SEND_BACK -> requireReason(decision.reason() != null || !decision.comments().isEmpty());
      case DISCARD -> requireReason(decision.reason() != null || by.isOneOf(before.writers()));
      case WITHDRAW -> { } // who wrote it need not say why
    }
    store.move(id, step, by.name(), decision.reason(), published == null ? null : published.id(), published == null ? null : published.version());
    return moved(store.get(id), decision, by.name(), by.names());
  }

  /** Submits what somebody without an account has begun; done once. */
  @Transactional
  public long submitted(Drafts.Begun begun, String author) {
    Proposal proposal = begun.proposal();
    if (proposal.state() == State.DRAFT) {
      submit(proposal, layers.getLayer(proposal.layer(), "layer"), Sight.EVERYTHING);
      store.move(proposal.id(), Step.SUBMIT, author, null, null, null);
      moved(store.get(proposal.id()), new Decision(Step.SUBMIT, null, List.of()), author, Set.of(author));
    }
    return proposal.id();
  }

  private Proposal moved(Proposal after, Decision decision, String who, Set<String> names) {
    notices.tell(decision.step().toString(), after, who, names, decision.reason());
    audit.note(who, decision.step().action(), "proposal:" + after.id(), after.kind() + " " + after.layer()
        + (after.feature() == null ? "" : ":" + after.feature()) + (decision.reason() == null ? "" : "; " + decision.reason()));
    events.publishEvent(new ProposalMoved(after.id(), after.author(), after.state().toString(), after.layer(), after.feature(), decision.reason()));
    return after;
  }

  private void submit(Proposal proposal, Layer layer, Predicate<String> seen) {
    publication.checkReady(proposal, layer, seen);
    boolean isCoded = proposal.kind() != Kind.CREATE || !proposal.properties().path("code").asString("").isBlank();
    if (!isCoded && Weighing.isCodedHere(layer)) {
      db.sql(GIVE_CODE).param("id", proposal.id()).param("code", Weighing.code(proposal.id())).update();
    }
  }

  private Predicate<String> seen(Proposal proposal, Layer layer, Caller reader) {
    return sight.of(layer, proposal.feature(), proposal.territory(), reader.account());
  }

  private boolean isRepeated(Proposal present, Version version, Decision decision, Caller by) {
    List<ProposalStore.Taken> steps = store.steps(present.id());
    ProposalStore.Taken last = steps.get(steps.size() - 1);
    return version.is(present.version() - 1) && last.version() == present.version() && last.who().equals(by.name())
        && last.step().equals(decision.step().toString()) && Objects.equals(last.reason(), decision.reason());
  }

  private static void requireReason(boolean given) {
    if (!given) {
      throw new InvalidInputException("reason", "reason is required");
    }
  }

  /** Says something about a proposal, which stays what it is. */
  @Transactional
  public void comment(long id, Comments.Remark remark, Caller by) {
    by.checkPerson();
    Proposal proposal = store.find(id, by).orElseThrow(() -> Refusals.missing(id));
    remark.check(layers.getLayer(proposal.layer(), "layer"));
    comments.add(id, remark, by.name());
    notices.tell("comment", proposal, by, remark.text());
  }

  /** Says that a comment is done with, or open again. */
  @Transactional
  public void resolve(long id, long comment, boolean resolved, Caller by) {
    by.checkPerson();
    store.find(id, by).orElseThrow(() -> Refusals.missing(id));
    comments.resolve(id, comment, resolved, by.name());
  }
}
