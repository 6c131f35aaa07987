package org.comparto.estate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the columns of plots and their neighbours when the application has started, so that the first visitor does not wait for it. */
@Component
class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private final JoinablePlots joinable;

  WarmUp(JoinablePlots joinable) {
    this.joinable = joinable;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread reading = new Thread(() -> {
      try {
        joinable.prepare();
      } catch (RuntimeException e) {
        log.debug("the columns of plots could not be read beforehand; the first search reads them", e);
      }
    }, "plot-columns");
    reading.setDaemon(true);
    reading.start();
  }
}
