package org.comparto.eligible;

import java.net.URI;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far eligible areas are computed, for anybody; and again from the beginning, for those who review. */
@RestController
class EligibleController {

  /** @param job whose progress /api/jobs/{id} tells */
  record Begun(long job) {}

  /** Who reviews energy areas decides about their rules, and about computing them. */
  private static final String REVIEWED = "energy_area";

  private final StatusReading status;
  private final Runs runs;
  private final Grids grids;

  EligibleController(StatusReading status, Runs runs, Grids grids) {
    this.status = status;
    this.runs = runs;
    this.grids = grids;
  }

  @GetMapping("/api/energy/eligible/status")
  ResponseEntity<EligibleStatus> status() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(status.read());
  }

  @PostMapping("/api/energy/eligible/computation")
  ResponseEntity<Begun> compute(@RequestParam String territory) {
    CurrentAccount caller = CurrentAccount.get();
    if (!grids.known().contains(territory)) {
      throw new NotFoundException("territory", "There is no territory \"" + territory + "\"; GET /api/energy/eligible/status lists those there are.");
    }
    caller.checkReview(REVIEWED, territory, caller.municipality());
    long job = runs.beginAgain(territory, caller.username());
    return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(new Begun(job));
  }
}
