package org.comparto.ogc;

import java.io.IOException;
import java.io.InputStream;
import org.comparto.account.CurrentAccount;
import org.comparto.editing.Edits;
import org.comparto.editing.IfMatch;
import org.comparto.editing.Wishes;
import org.comparto.layer.Layer;
import org.comparto.proposal.Kind;
import org.comparto.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing that somebody else has to approve: each call becomes a submitted proposal, of which the id is returned, and nothing is public yet. */
@Component
@Transactional(rollbackFor = IOException.class)
class ReviewedWriting {

  private final Wishes wishes;
  private final Proposals proposals;

  ReviewedWriting(Wishes wishes, Proposals proposals) {
    this.wishes = wishes;
    this.proposals = proposals;
  }

  /** Whether this is the way for whoever calls. */
  boolean isNeeded() {
    return CurrentAccount.find().filter(wishes::areNeeded).isPresent();
  }

  long create(Layer layer, InputStream body, Edits.Terms terms) throws IOException {
    return submit(layer, Kind.CREATE, null, wishes.create(layer, body, terms), terms);
  }

  long replace(Layer layer, long id, IfMatch version, InputStream body, Edits.Terms terms) throws IOException {
    return submit(layer, Kind.CHANGE, id, wishes.replace(layer, id, version, body, terms), terms);
  }

  long update(Layer layer, long id, IfMatch version, InputStream patch, Edits.Terms terms) throws IOException {
    return submit(layer, Kind.CHANGE, id, wishes.update(layer, id, version, patch, terms), terms);
  }

  long retire(Layer layer, long id, IfMatch version, Edits.Terms terms) {
    return submit(layer, Kind.RETIRE, id, wishes.retire(layer, id, version, terms), terms);
  }

  private long submit(Layer layer, Kind kind, @Nullable Long id, Wishes.Wish wish, Edits.Terms terms) {
    return proposals.submit(new Proposals.Submission(layer.id(), kind, id, wish.properties(), wish.geometry(), terms.reason(), null), CurrentAccount.get());
  }
}
