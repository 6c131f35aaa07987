package org.comparto.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the text of a rule set, YAML or JSON, and says everything that is wrong with it. What layers and other sets there are is not asked here. */
final class RulesetText {

  /** What the code list technology has, in its order. */
  static final List<String> TECHNOLOGIES = List.of("pv_ground", "pv_roof", "pv_canopy", "pv_floating", "agripv", "wind", "biomethane");

  private static final List<String> PROJECTS = List.of("project.cer", "project.pnrr");
  private static final Set<Effect> DECIDING = Set.of(Effect.INCLUDE, Effect.PERMIT_ONLY, Effect.UNSUITABLE);
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_.-]{1,59}");
  private static final String ID_WANTED = "an id has 2 to 60 lower-case letters, digits, - . and _, and begins with a letter";
  private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final List<Fault> faults = new ArrayList<>();

  private RulesetText() {}

  /**
   * @param text of one rule set
   * @return a set of version 0 that is not active
   * @throws FaultyRulesetException with every fault
   */
  static Ruleset read(String text) {
    RulesetText reading = new RulesetText();
    JsonNode tree;
    try {
      tree = YAML.readTree(text);
    } catch (JacksonException e) {
      throw new FaultyRulesetException(List.of(new Fault(null, ".", "this is neither YAML nor JSON: " + e.getOriginalMessage().lines().findFirst().orElse("")
          + " (line " + Math.max(1, e.getLocation().getLineNr()) + ")")));
    }
    Ruleset set = reading.ruleset(new Part(tree, null, "", reading.faults), tree);
    if (!reading.faults.isEmpty()) {
      throw new FaultyRulesetException(reading.faults);
    }
    return set;
  }

  private Ruleset ruleset(Part part, JsonNode tree) {
    String id = part.requiredText("ruleset");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      part.fault("ruleset", ID_WANTED);
    } else if (id.equals("schema")) {
      part.fault("ruleset", "schema is the address of the form of all sets; another id is needed");
    }
    Localized title = part.requiredLocalized("title");
    boolean confirmed = "confirmed".equals(part.word("status", List.of("draft", "confirmed")));
    part.required("status", part.has("status"));
    String confirmedBy = part.text("confirmed_by");
    if (confirmed != (confirmedBy != null)) {
      part.fault("confirmed_by", "a confirmed set names who confirmed it, and a draft names nobody");
    }
    LocalDate from = null;
    LocalDate to = null;
    if (part.has("valid")) {
      Part valid = part.part("valid");
      from = valid.date("from");
      to = valid.date("to");
      valid.end();
      if (from != null && to != null && !from.isBefore(to)) {
        valid.fault("to", "it must be after from: it is the first day on which the set is no longer in force");
      }
    } else {
      part.required("valid");
    }
    Map<String, LayerUse> layers = new LinkedHashMap<>();
    if (part.has("layers")) {
      Part block = part.part("layers");
      block.keys().forEach(layer -> layers.put(layer, layerUse(block.part(layer))));
    }
    List<Rule> rules = rules(part, tree, id);
    rules.forEach(rule -> rule.layers().forEach(layer -> layers.putIfAbsent(layer, LayerUse.PLAIN)));
    Ruleset set = new Ruleset(id, 0, confirmed ? Ruleset.Status.CONFIRMED : Ruleset.Status.DRAFT, confirmedBy, false, from, to,
        part.texts("regions"), part.texts("territories"), title, part.text("overlay"), layers, rules, part.flag("demonstration"),
        part.localized("note"));
    part.end();
    return set;
  }

  private static LayerUse layerUse(Part part) {
    LayerUse use = new LayerUse(part.flag("complete"), part.flag("awaited"), part.localized("note"));
    part.end();
    return use;
  }

  private List<Rule> rules(Part part, JsonNode tree, String set) {
    if (!part.has("rules") || !tree.get("rules").isArray() || tree.get("rules").isEmpty()) {
      part.fault("rules", "a set has a list of rules");
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < tree.get("rules").size(); i++) {
      JsonNode node = tree.get("rules").get(i);
      String name = node.path("id").isString() ? node.path("id").asString() : "#" + (i + 1);
      Part rule = new Part(node, name, "", faults);
      rules.add(rule(rule, set));
      if (!ids.add(name)) {
        rule.fault("id", "another rule of the set has this id");
      }
    }
    return rules;
  }

  private static Rule rule(Part part, String set) {
    String id = part.requiredText("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      part.fault("id", ID_WANTED);
    }
    Effect effect = effect(part);
    List<Source> sources = part.oneOrMore("source", RulesetText::source);
    boolean everywhere = part.flag("everywhere");
    List<Source> appliesTo = part.oneOrMore("applies_to", RulesetText::source);
    List<String> allow = part.texts("allow_if_any").stream().map(name -> name.contains("/") ? name : set + "/" + name).toList();
    List<String> exempt = part.texts("exempt_if");
    exempt.stream().filter(e -> !PROJECTS.contains(e))
        .forEach(e -> part.fault("exempt_if", "\"" + e + "\" is none of " + String.join(", ", PROJECTS)));
    Rule rule = new Rule(id, effect, technologies(part), sources, everywhere, part.flag("inside"), part.metres("buffer_m"),
        part.oneOrMore("restrict_to", RulesetText::source), part.oneOrMore("except", RulesetText::except), appliesTo, allow,
        exempt.stream().map(e -> e.substring("project.".length())).toList(), part.priority("priority"), part.parts("limits", RulesetText::limit),
        part.requiredLocalized("title"), cite(part), part.localized("unverified"));
    part.end();
    fit(rule, part);
    return rule;
  }

  /** What must and what can not be said together. */
  private static void fit(Rule rule, Part part) {
    boolean covers = rule.effect() != Effect.PERMIT_ONLY && rule.effect() != Effect.CAP;
    if (covers && rule.sources().isEmpty() != rule.everywhere()) {
      part.fault("source", "a rule has a source or counts everywhere, one of both");
    }
    if (!covers && (!rule.sources().isEmpty() || rule.everywhere() || !rule.restrictTo().isEmpty() || !rule.except().isEmpty())) {
      part.fault("source", "permit_only and cap have no source: they say where they count with applies_to");
    }
    if (rule.everywhere() && (rule.bufferM() > 0 || rule.inside() || !rule.restrictTo().isEmpty())) {
      part.fault("everywhere", "what counts everywhere has no buffer_m, no inside and no restrict_to");
    }
    if (rule.effect() == Effect.PERMIT_ONLY && rule.appliesTo().isEmpty()) {
      part.fault("applies_to", "permit_only says where it forbids");
    }
    if (rule.effect() != Effect.PERMIT_ONLY && !(rule.allowIfAny().isEmpty() && rule.exemptIf().isEmpty())) {
      part.fault("allow_if_any", "allow_if_any and exempt_if belong to permit_only");
    }
    if (covers && !rule.appliesTo().isEmpty()) {
      part.fault("applies_to", "applies_to belongs to permit_only and cap");
    }
    if (rule.priority() != 0 && !DECIDING.contains(rule.effect())) {
      part.fault("priority", "priority belongs to include, permit_only and unsuitable: the others decide nothing");
    }
  }

  private static Effect effect(Part part) {
    String word = part.word("effect", Arrays.stream(Effect.values()).map(Effect::word).toList());
    part.required("effect", part.has("effect"));
    return word == null ? Effect.INCLUDE : Effect.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Set<String> technologies(Part part) {
    Set<String> technologies = new LinkedHashSet<>(part.texts("tech"));
    if (technologies.isEmpty()) {
      part.required("tech");
    }
    technologies.stream().filter(t -> !TECHNOLOGIES.contains(t))
        .forEach(t -> part.fault("tech", "\"" + t + "\" is none of " + String.join(", ", TECHNOLOGIES)));
    return technologies;
  }

  private static Source source(Part part) {
    Source source = new Source(part.requiredText("layer"), part.text("where"), part.squareMetres("min_area_m2"));
    part.end();
    return source;
  }

  private static Except except(Part part) {
    Except except = new Except(new Source(part.requiredText("layer"), part.text("where"), part.squareMetres("min_area_m2")), part.metres("buffer_m"));
    part.end();
    return except;
  }

  private static Limit limit(Part part) {
    Limit limit = new Limit(part.requiredText("id"), part.requiredLocalized("text"));
    part.end();
    return limit;
  }

  private static Cite cite(Part rule) {
    if (!rule.has("cite")) {
      rule.required("cite");
      return new Cite("", null, null, null, null, null, null);
    }
    Part part = rule.part("cite");
    Cite cite = new Cite(part.requiredText("act"), part.text("art"), part.text("para"), part.text("letter"), part.text("number"),
        part.text("source"), part.text("quote"));
    part.end();
    return cite;
  }
}
