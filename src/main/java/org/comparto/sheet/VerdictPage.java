package org.comparto.sheet;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the dossier of a verdict says, in one language.
 *
 * @param explanation what the result means, and what it does not
 * @param unconfirmed it rests on a rule set that nobody has answered for
 * @param facts technology, day, territory and the like, title and text
 */
record VerdictPage(String id, String result, String explanation, boolean unconfirmed, boolean demonstration, List<Line> facts, List<PartLine> parts,
    List<RuleLine> rules, List<SetLine> sets, List<LayerLine> layers, List<Line> warnings, List<String> notes, String givenOn) {

  /** A title and what is said under it. */
  record Line(String title, String text) {}

  /** @param because titles of the rules it rests on, or of the layers that are missing */
  record PartLine(String result, String because, String m2, String share) {}

  /** @param limits from which size on something counts for it, where another decides instead, and what the rule sets and ground can not answer */
  record RuleLine(String title, String citation, String source, String set, String outcome, String m2, List<String> limits) {}

  record SetLine(String title, String version, String valid, String status) {}

  record LayerLine(String title, String state, String origin) {}

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  /** @param territory what people call it; null where the area lies in none */
  static VerdictPage of(JsonNode verdict, @Nullable String territory, Layer energyArea, Words t) {
    return new Writer(territory, energyArea, t).write(verdict);
  }

  /** As the code list eligibility has it. */
  static String code(JsonNode result) {
    return result.asString().toLowerCase(Locale.ROOT);
  }

  /** The words of one language. */
  private static final class Writer {

    private final @Nullable String territory;
    private final FieldText text;
    private final Words t;
    private final Locale locale;
    private final NumberFormat areas;
    private final NumberFormat shares;

    Writer(@Nullable String territory, Layer energyArea, Words t) {
      this.territory = territory;
      this.text = new FieldText(energyArea, t);
      this.t = t;
      this.locale = Locale.forLanguageTag(t.language());
      this.areas = NumberFormat.getNumberInstance(locale);
      areas.setMaximumFractionDigits(2);
      this.shares = NumberFormat.getPercentInstance(locale);
      shares.setMaximumFractionDigits(2);
    }

    VerdictPage write(JsonNode verdict) {
      String result = code(verdict.path("result"));
      Map<String, String> titles = new HashMap<>();
      verdict.path("rules").forEach(rule -> titles.put(rule.path("ruleset").asString() + "/" + rule.path("rule").asString(), localized(rule.path("title"))));
      Map<String, String> layerTitles = new HashMap<>();
      verdict.path("layers").forEach(layer -> layerTitles.put(layer.path("layer").asString(), layerTitle(layer)));
      boolean unconfirmed = stream(verdict.path("rulesets")).anyMatch(set -> set.path("status").asString().equals("draft"));
      boolean demonstration = stream(verdict.path("layers")).anyMatch(layer -> layer.path("demonstration").asBoolean())
          || stream(verdict.path("rulesets")).anyMatch(set -> set.path("demonstration").asBoolean());
      boolean whole = verdict.path("whole").asBoolean();
      String means = t.of("dossier.means." + result);
      return new VerdictPage(verdict.path("id").asString(), whole ? eligibility(result) : t.of("dossier.partly", Map.of("result", eligibility(result))),
          whole ? means : t.of("dossier.inParts", Map.of("means", means)), unconfirmed, demonstration, facts(verdict),
          stream(verdict.path("parts")).map(part -> part(part, titles, layerTitles)).toList(),
          stream(verdict.path("rules")).map(rule -> rule(rule, layerTitles)).toList(), stream(verdict.path("rulesets")).map(this::set).toList(),
          stream(verdict.path("layers")).map(this::layer).toList(),
          stream(verdict.path("warnings")).map(w -> new Line(localized(w.path("text")), w.path("m2").isNumber() ? m2(w.path("m2")) : "")).toList(),
          stream(verdict.path("notes")).map(this::localized).toList(), day(Instant.parse(verdict.path("createdAt").asString()).atZone(ITALY).toLocalDate()));
    }

    private List<Line> facts(JsonNode verdict) {
      List<Line> facts = new ArrayList<>();
      String technology = verdict.path("technology").asString();
      facts.add(new Line(t.of("dossier.technology"), text.code("technology", technology).orElse(technology)));
      facts.add(new Line(t.of("dossier.date"), day(LocalDate.parse(verdict.path("date").asString()))));
      facts.add(new Line(t.of("dossier.area"), m2(verdict.path("areaM2"))));
      facts.add(new Line(t.of("dossier.territory"), territory != null ? territory : t.of("dossier.none")));
      facts.add(new Line(t.of("dossier.project"), verdict.path("project").isEmpty() ? t.of("dossier.none")
          : String.join(", ", stream(verdict.path("project")).map(p -> t.of("dossier.project." + p.asString())).toList())));
      facts.add(new Line(t.of("dossier.plane"), t.of("dossier.plane.text", Map.of("crs", verdict.path("computeCrs").asString(),
          "segments", verdict.path("quadrantSegments").asInt()))));
      return facts;
    }

    private PartLine part(JsonNode part, Map<String, String> titles, Map<String, String> layers) {
      List<String> because = new ArrayList<>(stream(part.path("basis")).map(JsonNode::asString).map(id -> titles.getOrDefault(id, id)).toList());
      stream(part.path("missingLayers")).map(JsonNode::asString)
          .forEach(layer -> because.add(t.of("dossier.missing", Map.of("layer", layers.getOrDefault(layer, layer)))));
      return new PartLine(eligibility(code(part.path("result"))), because.isEmpty() ? t.of("dossier.noRule") : String.join("; ", because), m2(part.path("m2")),
          shares.format(part.path("share").asDouble()));
    }

    private RuleLine rule(JsonNode rule, Map<String, String> layers) {
      String source = rule.path("cite").path("source").asString("");
      return new RuleLine(localized(rule.path("title")), rule.path("citation").asString(), source.isEmpty() ? "" : t.of("dossier.source", Map.of("source", source)),
          rule.path("ruleset").asString() + "@" + rule.path("version").asInt() + " · " + t.of("dossier.status." + rule.path("status").asString()),
          t.of("dossier.outcome." + rule.path("outcome").asString().toLowerCase(Locale.ROOT)), m2(rule.path("m2")),
          Stream.concat(conditions(rule, layers), stream(rule.path("limits")).map(limit -> localized(limit.path("text")))).toList());
    }

    /** Of sizes and priorities; verdicts of former editions have neither. */
    private Stream<String> conditions(JsonNode rule, Map<String, String> layers) {
      Stream<String> sizes = stream(rule.path("minimumAreas")).map(one -> t.of("dossier.least",
          Map.of("layer", layers.getOrDefault(one.path("layer").asString(), one.path("layer").asString()), "area", m2(one.path("m2")))));
      return rule.path("setAsideM2").asDouble(0) < 1 ? sizes : Stream.concat(sizes,
          Stream.of(t.of("dossier.setAside", Map.of("area", m2(rule.path("setAsideM2")), "priority", rule.path("priority").asInt()))));
    }

    private SetLine set(JsonNode set) {
      String from = set.path("from").isString() ? day(LocalDate.parse(set.path("from").asString())) : "…";
      String to = set.path("to").isString() ? day(LocalDate.parse(set.path("to").asString())) : "…";
      String status = set.path("confirmedBy").isString() ? t.of("dossier.confirmedBy", Map.of("name", set.path("confirmedBy").asString()))
          : t.of("dossier.status." + set.path("status").asString());
      return new SetLine(localized(set.path("title")), set.path("id").asString() + "@" + set.path("version").asInt(),
          t.of("dossier.valid", Map.of("from", from, "to", to)), status + (set.path("demonstration").asBoolean() ? " · " + t.of("demonstration.short") : ""));
    }

    private LayerLine layer(JsonNode layer) {
      String changed = layer.path("changedAt").isString()
          ? t.of("dossier.changed", Map.of("day", day(Instant.parse(layer.path("changedAt").asString()).atZone(ITALY).toLocalDate()))) : t.of("dossier.nothingThere");
      String state = layer.path("available").asBoolean() ? t.of("dossier.version", Map.of("revision", layer.path("revision").asString())) + " · " + changed
          : t.of("dossier.notAvailable");
      String source = layer.path("source").isObject() ? localized(layer.path("source")) : "";
      return new LayerLine(layerTitle(layer), state, source + (layer.path("demonstration").asBoolean() ? " · " + t.of("demonstration.short") : ""));
    }

    private String layerTitle(JsonNode layer) {
      return layer.path("title").isObject() ? localized(layer.path("title")) : layer.path("layer").asString();
    }

    private String eligibility(String code) {
      return text.code("eligibility", code).orElse(code);
    }

    private String localized(JsonNode words) {
      return words.path(t.language()).asString("");
    }

    private String m2(JsonNode value) {
      return areas.format(value.asDouble()) + " m²";
    }

    private String day(LocalDate day) {
      return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
      return StreamSupport.stream(list.spliterator(), false);
    }
  }
}
