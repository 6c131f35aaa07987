package org.comparto.ateco;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/ateco}: looking codes up, which anybody may, and loading the table of correspondence. */
@RestController
class AtecoController {

  private static final int MOST_LISTED = 200;
  private static final int LARGEST_FILE = 20_000_000;

  /** @param table null where none was loaded: then there are divisions of 2025 only, and no counterparts */
  record Answer(Ateco.@Nullable Table table, List<Ateco.Entry> codes) {}

  /** What came of a file. */
  record Loaded(Ateco.Table table, int refused) {}

  private final Ateco ateco;

  AtecoController(Ateco ateco) {
    this.ateco = ateco;
  }

  /** @param q the beginning of a code of either version, or words */
  @GetMapping("/api/ateco")
  Answer find(@RequestParam String q, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
    }
    String asked = Field.required("q", q, 100);
    boolean isCode = Character.isDigit(asked.charAt(0));
    return new Answer(ateco.table().orElse(null), ateco.find(isCode ? AtecoCode.beginning("q", asked) : null, isCode ? null : asked, limit));
  }

  /** @param source where the table was published, in words: shown beside every code */
  @PostMapping(path = "/api/ateco/tables", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Loaded load(@AuthenticationPrincipal CurrentAccount caller, @RequestParam String name, @RequestParam String source, InputStream body) throws IOException {
    String fileName = Field.required("name", name.substring(name.replace('\\', '/').lastIndexOf('/') + 1), 255);
    String from = Field.required("source", source, 500);
    byte[] file = body.readNBytes(LARGEST_FILE + 1);
    if (file.length > LARGEST_FILE) {
      throw new InvalidInputException("body", "The file is larger than 20 MB");
    }
    Correspondence read = Correspondence.read(file);
    return new Loaded(ateco.replace(read, fileName, from, caller.username()), read.refused());
  }
}
