package org.comparto.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation says about itself on its pages.
 *
 * @param basemap an online background map, offered only if it is set; without it the browser calls nobody but this server
 * @param accessibilityContact where people report what they can not use
 */
@ConfigurationProperties("comparto.page")
record PageSettings(@Nullable Basemap basemap, @Nullable String accessibilityContact) {

  /**
   * An online background map.
   *
   * @param url with {z}, {x} and {y}, WebMercatorQuad
   */
  record Basemap(String url, String attribution, int maxZoom) {}
}
