package org.comparto.bottleneck;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.inquiry.FormStamps;
import org.comparto.picture.Photo;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reporting a bottleneck, for anybody; and what the desk makes of reports. */
@RestController
class ReportController {

  /** The photo is a third longer in JSON, and the rest is short. */
  private static final int MOST_BYTES = Photo.MOST_BYTES * 4 / 3 + 64 * 1024;
  private static final String PHOTO = Sql.load("bottleneck/photo.sql").text();

  /**
   * What the form needs to know.
   *
   * @param stamp to be sent along with what is filled in
   */
  record Form(String stamp, long minimumSeconds, Consent consent, int retentionMonths, int mostPhotoBytes) {}

  /** @param text by language */
  record Consent(String version, Map<String, String> text) {}

  /** What was reported. */
  record ReportList(List<Report> reports) {}

  private final ReportIntake reports;
  private final Moderation moderation;
  private final Audit audit;
  private final FormStamps stamps;
  private final BottleneckProperties properties;
  private final JdbcClient db;
  private final JsonMapper json;

  ReportController(ReportIntake reports, Moderation moderation, Audit audit, FormStamps stamps, BottleneckProperties properties, JdbcClient db,
      JsonMapper json) {
    this.reports = reports;
    this.moderation = moderation;
    this.audit = audit;
    this.stamps = stamps;
    this.properties = properties;
    this.db = db;
    this.json = json;
  }

  @GetMapping("/api/bottlenecks/reports/form")
  ResponseEntity<Form> form() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Form(stamps.issue(Instant.now()), stamps.minimumFill().toSeconds(),
        new Consent(ConsentText.VERSION, ConsentText.inLanguages(properties.retentionMonths())), properties.retentionMonths(), Photo.MOST_BYTES));
  }

  /** The photo is in Base64. */
  @PostMapping(path = "/api/bottlenecks/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ReportIntake.Accepted> send(HttpServletRequest request) throws IOException {
    NewReport report = NewReport.of(read(request));
    Photo photo = report.photo() == null ? null : Photo.of(report.photo());
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(reports.accept(report, photo, request.getRemoteAddr()));
  }

  @GetMapping("/api/bottlenecks/photos/{photo}")
  ResponseEntity<byte[]> photo(@PathVariable String photo) {
    return picture(uuid(photo).flatMap(id -> db.sql(PHOTO).param("id", id.toString()).query(byte[].class).optional())
        .orElseThrow(() -> new NotFoundException("photo", "There is no public photo of this name.")), CacheControl.maxAge(Duration.ofMinutes(5)));
  }

  @GetMapping("/api/bottlenecks/reports")
  ResponseEntity<ReportList> list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam @Nullable String state) {
    if (state != null && !List.of("new", "published", "merged", "refused", "spam").contains(state)) {
      throw new InvalidInputException("state", "state must be new, published, merged, refused or spam");
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ReportList(moderation.list(state, caller)));
  }

  @GetMapping("/api/bottlenecks/reports/{report}")
  ResponseEntity<Report> get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long report) {
    return answer(moderation.get(report, caller));
  }

  @GetMapping("/api/bottlenecks/reports/{report}/photo")
  ResponseEntity<byte[]> photoOf(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long report) {
    return picture(moderation.photo(moderation.get(report, caller)).orElseThrow(() -> new NotFoundException("report", "This report has no photo.")),
        CacheControl.noStore());
  }

  @PostMapping(path = "/api/bottlenecks/reports/{report}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Report> decide(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long report, @RequestBody Moderation.Decision.Sent decision,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(moderation.decide(report, RoadController.version(ifMatch), Moderation.Decision.of(decision), caller));
  }

  /** Forgets who reported; the bottleneck stays what it is. */
  @PostMapping("/api/bottlenecks/reports/{report}/erasure")
  ResponseEntity<Report> erase(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long report) {
    caller.checkWrite("bottleneck", moderation.get(report, caller).territoryCode());
    moderation.erase(report);
    audit.note(caller.username(), AuditAction.PERSONAL_DATA_ERASED, "report:" + report, null);
    return answer(moderation.get(report, caller));
  }

  private static ResponseEntity<Report> answer(Report report) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag("\"" + report.version() + "\"").body(report);
  }

  private static ResponseEntity<byte[]> picture(byte[] jpeg, CacheControl kept) {
    return ResponseEntity.ok().cacheControl(kept).contentType(MediaType.IMAGE_JPEG).body(jpeg);
  }

  private static java.util.Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? java.util.Optional.of(UUID.fromString(text)) : java.util.Optional.empty();
  }

  private NewReport.Sent read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A report has at most " + MOST_BYTES + " bytes, its photo at most "
          + Photo.MOST_BYTES + ".", "photo", null);
    }
    try {
      NewReport.Sent read = json.readValue(body, NewReport.Sent.class);
      if (read == null) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      return read;
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }
}
