package org.comparto.apidoc;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Serves the description of /api. */
@RestController
class OpenApiController {

  private static final MediaType OPENAPI = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");

  private final OpenApiDocument document;

  OpenApiController(OpenApiDocument document) {
    this.document = document;
  }

  @GetMapping("/api/openapi.json")
  ResponseEntity<String> document() {
    Map<String, Object> written = document.document();
    return ResponseEntity.ok().contentType(OPENAPI).body(JsonMapper.shared().writeValueAsString(written));
  }
}
