package org.comparto.duplicate;

import java.time.Instant;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.census.Companies;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/census/duplicates}: companies that may be one, for the desk. */
@RestController
class DuplicateController {

  private static final int MOST_LISTED = 500;
  private static final String MERGES = Sql.load("duplicate/merges.sql").text();
  private static final String DISTINCT = Sql.load("duplicate/distinct.sql").text();

  /** The likeliest pairs. @param total of all that reach the points asked for */
  record Page(List<Pairs.Pair> pairs, int total) {}

  /** A merge. @param undoneAt null while it holds */
  record Merge(long id, long keptId, String keptCode, @Nullable String keptName, long goneId, String goneCode, @Nullable String goneName, String mergedBy,
      Instant mergedAt, @Nullable String undoneBy, @Nullable Instant undoneAt) {}

  /** Two that are two. */
  record Distinct(long firstId, String firstCode, @Nullable String firstName, long secondId, String secondCode, @Nullable String secondName, String statedBy,
      Instant statedAt, @Nullable String note) {}

  /** As it is sent. */
  record Told(@Nullable Long first, @Nullable Long second, @Nullable String note) {}

  /** What was decided so far. */
  record Decided(List<Merge> merges, List<Distinct> distinct) {}

  /** Companies that are there already, the likeliest first. */
  record Known(List<Alike.Found> companies) {}

  /** The merge that was made. */
  record Made(long merge, long kept) {}

  private final Pairs pairs;
  private final Alike alike;
  private final Merging merging;
  private final Companies companies;
  private final JdbcClient db;

  DuplicateController(Pairs pairs, Alike alike, Merging merging, Companies companies, JdbcClient db) {
    this.pairs = pairs;
    this.alike = alike;
    this.merging = merging;
    this.companies = companies;
    this.db = db;
  }

  @GetMapping("/api/census/duplicates")
  ResponseEntity<Page> find(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(defaultValue = "" + Likeness.LEAST) int least,
      @RequestParam(defaultValue = "100") int limit) {
    if (least < 1 || least > 100) {
      throw new InvalidInputException("least", "least is " + least + "; it must be from 1 to 100");
    }
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
    }
    caller.checkWrite(Companies.LAYER, caller.territory());
    List<Pairs.Pair> found = pairs.find(caller.territory(), least);
    return fresh(new Page(found.subList(0, Math.min(limit, found.size())), found.size()));
  }

  /** Whether a company that somebody is about to enter is there already. */
  @PostMapping(path = "/api/census/duplicates/alike", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Known> alike(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Alike.Typed typed) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return fresh(new Known(alike.find(typed, caller.territory())));
  }

  @GetMapping("/api/census/duplicates/decided")
  ResponseEntity<Decided> decided(@AuthenticationPrincipal CurrentAccount caller) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    return fresh(new Decided(db.sql(MERGES).param("territory", caller.territory()).query(Merge.class).list(),
        db.sql(DISTINCT).param("territory", caller.territory()).query(Distinct.class).list()));
  }

  @PostMapping(path = "/api/census/duplicates/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Made> merge(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Merging.Wanted wanted) {
    if (wanted.keep() != null && wanted.gone() != null) {
      checkTerritory(wanted.keep(), caller);
      checkTerritory(wanted.gone(), caller);
    }
    caller.checkWrite(Companies.LAYER, caller.territory());
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new Made(merging.merge(wanted, caller.username()), wanted.keep()));
  }

  @PostMapping("/api/census/duplicates/merges/{id}/undoing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    merging.undo(id, caller.territory(), caller.username());
  }

  /** The two are two, whatever they share. */
  @PostMapping(path = "/api/census/duplicates/distinct", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void tell(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Told told) {
    if (told.first() == null || told.second() == null || told.first().equals(told.second())) {
      throw new InvalidInputException("first", "first and second must be two companies");
    }
    checkTerritory(told.first(), caller);
    checkTerritory(told.second(), caller);
    db.sql("INSERT INTO company_distinct (first_id, second_id, stated_by, note) VALUES (:first, :second, :by, :note) ON CONFLICT DO NOTHING")
        .param("first", Math.min(told.first(), told.second())).param("second", Math.max(told.first(), told.second()))
        .param("by", caller.username()).param("note", Field.text("note", told.note(), 2000)).update();
  }

  /** They may be one after all. */
  @DeleteMapping("/api/census/duplicates/distinct/{first}/{second}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long first, @PathVariable long second) {
    for (long one : List.of(first, second)) {
      checkTerritory(one, caller);
    }
    db.sql("DELETE FROM company_distinct WHERE first_id = :first AND second_id = :second").param("first", Math.min(first, second))
        .param("second", Math.max(first, second)).update();
  }

  private void checkTerritory(long company, CurrentAccount caller) {
    String territory = companies.get(company).territory();
    if (caller.territory() != null && !caller.territory().equals(territory)) {
      throw new NotFoundException("company", "There is no company " + company + ".");
    }
    caller.checkWrite(Companies.LAYER, territory);
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
