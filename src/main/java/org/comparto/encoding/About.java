package org.comparto.encoding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.Localized;

/**
 * What every file says about itself, wherever its format has a place for that.
 *
 * @param filter the conditions as the caller gave them, name=value; empty: the whole layer
 * @param demonstration whether the layer holds synthetic data
 * @param address where it was asked for
 * @param language it or en
 */
public record About(Layer layer, List<String> filter, Crs crs, Instant at, boolean demonstration, String address, String language) {

  /** One thing that is said. */
  record Line(String label, String value) {}

  private static final Localized DEMONSTRATION = new Localized("Dati dimostrativi, non ufficiali", "Demonstration, not official");
  private static final Localized AXES = new Localized("est o longitudine prima", "easting or longitude first");

  public About {
    filter = List.copyOf(filter);
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  String title() {
    return layer.title().in(language);
  }

  /** What the data are, that they are synthetic if so, and whose. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(line("Titolo", "Title", title()));
    if (demonstration) {
      lines.add(line("Avvertenza", "Notice", DEMONSTRATION.in(language)));
    }
    lines.add(line("Descrizione", "Description", layer.description().in(language)));
    lines.add(line("Fonte", "Source", layer.source().in(language)));
    lines.add(line("Licenza", "Licence", layer.licence() == null ? text("non indicata", "not stated")
        : layer.licence().name() + " (" + layer.licence().href() + ")"));
    lines.add(line("Data dell'estrazione", "Extracted at", at.toString()));
    lines.add(line("Filtro", "Filter", filter.isEmpty() ? text("nessuno: tutto il livello", "none: the whole layer") : String.join("; ", filter)));
    lines.add(line("Sistema di riferimento", "Reference system", "EPSG:" + crs.srid() + ", " + AXES.in(language)));
    lines.add(line("Indirizzo", "Address", address));
    return lines;
  }

  /** The same as text, one line each. */
  public String text() {
    return lines().stream().map(line -> line.label() + ": " + line.value()).collect(Collectors.joining("\n"));
  }

  /** The same for programs. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", title());
    members.put("demonstration", demonstration);
    if (demonstration) {
      members.put("notice", DEMONSTRATION.in(language));
    }
    members.put("source", layer.source().in(language));
    if (layer.licence() != null) {
      members.put("licence", layer.licence());
    }
    members.put("extractedAt", at.toString());
    members.put("filter", filter);
    members.put("crs", crs.uri());
    members.put("address", address);
    return members;
  }

  String text(String it, String en) {
    return new Localized(it, en).in(language);
  }

  private Line line(String it, String en, String value) {
    return new Line(text(it, en), value);
  }
}
