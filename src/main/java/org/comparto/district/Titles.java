package org.comparto.district;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.ateco.Divisions;
import org.comparto.database.Sql;
import org.comparto.district.Statistics.Heading;
import org.comparto.district.Statistics.Key;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.comparto.layer.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What dimensions, measures and their values are called: as layer company calls them, where they are its attributes. */
@Component
class Titles {

  private static final String AREA_NAMES = Sql.load("district/area-names.sql").text();
  private static final Localized OUTSIDE = new Localized("Fuori dalle aree produttive", "Outside the industrial zones");
  private static final Localized NO_MUNICIPALITY = new Localized("Comune non noto o fuori territorio", "Municipality not known or outside the territory");
  private static final Localized NOT_KNOWN = new Localized("Non noto", "Not known");
  private static final Map<String, Localized> OWN = Map.ofEntries(
      Map.entry("firms", new Localized("Imprese", "Firms")), Map.entry("territory", new Localized("Territorio", "Territory")),
      Map.entry("municipality", new Localized("Comune", "Municipality")), Map.entry("zone", new Localized("Area produttiva", "Industrial zone")),
      Map.entry("ateco_division", new Localized("Divisione ATECO", "ATECO division")), Map.entry("exporter", new Localized("Esporta", "Exports")),
      Map.entry("certified", new Localized("Ha certificazioni", "Has certifications")), Map.entry("certification", new Localized("Certificazione", "Certification")),
      Map.entry("employees_year", new Localized("Anno di riferimento degli addetti", "Reference year of the employees")));
  private static final Map<String, Localized> VALUES = Map.of("yes", new Localized("Sì", "Yes"), "no", new Localized("No", "No"),
      "none", new Localized("Nessuna", "None"), Listing.OTHER, new Localized("Altro", "Other"), Variable.NOT_KNOWN, NOT_KNOWN);
  /** What a place is called and where it lies can change with these layers only. */
  private static final List<String> PLACES = List.of("territory", "municipality", "industrial_zone");

  /** @param lon with lat the place of its figure on a map, in degrees (EPSG:4326) */
  record AreaName(String kind, String code, String name, double lon, double lat) {}

  private record Named(List<Long> revisions, Map<Area, AreaName> names) {}

  private final Layers layers;
  private final Revisions revisions;
  private final JdbcClient db;
  private final Map<String, Named> named = new ConcurrentHashMap<>();

  Titles(Layers layers, Revisions revisions, JdbcClient db) {
    this.layers = layers;
    this.revisions = revisions;
    this.db = db;
  }

  /** Of a dimension or a measure. */
  Heading heading(String id) {
    return new Heading(id, OWN.containsKey(id) ? OWN.get(id) : layer().findAttribute(id).map(Attribute::title).orElse(new Localized(id, id)));
  }

  /** Names of the areas of a territory, by kind and code; what has no public name is missing. */
  Map<Area, AreaName> areas(String territory) {
    List<Long> now = PLACES.stream().map(revisions::current).toList();
    Named last = named.get(territory);
    if (last == null || !last.revisions().equals(now)) {
      last = new Named(now, read(territory));
      named.put(territory, last);
    }
    return last.names();
  }

  /** The values of every variable that has a list of them. */
  Map<Variable, List<String>> listed() {
    Map<Variable, List<String>> listed = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      if (variable.codes != null) {
        listed.put(variable, codes(variable).stream().map(Layer.Code::value).toList());
      } else if (variable.isYesOrNo()) {
        listed.put(variable, List.of(Variable.YES, Variable.NO));
      }
    }
    return listed;
  }

  private Map<Area, AreaName> read(String territory) {
    Map<Area, AreaName> names = new HashMap<>();
    db.sql(AREA_NAMES).param("territory", territory).query(AreaName.class).list().forEach(one -> names.put(new Area(Area.Kind.valueOf(one.kind()), one.code()), one));
    return names;
  }

  Key area(Area area, Map<Area, AreaName> names) {
    if (area.code().equals(Area.NONE)) {
      return new Key(Area.NONE, area.kind() == Area.Kind.ZONE ? OUTSIDE : NO_MUNICIPALITY);
    }
    AreaName name = names.get(area);
    return name == null ? new Key(area.code(), null) : new Key(area.code(), new Localized(name.name(), name.name()), name.lon(), name.lat());
  }

  Key value(Variable variable, String value) {
    if (variable.codes != null) {
      return new Key(value, codes(variable).stream().filter(code -> code.value().equals(value)).map(Layer.Code::title).findFirst().orElse(VALUES.get(value)));
    }
    return new Key(value, variable == Variable.ATECO_DIVISION && !VALUES.containsKey(value) ? division(value) : VALUES.get(value));
  }

  /** @param value a division of 2025, or a division behind its version where it is not known which one of 2025 that is */
  private static Localized division(String value) {
    String[] parts = value.split(":");
    if (parts.length == 1) {
      return Divisions.title("2025", value).map(title -> new Localized(value + " " + title.it(), value + " " + title.en())).orElse(new Localized(value, value));
    }
    return parts[0].equals("2007") ? new Localized(parts[1] + " (ATECO 2007)", parts[1] + " (ATECO 2007)")
        : new Localized(parts[1] + " (versione ATECO non nota)", parts[1] + " (ATECO version not known)");
  }

  /** In the order of the code list where there is one; what is not known comes last. */
  Comparator<String> order(Variable variable) {
    List<String> listed = variable.codes == null ? List.of("yes", "no") : codes(variable).stream().map(Layer.Code::value).toList();
    return Comparator.<String>comparingInt(value -> value.equals(Variable.NOT_KNOWN) ? 4 : value.equals(Listing.OTHER) && variable.codes == null ? 3
            : value.equals("none") && variable.codes == null ? 2 : value.contains(":") ? 1 : 0)
        .thenComparingInt(value -> listed.contains(value) ? listed.indexOf(value) : listed.size()).thenComparing(Comparator.naturalOrder());
  }

  @Nullable Localized source() {
    return layer().source();
  }

  String licence() {
    Layer.Licence licence = layer().licence();
    return licence == null ? "" : licence.name();
  }

  private List<Layer.Code> codes(Variable variable) {
    return layer().codes().getOrDefault(variable.codes, List.of());
  }

  private Layer layer() {
    return layers.getLayer("company", "layer");
  }
}
