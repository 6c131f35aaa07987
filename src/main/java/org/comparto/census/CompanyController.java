package org.comparto.census;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.ateco.Ateco;
import org.comparto.editing.Authorship;
import org.comparto.editing.Checked;
import org.comparto.editing.Present;
import org.comparto.editing.Published;
import org.comparto.feature.Changes;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/census/companies}: the census as the desk sees and writes it, companies without consent included. */
@RestController
class CompanyController {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final int LONGEST_NAME = 200;

  /** A unit of the same firm. */
  record Unit(long id, String code, @Nullable String name, String unitKind) {}

  /**
   * The page of a company.
   *
   * @param ateco its main code and what that is in the other version; null where it has none
   * @param units headquarters first, of the same firm
   * @param mergedFrom companies that live on in this one
   */
  record View(long id, int version, String status, Instant updatedAt, String updatedBy, ObjectNode properties, JsonNode geometry, List<String> consents,
      List<Consents.Evidence> evidence, Ateco.@Nullable Entry ateco, List<Unit> units, List<Long> mergedFrom) {}

  /** What is sent of a company. @param geometry null: as it is */
  record Wanted(@Nullable ObjectNode properties, @Nullable JsonNode geometry, @Nullable String reason) {}

  /** A statement of consent that somebody makes before the desk. */
  record Stated(@Nullable String group, @Nullable Boolean granted, @Nullable String statedBy, @Nullable LocalDate statedOn) {}

  private final Companies companies;
  private final CompanySearch search;
  private final Consents consents;
  private final CompanyErasure erasure;
  private final Ateco ateco;
  private final Changes changes;
  private final JdbcClient db;
  private final TransactionTemplate transactions;

  CompanyController(Companies companies, CompanySearch search, Consents consents, CompanyErasure erasure, Ateco ateco, Changes changes, JdbcClient db,
      TransactionTemplate transactions) {
    this.companies = companies;
    this.search = search;
    this.consents = consents;
    this.erasure = erasure;
    this.ateco = ateco;
    this.changes = changes;
    this.db = db;
    this.transactions = transactions;
  }

