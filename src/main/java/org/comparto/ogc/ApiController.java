package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The API described: as an OpenAPI 3.0 document for programs, as a page for people. */
@RestController
class ApiController {

  private final ApiDocument document;
  private final ApiOperations operations;
  private final HtmlPages pages;

  ApiController(ApiDocument document, ApiOperations operations, HtmlPages pages) {
    this.document = document;
    this.operations = operations;
    this.pages = pages;
  }

  @GetMapping("/ogc/api")
  @Nullable ResponseEntity<String> api(@RequestParam @Nullable String f, @RequestParam @Nullable String lang,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRequest page = PageRequest.of(request, response, f, lang, Link.OPENAPI, Link.JSON);
    if (page.html()) {
      Words t = Words.in(page.language());
      Frame frame = new Frame(page.language(), page.languageChosen(), t.of("pages.api"), t.of("pages.api.text"), "/ogc/api", true,
          Link.to("/ogc/api") + "?f=json", List.of(new Frame.Crumb(t.of("pages.root"), "/ogc")), null);
      pages.write("ogc/api", frame, Map.of("operations", operations.patterns(page.language()), "root", Link.to("/ogc")), request, response);
      return null;
    }
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(Link.OPENAPI))
        .body(JsonMapper.shared().writeValueAsString(document.write(page.language())));
  }
}
