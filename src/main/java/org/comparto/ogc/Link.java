package org.comparto.ogc;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A link as OGC API documents carry it. */
public record Link(String href, String rel, String type, @Nullable String title) {

  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String SCHEMA = "application/schema+json";
  static final String STYLE = "application/vnd.mapbox.style+json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  /** Relations that OGC has registered begin with it. */
  static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

  /** The absolute address of a path below the application, as the caller reached it. */
  public static String to(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }

  /** The same page in HTML, for those who do not ask for it by what they accept. */
  static Link html(String path, String rel, @Nullable String title) {
    return new Link(to(path) + "?f=html", rel, HTML, title);
  }
}
