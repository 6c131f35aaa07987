package org.comparto.http;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address once everything, the demonstration data included, is there. */
@Component
class AddressAnnouncement {

  @EventListener
  void announce(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      System.out.printf("%n  Comparto is at http://localhost:%d/   (Ctrl-C stops it)%n%n", web.getWebServer().getPort());
    }
  }
}
