package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Loads over HTTP: send a file, plan, look at what it would do, apply, take back. */
@RestController
class LoadController {

  /** A job was put to the load. */
  record Started(long id, LoadState state, long job) {}

  /** Newest first. */
  record LoadList(List<LoadView> loads) {}

  /** Some rows of one kind; the last one's {@code page} is what {@code after} continues from. */
  record RowList(List<JsonNode> items) {}

  /** @param force also where records were edited since */
  record Rollback(@Nullable Boolean force) {}

  private static final int MOST_ROWS = 500;

  private final Loads loads;
  private final Uploads uploads;
  private final SourceFiles files;
  private final Planning planning;
  private final LoadRows rows;
  private final RollbackJob rollbacks;
  private final Layers layers;

  LoadController(Loads loads, Uploads uploads, SourceFiles files, Planning planning, LoadRows rows, RollbackJob rollbacks, Layers layers) {
    this.loads = loads;
    this.uploads = uploads;
    this.files = files;
    this.planning = planning;
    this.rows = rows;
    this.rollbacks = rollbacks;
    this.layers = layers;
  }

  /** Its last part. @throws InvalidInputException if it is none */
  static String fileName(String name) {
    String fileName = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1).strip();
    if (fileName.chars().allMatch(c -> c == '.') || fileName.length() > 255 || fileName.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException("name", "name must be the file's name, of at most 255 characters");
    }
    return fileName;
  }

  @PostMapping(path = "/api/loads", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<LoadView> receive(@AuthenticationPrincipal CurrentAccount caller, @RequestParam String name, InputStream body) throws IOException {
    String fileName = fileName(name);
    Limits limits = caller.id() == null ? Limits.unlimited() : Limits.upload();
    Uploads.Upload upload = uploads.receive(body, limits.bytes());
    Inspection inspection;
    try {
      inspection = files.inspect(uploads.path(upload.name()), fileName, limits);
    } catch (RuntimeException e) {
      uploads.remove(upload.name());
      throw e;
    }
    long id = loads.create(fileName, upload.sha256(), upload.bytes(), upload.name(), inspection, caller);
    return ResponseEntity.created(URI.create("/api/loads/" + id)).body(LoadView.of(loads.get(id)));
  }

  @GetMapping("/api/loads")
  LoadList list(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable Long after) {
    return new LoadList(loads.list(caller.territory(), after, limit(limit)).stream().map(LoadView::of).toList());
  }

  @GetMapping("/api/loads/{id}")
  LoadView get(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    return LoadView.of(loads.getFor(caller, id));
  }

  @GetMapping("/api/loads/{id}/suggestion")
  Planning.Suggested suggestion(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestParam String layer,
      @RequestParam(required = false) @Nullable String sourceLayer) {
    Load load = loads.getFor(caller, id);
    if (load.inspection() == null) {
      throw Loads.wrongState(load); // not read yet, or never to be
    }
    return planning.suggest(load, layers.getWrittenLayer(layer, "layer"), sourceLayer);
  }

  @PutMapping("/api/loads/{id}/plan")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started plan(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody LoadPlan plan) {
    Load load = loads.getFor(caller, id);
    if (!load.state().isPlannable()) {
      throw Loads.wrongState(load);
    }
    long job = planning.plan(load, plan, caller);
    return new Started(id, LoadState.CHECKING, job);
  }

  @GetMapping("/api/loads/{id}/rows")
  RowList rows(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestParam String kind,
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") long after) {
    return new RowList(rows.read(loads.getFor(caller, id), LoadRows.Kind.of(kind), limit(limit), after));
  }

  @PostMapping("/api/loads/{id}/apply")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started apply(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    Load load = loads.getFor(caller, id);
    if (load.state() != LoadState.CHECKED) {
      throw Loads.wrongState(load);
    }
    return new Started(id, LoadState.APPLYING, loads.start(load, LoadState.APPLYING, ApplyJob.KIND, new LoadJob(id), caller.username()));
  }

  @PostMapping("/api/loads/{id}/rollback")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started rollback(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id, @RequestBody(required = false) @Nullable Rollback how) {
    Load load = loads.getFor(caller, id);
    if (load.state() != LoadState.APPLIED) {
      throw Loads.wrongState(load);
    }
    boolean force = how != null && Boolean.TRUE.equals(how.force());
    if (!force) {
      layers.findLayer(load.layer()).map(layer -> rollbacks.conflicts(load, layer, 20)).filter(found -> !found.isEmpty()).ifPresent(found -> {
        throw RefusedException.conflict("edited-since", RollbackJob.refusal(found), "force", Map.of("conflicts", found));
      });
    }
    return new Started(id, LoadState.ROLLING_BACK, loads.start(load, LoadState.ROLLING_BACK, RollbackJob.KIND,
        new RollbackJob.Parameters(id, force, caller.username()), caller.username()));
  }

  @DeleteMapping("/api/loads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@AuthenticationPrincipal CurrentAccount caller, @PathVariable long id) {
    Load load = loads.getFor(caller, id);
    if (!load.state().isPlannable()) {
      throw Loads.wrongState(load);
    }
    loads.move(load, LoadState.DISCARDED);
    uploads.removeAll(load);
  }

  private static int limit(int wanted) {
    if (wanted < 1 || wanted > MOST_ROWS) {
      throw new InvalidInputException("limit", "limit is " + wanted + "; it must be from 1 to " + MOST_ROWS);
    }
    return wanted;
  }
}
