package org.comparto.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.text.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Access by road: of one feature, of a whole layer, and how far it is computed. */
@RestController
class AccessController {

  private final AccessReading reading;
  private final AccessFile file;
  private final Layers layers;

  AccessController(AccessReading reading, AccessFile file, Layers layers) {
    this.reading = reading;
    this.file = file;
    this.layers = layers;
  }

  @GetMapping("/api/access")
  ResponseEntity<AccessAnswer> access(@RequestParam String layer, @RequestParam long id, @RequestParam(defaultValue = "it") String lang) {
    Layer known = layer(layer);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(reading.answer(known, id, words(lang)).orElseThrow(() -> new NotFoundException("id",
        "There is no public " + layer + " " + id + ". GET /ogc/collections/" + layer + "/items lists those there are.")));
  }

  @GetMapping("/api/access/status")
  ResponseEntity<AccessStatus> status() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(reading.status());
  }

  @GetMapping("/api/access.csv")
  void csv(@RequestParam String layer, HttpServletResponse response) throws IOException {
    Layer known = layer(layer);
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("comparto_access_" + known.id() + ".csv").build().toString());
    file.write(known, response.getOutputStream());
  }

  private Layer layer(String id) {
    if (!Refresh.LAYERS.contains(id)) {
      throw new InvalidInputException("layer", "layer is \"" + id + "\"; access is computed of " + String.join(", ", Refresh.LAYERS));
    }
    return layers.getLayer(id, "layer");
  }

  private static Words words(String lang) {
    if (!lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are it and en");
    }
    return Words.in(lang);
  }
}
