package org.comparto.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets an empty sheet once after the start, in the background: the first reader need not wait for fonts and classes to be loaded. */
@Component
class SheetWarmUp {

  private static final String PICTURE = new Drawing(10, 10, "").end();

  private final SheetPages pages;
  private final SheetPdf pdf;

  SheetWarmUp(SheetPages pages, SheetPdf pdf) {
    this.pages = pages;
    this.pdf = pdf;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread work = new Thread(() -> pdf.set(pages.lay(List.of(), "Comparto", "it").replace("<body>", "<body><p>Comparto</p><img src=\"picture:0.svg\" alt=\"\"/>"),
        Map.of("0.svg", PICTURE), Instant.EPOCH), "fact sheet warm-up");
    work.setDaemon(true);
    work.setPriority(Thread.MIN_PRIORITY);
    work.start();
  }
}
