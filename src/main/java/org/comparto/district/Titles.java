package org.comparto.district;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.district.Statistics.Heading;
import org.comparto.district.Statistics.Key;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What dimensions, measures and their values are called: as layer company calls them, where they are its attributes. */
@Component
class Titles {

  private static final String AREA_NAMES = Sql.load("district/area-names.sql").text();
  private static final Localized OUTSIDE = new Localized("Fuori dalle aree produttive", "Outside the industrial zones");
  private static final Localized NO_MUNICIPALITY = new Localized("Comune non noto", "Municipality not known");
  private static final Localized NOT_KNOWN = new Localized("Non noto", "Not known");
  private static final Map<String, Localized> OWN = Map.ofEntries(
      Map.entry("firms", new Localized("Imprese", "Firms")), Map.entry("territory", new Localized("Territorio", "Territory")),
      Map.entry("municipality", new Localized("Comune", "Municipality")), Map.entry("zone", new Localized("Area produttiva", "Industrial zone")),
      Map.entry("ateco_division", new Localized("Divisione ATECO", "ATECO division")), Map.entry("exporter", new Localized("Esporta", "Exports")),
      Map.entry("certified", new Localized("Ha certificazioni", "Has certifications")), Map.entry("certification", new Localized("Certificazione", "Certification")),
      Map.entry("employees_year", new Localized("Anno di riferimento degli addetti", "Reference year of the employees")));
  private static final Map<String, Localized> VALUES = Map.of("yes", new Localized("Sì", "Yes"), "no", new Localized("No", "No"),
      "none", new Localized("Nessuna", "None"), Variable.NOT_KNOWN, NOT_KNOWN);

  /** @param lon with lat the place of its figure on a map, in degrees (EPSG:4326) */
  record AreaName(String kind, String code, String name, double lon, double lat) {}

  private final Layers layers;
  private final JdbcClient db;

  Titles(Layers layers, JdbcClient db) {
    this.layers = layers;
    this.db = db;
  }

  /** Of a dimension or a measure. */
  Heading heading(String id) {
    return new Heading(id, OWN.containsKey(id) ? OWN.get(id) : layer().findAttribute(id).map(Attribute::title).orElse(new Localized(id, id)));
  }

  /** Names of the areas of a territory, by kind and code; what has no public name is missing. */
  Map<Area, AreaName> areas(String territory) {
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
    return new Key(value, VALUES.get(value));
  }

  /** In the order of the code list where there is one; what is not known comes last. */
  Comparator<String> order(Variable variable) {
    List<String> listed = variable.codes == null ? List.of("yes", "no") : codes(variable).stream().map(Layer.Code::value).toList();
    return Comparator.<String>comparingInt(value -> value.equals(Variable.NOT_KNOWN) ? 2 : value.equals("none") && variable.codes == null ? 1 : 0)
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
