package org.comparto.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/** Nothing here passes values through a redirect, and looking for them would cost a signed-in reader two queries a tile. */
class NoFlashMaps implements FlashMapManager {

  @Override
  public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
    throw new UnsupportedOperationException("redirects carry no values here");
  }
}
