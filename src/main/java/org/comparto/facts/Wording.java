package org.comparto.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.access.AccessTable;
import org.comparto.access.AccessWords;
import org.comparto.database.Sql;
import org.comparto.facts.PlotFacts.Attachment;
import org.comparto.facts.PlotFacts.Entry;
import org.comparto.facts.PlotFacts.Field;
import org.comparto.facts.PlotFacts.Figure;
import org.comparto.facts.PlotFacts.Input;
import org.comparto.facts.PlotFacts.Named;
import org.comparto.facts.PlotFacts.Quantity;
import org.comparto.facts.PlotFacts.Section;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was found of one plot into words of one language. */
final class Wording {

  private static final Sql NAMED = Sql.load("facts/named.sql");
  private static final List<String> KEY_FIGURES = List.of("status", "area_m2", "price_eur_m2", "total_price", "available_from", "max_floor_area", "electricity_kw");
  private static final String ATTACHMENTS = "attachments";

  private final AsOf data;
  private final Layers layers;
  private final ConstraintCheck constraints;
  private final PlotRecord plot;
  private final Findings findings;
  private final Age age;
  private final Words t;
  private final Layer layer;
  private final FieldText text;
  private final Map<String, Optional<Named>> named = new HashMap<>();

  Wording(AsOf data, Layers layers, ConstraintCheck constraints, PlotRecord plot, Findings findings, Age age, String language) {
    this.data = data;
    this.layers = layers;
    this.constraints = constraints;
    this.plot = plot;
    this.findings = findings;
    this.age = age;
    this.t = Words.in(language);
    this.layer = layers.getLayer("plot", "layer");
    this.text = new FieldText(layer, t);
  }

  PlotFacts facts() {
    String code = plot.text("code");
    String name = plot.text("name") == null ? code : plot.text("name");
    String hash = findings.hash();
    List<Quantity> derived = findings.derived().stream().map(this::quantity).toList();
    List<PlotFacts.Check> checks = findings.constraints().stream().map(f -> new ConstraintWords(t, layers.getLayer(f.layer(), "layer")).of(f)).toList();
    return new PlotFacts(plot.id(), code, name, t.language(), data.moment().toString(), hash, Boolean.TRUE.equals(plot.fields().get("demonstration")),
        place(), figures(derived), ageInWords(), plot.text("description_" + t.language()), sections(), derived, checks, neighbours(),
        access(), history(), attachments(), origin(), links(hash));
  }

  private PlotFacts.Place place() {
    return new PlotFacts.Place(named("municipality_code").orElse(null), named("territory_code").orElse(null), named("zone_id").orElse(null),
        plot.text("address"), plot.position().get(0), plot.position().get(1), plot.bounds());
  }

  private List<Figure> figures(List<Quantity> derived) {
    return KEY_FIGURES.stream().flatMap(name -> Stream.concat(
        layer.findAttribute(name).map(this::field).map(f -> new Figure(name, f.title(), f.text(), f.known())).stream(),
        derived.stream().filter(q -> q.name().equals(name)).map(q -> new Figure(name, q.title(), q.text(), q.known())))).toList();
  }

  private PlotFacts.Age ageInWords() {
    String state = age.state().name().toLowerCase(Locale.ROOT);
    Map<String, Object> values = Map.of("day", text.day(age.on()), "count", age.days());
    return new PlotFacts.Age(state, age.basis(), age.on(), age.days(), t.of("plot.age." + age.basis(), values)
        + (age.state() == Age.State.FRESH ? "" : ". " + t.of("plot.age." + state, values)));
  }

  private List<Section> sections() {
    return layers.sections().stream().map(heading -> new Section(heading.id(), heading.title().in(t.language()),
        plot.fields().keySet().stream().map(name -> layer.findAttribute(name).orElseThrow())
            .filter(a -> a.section().equals(heading.id()) && (a.language() == null || a.language().equals(t.language())) && !a.name().equals(ATTACHMENTS))
            .map(this::field).toList())).filter(section -> !section.fields().isEmpty()).toList();
  }

  private Field field(Attribute a) {
    Object value = plot.fields().get(a.name());
    boolean known = FieldText.isKnown(value);
    List<String> lines = known && a.type() == AttributeType.JSON ? text.lines(value.toString()) : List.of();
    String said = a.reference() == null ? text.of(a, value) : named(a.name()).map(Named::name).orElseGet(() -> text.of(a, value));
    Object told = !known ? null : a.type() == AttributeType.JSON ? JsonMapper.shared().readTree(value.toString()) : value;
    return new Field(a.name(), a.title().in(t.language()), a.help() == null ? null : a.help().in(t.language()), a.unit(), told,
        lines.isEmpty() ? said : String.join("; ", lines), known, lines);
  }

