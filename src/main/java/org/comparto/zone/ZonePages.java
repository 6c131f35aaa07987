package org.comparto.zone;

import org.comparto.ogc.ProfilePages;
import org.springframework.stereotype.Component;

/** Where the pages of zones lie. */
@Component
class ZonePages implements ProfilePages {

  @Override
  public String layer() {
    return Zones.LAYER;
  }

  @Override
  public String index() {
    return "/zones";
  }

  @Override
  public String path(long id) {
    return "/zones/" + id;
  }
}
