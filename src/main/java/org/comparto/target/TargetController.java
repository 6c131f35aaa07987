package org.comparto.target;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Targets and what there is of them: anybody may look, whoever reviews energy areas sets them. */
@RestController
class TargetController {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  /**
   * @param utilisedFarmland null where nobody has written it down
   * @param sources of the figures, by column
   */
  record Answer(String territory, List<Target> targets, Figures figures, @Nullable UtilisedFarmland utilisedFarmland, List<Source> sources) {}

  private final Targets targets;
  private final Counting counting;
  private final TargetFile file;
  private final UtilisedFarmlands utilised;

  TargetController(Targets targets, Counting counting, TargetFile file, UtilisedFarmlands utilised) {
    this.targets = targets;
    this.utilised = utilised;
    this.counting = counting;
    this.file = file;
  }

  @GetMapping("/api/energy/targets")
  ResponseEntity<Answer> get(@RequestParam String territory) {
    Figures figures = counting.count(territory, LocalDate.now(ITALY));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(territory, targets.list(territory), figures, utilised.find(territory).orElse(null), Source.ALL));
  }

  @GetMapping("/api/energy/targets.csv")
  void csv(@RequestParam String territory, HttpServletResponse response) throws IOException {
    Figures figures = counting.count(territory, LocalDate.now(ITALY));
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("comparto_energy_targets_" + territory + ".csv").build().toString());
    file.write(territory, targets.list(territory), figures, utilised.find(territory).orElse(null), response.getOutputStream());
  }

  /** If-Match is the version that was read, "0" where there is none yet for the year. */
  @PutMapping(path = "/api/energy/targets/{territory}/{year}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Target> put(@PathVariable String territory, @PathVariable int year, @RequestBody NewTarget target,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Target put = targets.put(territory, year, version(ifMatch), target);
    return ResponseEntity.ok().eTag("\"" + put.version() + "\"").body(put);
  }

  @DeleteMapping("/api/energy/targets/{territory}/{year}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String territory, @PathVariable int year, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    targets.remove(territory, year, version(ifMatch));
  }

  /** If-Match is the version that was read, "0" where there is none yet. */
  @PutMapping(path = "/api/energy/farmland/{territory}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<UtilisedFarmland> putFarmland(@PathVariable String territory, @RequestBody UtilisedFarmland.Sent sent,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    UtilisedFarmland put = utilised.put(territory, version(ifMatch), sent);
    return ResponseEntity.ok().eTag("\"" + put.version() + "\"").body(put);
  }

  @DeleteMapping("/api/energy/farmland/{territory}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeFarmland(@PathVariable String territory, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    utilised.remove(territory, version(ifMatch));
  }

  private static int version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the member version of the target, \"0\" where there is none.", "If-Match", null);
    }
    String version = ifMatch.strip().replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (!version.matches("\\d{1,9}")) {
      throw new InvalidInputException("If-Match", "If-Match must be the version of a target, as \"3\".");
    }
    return Integer.parseInt(version);
  }
}