  /** What a reference means, as of the same moment. */
  private Optional<Named> named(String attribute) {
    return named.computeIfAbsent(attribute, name -> {
      Attribute a = layer.findAttribute(name).orElseThrow();
      Object value = plot.fields().get(name);
      return !FieldText.isKnown(value) ? Optional.empty() : layers.findLayer(a.reference()).flatMap(other ->
          data.query(NAMED, other, Map.of("key", a.type() == AttributeType.INTEGER ? "id" : "code")).param("value", value)
              .query((row, n) -> new Named(row.getLong("id"), row.getString("name"))).optional());
    });
  }

  private Quantity quantity(Derived d) {
    List<Input> inputs = d.inputs().stream().map(name -> layer.findAttribute(name).orElseThrow()).map(this::field)
        .map(f -> new Input(f.name(), f.title(), f.text(), f.known())).toList();
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put("input" + (i + 1), inputs.get(i).text());
    }
    return new Quantity(d.name(), t.of("plot.derived." + d.name()), d.unit(), d.value(), d.known().map(v -> text.number(v, unit(d))).orElse(t.of("notKnown")),
        d.value() != null, t.of("plot.formula." + d.name()), t.of("plot.calculation." + d.name(), values), inputs);
  }

  private String unit(Derived d) {
    return d.unit().equals("€/anno") ? t.of("plot.perYear") : d.unit();
  }

  private PlotFacts.Neighbours neighbours() {
    Layer company = layers.getLayer("company", "layer");
    Finding.Loaded loaded = constraints.loaded(data, company, plot.text("territory_code"));
    return new NeighbourWords(t, company).of(findings.firms(), loaded, new ConstraintWords(t, company).data(loaded));
  }

  private AccessTable access() {
    Map<Long, String> names = findings.gateways().stream().collect(Collectors.toMap(Surroundings.Gateway::id, Surroundings.Gateway::name));
    return new AccessWords(t, layers.getLayer("gateway", "layer"), names).of(findings.access());
  }

  private List<Entry> history() {
    Attribute status = layer.findAttribute("status").orElseThrow();
    Attribute price = layer.findAttribute("price_eur_m2").orElseThrow();
    Attribute basis = layer.findAttribute("price_basis").orElseThrow();
    return findings.history().stream().map(entry -> new Entry(entry.from(), text.day(entry.from()), entry.status(), text.of(status, entry.status()),
        entry.price(), text.of(price, entry.price()) + (entry.price() == null || entry.basis() == null ? "" : " (" + text.of(basis, entry.basis()) + ")")))
        .toList();
  }

  /** Only addresses that a browser may follow. */
  private List<Attachment> attachments() {
    String json = plot.text(ATTACHMENTS);
    List<Attachment> attachments = new ArrayList<>();
    if (json != null) {
      for (JsonNode one : JsonMapper.shared().readTree(json)) {
        String href = one.path("href").asString("");
        if (href.matches("https?://\\S+|/[^/\\s]\\S*")) {
          String title = one.path("title_" + t.language()).asString(one.path("title_it").asString(href));
          attachments.add(new Attachment(title, href, one.path("kind").asString("document")));
        }
      }
    }
    return attachments;
  }

  private PlotFacts.Origin origin() {
    String source = plot.text("source") == null ? t.of("notKnown") : plot.text("source");
    return new PlotFacts.Origin(source, layer.licence(), text.day(data.moment().day()));
  }

  /** The sheet of these very data, by their moment and the beginning of their hash; and the one that follows the data. */
  private PlotFacts.Links links(String hash) {
    String api = "/api/plots/" + plot.id();
    String language = "?lang=" + t.language();
    String snapshot = "&at=" + data.moment() + "&snapshot=" + hash.substring(0, 16);
    return new PlotFacts.Links("/#place=plot&lang=" + t.language() + "&plot=" + plot.id(), "/ogc/collections/plot/items/" + plot.id() + language,
        api + "/map.svg" + language + "&at=" + data.moment(), api + "/sheet.pdf" + language + snapshot, api + "/sheet.pdf" + language);
  }
}
