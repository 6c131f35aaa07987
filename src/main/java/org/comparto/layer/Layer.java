package org.comparto.layer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layer as its descriptor (gis-data/layers/{id}.yaml) states it. Attributes include the common ones, first.
 *
 * @param licence null: nobody has said under which terms the data may be used
 * @param summary the attributes that a list or a tooltip shows
 * @param rules what editing holds the layer's features to, beside their attributes
 * @param codes code lists, by name; shared lists are merged in
 * @param constraint how the layer bears on what may be built; null if it does not
 */
public record Layer(String id, Kind kind, String group, int order, Localized title, Localized description, GeometryType geometry,
    Localized source, @Nullable Licence licence, Display display, List<String> summary, List<String> filters, Rules rules,
    Style style, @Nullable Consent consent, List<Attribute> attributes, Map<String, List<Code>> codes,
    @Nullable Constraint constraint) {

  private static final Set<String> KEPT_BY_THE_APPLICATION = Set.of("updated_at", "demonstration");

  /**
   * Core layers are typed tables of our own; thematic layers are made by an import, without code; computed ones are tables that the
   * application fills from other layers: they are read like any, and nobody edits, loads or restores them.
   */
  public enum Kind {
    @JsonProperty("core") CORE,
    @JsonProperty("thematic") THEMATIC,
    @JsonProperty("computed") COMPUTED
  }

  /** What shapes a layer's features have. */
  public enum GeometryType {
    @JsonProperty("point") POINT,
    @JsonProperty("line") LINE,
    @JsonProperty("polygon") POLYGON,
    @JsonProperty("any") ANY
  }

  /** Under which terms the data may be used again. */
  public record Licence(String name, String href) {}

  /** One allowed value of an attribute. */
  public record Code(String value, Localized title) {}

  /**
   * At which zooms the layer is drawn, and how.
   *
   * @param aggregateBelowZoom below it tiles carry counts per cell instead of single features; 0 for never
   */
  public record Display(int minZoom, int aggregateBelowZoom, int labelFromZoom, boolean visible) {}

  /**
   * Symbology, drawn by the browser and by print alike.
   *
   * @param by the attribute whose code chooses the symbol; null for one symbol
   */
  public record Style(@Nullable String by, @JsonProperty("default") Symbol fallback, Map<String, Symbol> values) {
    public Style {
      values = values == null ? Map.of() : values;
    }
  }

  /** One symbol; what is null is left to the renderer's default. */
  public record Symbol(@Nullable String fill, @Nullable String stroke, @Nullable Double strokeWidth, @Nullable Double radius,
      @Nullable Double fillOpacity, @Nullable String pattern, @Nullable List<Integer> dash, @Nullable String shape,
      @Nullable Localized label) {}

  /**
   * Features are public only with their subject's consent.
   *
   * @param column the column that lists the groups consented to
   * @param required the group without which the feature is not served at all
   */
  public record Consent(String column, String required) {}

  /**
   * The layer is checked for every plot.
   *
   * @param measure what is looked for
   * @param withinM how far away something still matters, in metres; only for the measure DISTANCE
   * @param only boolean attributes that a feature must have to matter; empty for all features
   * @param by the attribute whose code tells one part of the result from another; null for the style's
   * @param unmapped it is left out of printed maps, where it would cover everything
   * @param note what a reader must know to understand the result; null for nothing
   */
  public record Constraint(Measure measure, double withinM, List<String> only, @Nullable String by, boolean unmapped,
      @Nullable Localized note) {
    public Constraint {
      only = only == null ? List.of() : only;
    }
  }

  /**
   * What a shape has to keep to when somebody draws it; loads have rules of their own.
   *
   * @param inside the layer in one of whose features it lies, the one that an attribute names; null for none
   * @param noOverlap whether two features of the layer may share no more than a border
   * @param insideTerritory whether it lies in the territory that it belongs to
   * @param minAreaM2 the least area of a polygon, in m² on the ellipsoid; 0 for a square metre
   */
  public record Rules(@Nullable String inside, boolean noOverlap, boolean insideTerritory, double minAreaM2) {
    public static final Rules NONE = new Rules(null, false, false, 0);
  }

  /** What is looked for: how much of a plot lies under the layer, or what of it lies near. */
  public enum Measure {
    @JsonProperty("overlap") OVERLAP,
    @JsonProperty("distance") DISTANCE
  }

  public Layer {
    summary = summary == null ? List.of() : summary;
    filters = filters == null ? List.of() : filters;
    rules = rules == null ? Rules.NONE : rules;
    codes = codes == null ? Map.of() : codes;
  }

  /** The relation its features are read from: a table of its own, or its partition of the thematic features. */
  public String relation() {
    return hasOwnTable() ? id : "thematic_" + id;
  }

  /** Whether its attributes are columns of a table of its own. */
  public boolean hasOwnTable() {
    return kind != Kind.THEMATIC;
  }

  /** Whether the application fills it from other layers, so that nobody else writes it. */
  @JsonIgnore
  public boolean isComputed() {
    return kind == Kind.COMPUTED;
  }

  public List<Attribute> publicAttributes() {
    return attributes.stream().filter(Attribute::isPublic).toList();
  }

  /**
   * What a file or a person may give a value: not what the application knows better or derives, not the layer itself (a municipality is
   * in itself), and not consent, which is given elsewhere.
   */
  public List<Attribute> fillableAttributes() {
    return attributes.stream().filter(a -> !KEPT_BY_THE_APPLICATION.contains(a.name()) && !a.derived())
        .filter(a -> !a.name().equals(id + "_code"))
        .filter(a -> consent == null || !a.name().equals(consent.column())).toList();
  }

  /** The attribute that names the feature of another layer in which a feature of this one lies; empty if there is no such rule. */
  public Optional<Attribute> insideAttribute() {
    return rules.inside() == null ? Optional.empty() : attributes.stream().filter(a -> rules.inside().equals(a.reference())).findFirst();
  }

  /** An attribute by name. */
  public Optional<Attribute> findAttribute(String name) {
    return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** What there is instead of an attribute that is no more, as the end of a sentence; empty if there was none of that name. */
  public Optional<String> insteadOf(String name) {
    List<String> successors = publicAttributes().stream().filter(a -> name.equals(a.replaces()))
        .map(a -> a.name() + (a.unit() == null ? "" : " (" + a.unit() + ")")).toList();
    return successors.isEmpty() ? Optional.empty() : Optional.of(name + " is no attribute any more; ask for " + String.join(" or ", successors) + " instead");
  }

  /** The SQL column that keeps an attribute; empty if it is kept as a property of a thematic layer. */
  public Optional<String> column(Attribute attribute) {
    return hasOwnTable() || PublicReading.RECORD_COLUMNS.contains(attribute.name()) ? Optional.of(attribute.name()) : Optional.empty();
  }

  Layer with(List<Attribute> allAttributes, Map<String, List<Code>> allCodes) {
    return new Layer(id, kind, group, order, title, description, geometry, source, licence, display, summary, filters, rules, style,
        consent, allAttributes, allCodes, constraint);
  }
}
