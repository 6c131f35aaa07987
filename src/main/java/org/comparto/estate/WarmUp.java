package org.comparto.estate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the columns of plots when the application has started, so that the first visitor does not wait for it. */
@Component
class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private final PlotSearch search;

  WarmUp(PlotSearch search) {
    this.search = search;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread reading = new Thread(() -> {
      try {
        search.select(null);
      } catch (RuntimeException e) {
        log.debug("the columns of plots could not be read beforehand; the first search reads them", e);
      }
    }, "plot-columns");
    reading.setDaemon(true);
    reading.start();
  }
}