  @GetMapping("/api/census/companies")
  ResponseEntity<CompanySearch.Page> list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String ateco, @RequestParam(required = false) @Nullable String chain,
      @RequestParam(required = false) @Nullable String size, @RequestParam(required = false) @Nullable String municipality,
      @RequestParam(required = false) @Nullable String consent, @RequestParam(required = false) @Nullable String territory,
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int offset) {
    caller.checkWrite(Companies.LAYER, caller.territory());
    String within = caller.territory() == null ? Field.optional("territory", territory, 60) : caller.territory();
    return fresh(search.find(new CompanySearch.Question(q, ateco, chain, size, municipality, consent, within, limit, offset)));
  }

  @GetMapping("/api/census/companies/{id}")
  ResponseEntity<View> get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return view(id, seen(id, caller));
  }

  /** A new company; it is public nowhere before somebody states its consent. Where no code is given it gets the next free one. */
  @PostMapping(path = "/api/census/companies", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> create(@AuthenticationPrincipal CurrentAccount caller, @RequestBody Wanted wanted) {
    if (wanted.properties() == null || wanted.geometry() == null) {
      throw new InvalidInputException("properties", "properties and geometry are required");
    }
    String reason = Field.text("reason", wanted.reason(), 2000);
    Published made = transactions.execute(begun -> {
      if (wanted.properties().path("code").isMissingNode() || wanted.properties().path("code").isNull()) {
        wanted.properties().put("code", companies.nextCode());
      }
      Checked checked = companies.check(wanted.properties(), wanted.geometry());
      caller.checkWrite(Companies.LAYER, checked.territory() == null ? caller.territory() : checked.territory());
      return companies.add(checked, new Authorship(caller.username(), null, reason));
    });
    ResponseEntity<View> answer = view(made.id(), companies.get(made.id()));
    return ResponseEntity.status(HttpStatus.CREATED).headers(answer.getHeaders()).body(answer.getBody());
  }

  /** Under the version that was read; what is not named stays. */
  @PatchMapping(path = "/api/census/companies/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> change(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Wanted wanted,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    seen(id, caller);
    if (wanted.properties() == null) {
      throw new InvalidInputException("properties", "properties is required");
    }
    companies.change(id, version(ifMatch), wanted.properties(), wanted.geometry(),
        new Authorship(caller.username(), null, Field.text("reason", wanted.reason(), 2000)));
    return view(id, companies.get(id));
  }

  /** What a company has said to the desk; kept as evidence. */
  @PostMapping(path = "/api/census/companies/{id}/consents", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> state(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody Stated stated) {
    seen(id, caller);
    if (stated.granted() == null) {
      throw new InvalidInputException("granted", "granted is required");
    }
    LocalDate today = LocalDate.now(ITALY);
    LocalDate on = stated.statedOn() == null ? today : stated.statedOn();
    if (on.isAfter(today) || on.getYear() < 2000) {
      throw new InvalidInputException("statedOn", "statedOn must be a day of the past");
    }
    Statement statement = new Statement(Consents.group("group", stated.group()), stated.granted(), Field.required("statedBy", stated.statedBy(), LONGEST_NAME), on,
        "desk", null, caller.username());
    transactions.executeWithoutResult(begun -> {
      changes.begin(Changes.Kind.EDIT, caller.username(), "consent for " + statement.group() + " stated by the company");
      consents.state(id, List.of(statement), caller.username());
    });
    return view(id, companies.get(id));
  }

  /** Forgets the company: no value of it stays, in its history neither. */
  @PostMapping("/api/census/companies/{id}/erasure")
  ResponseEntity<Void> erase(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    seen(id, caller);
    erasure.erase(id, caller.username());
    return ResponseEntity.noContent().build();
  }

  private Present seen(long id, CurrentAccount caller) {
    Present company = companies.get(id);
    if (caller.territory() != null && !caller.territory().equals(company.territory())) {
      throw new NotFoundException("id", "There is no company " + id + ".");
    }
    caller.checkWrite(Companies.LAYER, company.territory());
    return company;
  }

  private ResponseEntity<View> view(long id, Present is) {
    String code = is.properties().path("ateco_code").asString("");
    Ateco.Entry entry = ateco.entry(is.properties().path("ateco_version").asString("2025"), code).orElse(null);
    List<Unit> units = db.sql("""
        SELECT id, code, name, coalesce(unit_kind, 'local_unit') AS unit_kind FROM company
        WHERE publication_status = 'published' AND id <> :id AND (headquarters_id = :id OR id = :head OR headquarters_id = :head)
        ORDER BY unit_kind, name, id LIMIT 200""").param("id", id)
        .param("head", is.properties().path("headquarters_id").isNumber() ? is.properties().path("headquarters_id").asLong() : -1L).query(Unit.class).list();
    List<Long> from = db.sql("SELECT gone_id FROM company_merge WHERE kept_id = :id AND undone_at IS NULL ORDER BY id").param("id", id).query(Long.class).list();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag("\"" + is.version() + "\"").body(new View(id, is.version(), is.status(), is.updatedAt(),
        is.updatedBy(), is.properties(), is.geometry(), consents.given(id), consents.evidence(id), entry, units, from));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  private static int version(@Nullable String ifMatch) {
    String number = ifMatch == null ? "" : ifMatch.strip().replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (number.isEmpty()) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "Name the version that you have read: If-Match with the member version of the company.",
          HttpHeaders.IF_MATCH, null);
    }
    if (!number.matches("\\d{1,9}")) {
      throw new InvalidInputException(HttpHeaders.IF_MATCH, "If-Match must be the version of a company, as \"3\".");
    }
    return Integer.parseInt(number);
  }
}
