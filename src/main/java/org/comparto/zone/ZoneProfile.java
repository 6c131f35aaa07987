package org.comparto.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.access.AccessReading;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.ogc.Frame;
import org.comparto.ogc.JsonLd;
import org.comparto.ogc.Link;
import org.comparto.ogc.MapLinks;
import org.comparto.ogc.PageRequest;
import org.comparto.text.Words;
import org.comparto.zone.Zones.Firms;
import org.comparto.zone.Zones.Listed;
import org.comparto.zone.Zones.Plot;
import org.comparto.zone.Zones.Territory;
import org.comparto.zone.Zones.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what is known of a zone; what is not known is said so, never left out. */
@Component
class ZoneProfile {

  private static final List<String> FACTS = List.of("zone_kind", "municipality_code", "territorial_area_m2", "zoning_code", "planning_instrument",
      "implementation_status", "acoustic_class", "desired_vocation", "manager");
  private static final List<String> SERVICES = List.of("broadband_mbit_s", "video_surveillance", "canteen", "childcare", "district_heating", "truck_parking_places");
  private static final List<String> PLOT_COLUMNS = List.of("area_m2", "price_eur_m2", "offer_type", "available_from", "verified_on");
  private static final List<String> RECORD = List.of("source", "surveyed_on", "verified_on", "updated_at");
  /** Fewer firms than this are not counted out: who knows the place would know whom. */
  private static final int FEWEST_FIRMS = 3;

  /** A named value; {@code known} false where nobody knows. */
  record Fact(String title, String text, boolean known) {}

  /** A plot of the table; cells in the order of the columns. */
  record PlotRow(long id, String name, List<Fact> cells) {}

  /** A zone of the index. */
  record ZoneRow(String path, String name, String code, String kind, String place, String plots) {}

  /** A firm by name. */
  record FirmRow(String path, String name, String chain) {}

  /** Something with an address of its own and what is known of it. */
  record Neighbour(String path, String name, List<String> facts) {}

  private final Zones zones;
  private final MapLinks map;
  private final AccessReading access;

  ZoneProfile(Zones zones, MapLinks map, AccessReading access) {
    this.zones = zones;
    this.map = map;
    this.access = access;
  }

  Frame frame(Zone zone, PageRequest wanted, Words t) {
    String name = name(zone);
    String said = text(zone, "description_" + wanted.language());
    String excellences = text(zone, "excellences_" + wanted.language());
    String description = said != null ? said : t.of("zones.description", Map.of("name", name, "excellences", excellences == null ? "" : excellences)).strip();
    String path = "/zones/" + zone.id();
    return new Frame(wanted.language(), wanted.languageChosen(), name, description, path, true,
        Link.to("/ogc/collections/" + Zones.LAYER + "/items/" + zone.id()), List.of(new Frame.Crumb(t.of("zones.heading"), "/zones")),
        JsonLd.place(Link.to(path), name, String.valueOf(zone.values().get("code")), description, zone.bounds(), Link.to("/ogc/collections/" + Zones.LAYER)));
  }

