package org.comparto.proposal;

import java.util.function.Predicate;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.editing.Authorship;
import org.comparto.editing.Checked;
import org.comparto.editing.Edits;
import org.comparto.editing.Published;
import org.comparto.layer.Layer;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes of an approved proposal one change of the published data, in the name of its author and of who approved it. */
@Component
class Publication {

  private static final String ALONE = Sql.load("proposal/publish-alone.sql").text();
  private static final String APPROVER = Sql.load("proposal/approver.sql").text();

  private final JdbcClient db;
  private final Edits edits;
  private final Snapshots snapshots;
  private final Weighing weighing;

  Publication(JdbcClient db, Edits edits, Snapshots snapshots, Weighing weighing) {
    this.db = db;
    this.edits = edits;
    this.snapshots = snapshots;
    this.weighing = weighing;
  }

  /**
   * Holds it against what is published now, which others may have changed since it was begun.
   *
   * @throws RefusedException 409 if the feature is another by now or retired, or nothing is proposed; 422 if something is wrong or missing
   */
  void checkReady(Proposal proposal, Layer layer, Predicate<String> seen) {
    Comparison comparison = snapshots.compare(proposal, layer);
    if (comparison.isRetired()) {
      throw Refusals.retired();
    }
    if (comparison.isOutdated()) {
      throw Refusals.outdated(comparison, seen);
    }
    if (proposal.kind() == Kind.CHANGE && comparison.changes().isEmpty()) {
      throw Refusals.nothingProposed();
    }
    if (proposal.kind() != Kind.RETIRE) {
      Weighing.requireComplete(check(proposal, layer).faults());
    }
  }

  /** @param reason of who publishes it; the history has the author's own first */
  @Transactional(propagation = Propagation.MANDATORY)
  public Published publish(Proposal proposal, Layer layer, Predicate<String> seen, CurrentAccount by, @Nullable String reason) {
    String reviewer = db.sql(APPROVER).param("id", proposal.id()).query(String.class).optional().filter(who -> !proposal.writers().contains(who))
        .orElseThrow(Refusals::own);
    db.sql(ALONE).param("layer", layer.id()).query().listOfRows();
    checkReady(proposal, layer, seen);
    Authorship authorship = new Authorship(proposal.author(), reviewer, proposal.note() == null ? reason : proposal.note());
    if (proposal.kind() == Kind.RETIRE) {
      return edits.retire(layer, proposal.feature(), proposal.baseVersion(), authorship);
    }
    Checked checked = check(proposal, layer);
    by.checkReview(layer.id(), checked.territory(), checked.municipality());
    return edits.publish(layer, proposal.feature(), proposal.baseVersion(), checked, authorship);
  }

  private Checked check(Proposal proposal, Layer layer) {
    return weighing.check(layer, proposal.feature(), proposal.properties(), proposal.geometry());
  }
}
