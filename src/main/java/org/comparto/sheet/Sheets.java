package org.comparto.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.facts.Facts;
import org.comparto.facts.PlotFacts;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes fact sheets: facts and map of one moment, laid out and set. */
@Component
class Sheets {

  private static final double CODE_MM = 34;

  private final Facts facts;
  private final PlotMap map;
  private final SheetPages pages;
  private final SheetPdf pdf;
  private final SheetPlaces places;
  private final String publicAddress;

  /** @param publicAddress where people reach this installation; what the request called it if it is not set */
  Sheets(Facts facts, PlotMap map, SheetPages pages, SheetPdf pdf, SheetPlaces places, @Value("${comparto.inquiry.public-address:}") String publicAddress) {
    this.facts = facts;
    this.map = map;
    this.pages = pages;
    this.pdf = pdf;
    this.places = places;
    this.publicAddress = publicAddress.replaceAll("/+$", "");
  }

  /** @param at as {@link Facts#read} takes it @param snapshot the beginning of the hash that the sheet is to have; null for any */
  byte[] make(List<Long> ids, String language, @Nullable Integer scale, @Nullable String at, @Nullable String snapshot) {
    String base = publicAddress.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : publicAddress;
    return places.make(() -> {
      List<SheetPages.Sheet> sheets = new ArrayList<>();
      Facts.Dossier last = null;
      for (long id : ids) {
        last = facts.read(id, language, last == null ? at : last.moment().toString()); // all of one moment
        sheets.add(sheet(last, base, scale, snapshot));
      }
      Map<String, String> pictures = new HashMap<>();
      for (int i = 0; i < sheets.size(); i++) {
        SheetPages.Sheet sheet = sheets.get(i);
        pictures.put(i + "-map.svg", sheet.map().svg());
        pictures.put(i + "-code.svg", SquareCode.svg(sheet.permalink(), CODE_MM, ""));
        for (int entry = 0; entry < sheet.map().legend().size(); entry++) {
          pictures.put(i + "-legend-" + entry + ".svg", sheet.map().legend().get(entry).svg());
        }
      }
      return pdf.set(pages.lay(sheets, title(sheets, language), language), pictures, last.moment().at());
    });
  }

  private SheetPages.Sheet sheet(Facts.Dossier dossier, String base, @Nullable Integer scale, @Nullable String snapshot) {
    PlotFacts read = dossier.facts();
    String permalink = base + read.links().sheet() + (scale == null ? "" : "&scale=" + scale);
    String differs = snapshot == null || read.snapshot().startsWith(snapshot) ? null : snapshot;
    return new SheetPages.Sheet(read, map.draw(dossier, scale), permalink, base + read.links().page(), differs);
  }

  private static String title(List<SheetPages.Sheet> sheets, String language) {
    Words t = Words.in(language);
    return sheets.size() == 1 ? t.of("plot.sheet.title", Map.of("name", sheets.get(0).facts().name()))
        : t.of("plot.sheet.titleOfMany", Map.of("count", sheets.size()));
  }
}