  /** What the template names. */
  Map<String, Object> content(Zone zone, Words t) {
    Layer layer = zones.layer(Zones.LAYER);
    FieldText texts = new FieldText(layer, t);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("sheet", "/css/zone.css");
    content.put("id", zone.id());
    content.put("name", name(zone));
    content.put("code", zone.values().get("code"));
    content.put("synthetic", Boolean.TRUE.equals(zone.values().get("demonstration")));
    content.put("brand", text(zone, "brand"));
    content.put("said", text(zone, "description_" + t.language()));
    content.put("excellences", text(zone, "excellences_" + t.language()));
    content.put("facts", facts(zone, layer, FACTS, texts, t));
    content.put("services", facts(zone, layer, SERVICES, texts, t));
    content.put("access", access.table(layer, zone.id(), t));
    content.put("works", Works.of(text(zone, "works"), texts, t.language()));
    content.put("apea", facts(zone, layer, List.of("apea_status"), texts, t).get(0));
    content.put("checklist", ApeaChecklist.of(zone.values(), facts(zone, layer, List.of("manager", "acoustic_class", "district_heating"), texts, t), t));
    content.put("record", facts(zone, layer, RECORD, texts, t));
    content.put("contact", facts(zone, layer, List.of("contact", "website"), texts, t));
    content.put("website", text(zone, "website"));
    content.put("licence", layer.licence());
    content.put("pictures", Pictures.of(text(zone, "attachments"), t.language()));
    content.put("map", map.to(layer, zone.bounds(), zone.id(), t.language()));
    content.put("legend", zones.layer("plot").style().values().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> codeTitle(zones.layer("plot"), "status", one.getKey(), t), (a, b) -> a, LinkedHashMap::new)));
    plots(zone.id(), t, content);
    firms(zone.id(), t, content);
    surroundings(zone.id(), texts, t, content);
    return content;
  }

  List<ZoneRow> listed(List<Listed> listed, List<Territory> territories, Words t) {
    Layer layer = zones.layer(Zones.LAYER);
    Map<String, String> names = territories.stream().collect(Collectors.toMap(Territory::code, Territory::name));
    return listed.stream().map(one -> new ZoneRow("/zones/" + one.id(), one.name() == null ? one.code() : one.name(), one.code(),
        one.zoneKind() == null ? t.of("notKnown") : codeTitle(layer, "zone_kind", one.zoneKind(), t),
        Stream.of(one.municipality(), names.get(one.territory())).filter(Objects::nonNull).distinct().collect(Collectors.joining(", ")),
        one.availablePlots() == 0 ? t.of("zones.noPlots") : t.of("zones.plotsAndArea", Map.of("count", one.availablePlots(),
            "area", one.availableM2() == null ? t.of("notKnown") : new FieldText(zones.layer("plot"), t)
                .of(zones.layer("plot").findAttribute("area_m2").orElseThrow(), one.availableM2()))))).toList();
  }

  private void plots(long zone, Words t, Map<String, Object> content) {
    Layer layer = zones.layer("plot");
    FieldText texts = new FieldText(layer, t);
    List<Attribute> columns = PLOT_COLUMNS.stream().flatMap(name -> layer.findAttribute(name).stream()).toList();
    List<String> shown = new ArrayList<>(PLOT_COLUMNS);
    shown.addAll(List.of("code", "name"));
    List<Plot> found = zones.availablePlots(zone, shown);
    content.put("plotColumns", columns.stream().map(a -> a.title().in(t.language())).toList());
    content.put("plots", found.stream().map(plot -> new PlotRow(plot.id(), String.valueOf(
        FieldText.isKnown(plot.values().get("name")) ? plot.values().get("name") : plot.values().get("code")),
        columns.stream().map(a -> fact(a, plot.values().get(a.name()), texts, t)).toList())).toList());
  }

  private void firms(long zone, Words t, Map<String, Object> content) {
    Layer company = zones.layer("company");
    List<Firms> counts = zones.firms(zone);
    content.put("firmsByChain", counted(counts, "production_chain", true, company, t));
    content.put("firmsBySize", counted(counts, "size_class", false, company, t));
    content.put("firms", zones.namedFirms(zone).stream().map(firm -> new FirmRow("/ogc/collections/company/items/" + firm.id(), firm.name(),
        firm.chain() == null ? "" : codeTitle(company, "production_chain", firm.chain(), t))).toList());
  }

  /** In the order of the codes, what is not known last. */
  private static List<Fact> counted(List<Firms> counts, String attribute, boolean byChain, Layer company, Words t) {
    Map<String, Long> sums = new LinkedHashMap<>();
    company.codes().getOrDefault(company.findAttribute(attribute).map(Attribute::codes).orElse(""), List.of()).forEach(code -> sums.put(code.value(), 0L));
    counts.forEach(one -> sums.merge(Objects.requireNonNullElse(byChain ? one.chain() : one.size(), ""), one.count(), Long::sum));
    List<Fact> facts = new ArrayList<>();
    sums.forEach((code, count) -> {
      if (count > 0) {
        facts.add(new Fact(code.isEmpty() ? t.of("notKnown") : codeTitle(company, attribute, code, t),
            count < FEWEST_FIRMS ? t.of("zones.few", Map.of("least", FEWEST_FIRMS)) : String.valueOf(count), true));
      }
    });
    return facts;
  }

  private void surroundings(long zone, FieldText texts, Words t, Map<String, Object> content) {
    Layer substation = zones.layer("primary_substation_area");
    Layer bottleneck = zones.layer("bottleneck");
    content.put("substations", zones.substations(zone).stream().map(one -> new Neighbour("/ogc/collections/primary_substation_area/items/" + one.id(),
        one.name() == null ? one.code() : one.name() + " (" + one.code() + ")", Stream.of(
            one.distributor() == null ? null : t.of("zones.distributor", Map.of("name", one.distributor())),
            one.hostingClass() == null ? t.of("zones.hostingUnknown") : t.of("zones.hosting", Map.of("class",
                codeTitle(substation, "hosting_class", one.hostingClass(), t), "day", one.hostingOn() == null ? t.of("notKnown") : texts.day(one.hostingOn()))))
        .filter(Objects::nonNull).toList())).toList());
    content.put("bottlenecks", zones.bottlenecks(zone).stream().map(one -> new Neighbour("/ogc/collections/bottleneck/items/" + one.id(), one.name(),
        Stream.of(one.type() == null ? null : codeTitle(bottleneck, "bottleneck_type", one.type(), t),
            one.status() == null ? null : codeTitle(bottleneck, "status", one.status(), t),
            one.severity() == null ? null : t.of("zones.severity", Map.of("severity", one.severity())),
            one.worksUntil() == null ? null : t.of("zones.worksUntil", Map.of("day", texts.day(one.worksUntil()))),
            one.metres() == 0 ? t.of("zones.inside") : t.of("zones.metres", Map.of("metres", one.metres())))
        .filter(Objects::nonNull).toList())).toList());
  }

  private List<Fact> facts(Zone zone, Layer layer, List<String> names, FieldText texts, Words t) {
    return names.stream().flatMap(name -> layer.findAttribute(name).stream()).map(a -> fact(a, zone.values().get(a.name()), texts, t)).toList();
  }

  private Fact fact(Attribute attribute, @Nullable Object value, FieldText texts, Words t) {
    Optional<String> municipality = attribute.name().equals("municipality_code") && FieldText.isKnown(value) ? zones.municipality(value.toString()) : Optional.empty();
    return new Fact(attribute.title().in(t.language()), municipality.orElseGet(() -> texts.of(attribute, value)), FieldText.isKnown(value));
  }

  private static String codeTitle(Layer layer, String attribute, String value, Words t) {
    return layer.codes().getOrDefault(layer.findAttribute(attribute).map(Attribute::codes).orElse(""), List.of()).stream()
        .filter(code -> code.value().equals(value)).map(Layer.Code::title).map(title -> title.in(t.language())).findFirst().orElse(value);
  }

  private static String name(Zone zone) {
    return String.valueOf(FieldText.isKnown(zone.values().get("name")) ? zone.values().get("name") : zone.values().get("code"));
  }

  private static @Nullable String text(Zone zone, String attribute) {
    Object value = zone.values().get(attribute);
    return FieldText.isKnown(value) ? value.toString() : null;
  }
}
