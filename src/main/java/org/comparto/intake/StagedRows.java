package org.comparto.intake;

import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a load is about to do, for other modules that have to say what would follow from it. */
@Component
public class StagedRows {

  /**
   * A load as others may know it.
   *
   * @param layer null before it is planned
   * @param change that it was applied by; null until it is
   * @param tables null where nothing is staged
   */
  public record About(long id, @Nullable String layer, @Nullable Long change, @Nullable Tables tables) {}

  /**
   * Pieces of SQL.
   *
   * @param target one typed row ("#row", "#geom" and the layer's columns) for each row of the file
   * @param match which record ({@code feature_id}) a row found and what of it changes; without a row the records that go
   * @param accepted the condition on a row t of target that it is written
   */
  public record Tables(String target, String match, String accepted) {}

  private final Loads loads;
  private final TargetTable tables;

  StagedRows(Loads loads, TargetTable tables) {
    this.loads = loads;
    this.tables = tables;
  }

  /**
   * @throws NotFoundException if there is no such load
   * @throws RefusedException if it is of another territory than the caller's
   */
  public About about(long id, CurrentAccount caller) {
    Load load = loads.getFor(caller, id);
    boolean staged = load.state() == LoadState.CHECKED && load.plan() != null && tables.exists(load.target()) && tables.exists(load.match());
    return new About(id, load.layer(), load.change(), Optional.of(load).filter(one -> staged)
        .map(one -> new Tables(one.target(), one.match(), accepted(one))).orElse(null));
  }

  private static String accepted(Load load) {
    String rejects = load.plan() != null && load.plan().repair() ? "p.severity = 'reject'" : "p.severity IN ('reject', 'repair')";
    return "NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = " + load.id() + " AND p.row_number = t.\"#row\" AND " + rejects + ")";
  }
}
