package org.comparto.ogc;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A link as OGC API documents carry it. */
record Link(String href, String rel, String type, @Nullable String title) {

  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";

  /** The absolute address of a path below the application, as the caller reached it. */
  static String to(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }
}
