package org.comparto.ruleset;

import java.time.LocalDate;
import java.time.ZoneId;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.layer.Layers;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says that a layer was loaded completely in a territory, also if nothing of it lies there, and takes that back. */
@RestController
class CoverageController {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final int LONGEST_SOURCE = 300;

  /** @param asOf the state of the data; not in the future */
  record Coverage(@Nullable LocalDate asOf, @Nullable String source) {}

  private final Availability availability;
  private final Layers layers;
  private final Audit audit;

  CoverageController(Availability availability, Layers layers, Audit audit) {
    this.availability = availability;
    this.layers = layers;
    this.audit = audit;
  }

  @PutMapping("/api/energy/coverage/{territory}/{layer}")
  @Transactional
  public ResponseEntity<Void> declare(@PathVariable String territory, @PathVariable String layer, @RequestBody Coverage coverage,
      @AuthenticationPrincipal CurrentAccount account) {
    check(territory, layer, account);
    if (coverage.asOf() == null || coverage.asOf().isAfter(LocalDate.now(ITALY))) {
      throw new InvalidInputException("asOf", "asOf must be the day of the data, yyyy-mm-dd, and not in the future");
    }
    availability.declare(territory, layer, coverage.asOf(), Field.required("source", coverage.source(), LONGEST_SOURCE), account.username());
    audit.note(account.username(), AuditAction.LAYER_COVERAGE_DECLARED, "layer:" + layer, territory + ", " + coverage.asOf());
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/api/energy/coverage/{territory}/{layer}")
  @Transactional
  public ResponseEntity<Void> withdraw(@PathVariable String territory, @PathVariable String layer, @AuthenticationPrincipal CurrentAccount account) {
    check(territory, layer, account);
    if (!availability.withdraw(territory, layer)) {
      throw new NotFoundException("layer", "Nobody has said that " + layer + " is complete in " + territory + ".");
    }
    audit.note(account.username(), AuditAction.LAYER_COVERAGE_WITHDRAWN, "layer:" + layer, territory);
    return ResponseEntity.noContent().build();
  }

  private void check(String territory, String layer, CurrentAccount account) {
    account.checkLoad(territory);
    account.checkLoadLayer(layer);
    layers.getLayer(layer, "layer");
    if (!availability.territories().contains(territory)) {
      throw new NotFoundException("territory", "There is no territory \"" + territory + "\".");
    }
  }
}
