package org.comparto.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comparto.account.CurrentAccount;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done with a file: suggestions, and a plan that is complete and allowed. */
@Component
class Planning {

  /**
   * What the names suggest.
   *
   * @param values per attribute with a code list: each source value and the code it stands for, null where that is open;
   *     empty until the file was read once
   * @param samples per source field its values in the first rows; empty until the file was read once
   */
  record Suggested(Map<String, String> mapping, List<String> keys,
      Map<String, OpenCodes> values, Map<String, List<String>> samples) {}

  /** Source value → code; null where that is open, and written as null. */
  record OpenCodes(@JsonValue @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable String> codes) {}

  private static final int MOST_VALUES = 200;
  private static final int LONGEST_PATTERN = 200;

  private final Loads loads;
  private final Profiles profiles;
  private final Layers layers;
  private final Columns columns;
  private final TargetTable tables;
  private final LoadChecks checks;
  private final JdbcClient db;

  Planning(Loads loads, Profiles profiles, Layers layers, Columns columns, TargetTable tables, LoadChecks checks, JdbcClient db) {
    this.loads = loads;
    this.profiles = profiles;
    this.layers = layers;
    this.columns = columns;
    this.tables = tables;
    this.checks = checks;
    this.db = db;
  }

  /** @param sourceLayer null for the planned one, or the first */
  Suggested suggest(Load load, Layer layer, @Nullable String sourceLayer) {
    boolean staged = sourceLayer == null && tables.exists(load.staging());
    Map<String, String> mapping = staged ? checks.suggested(load, layer) : Suggestion.mapping(layer, fields(load, sourceLayer));
    Map<String, OpenCodes> values = new LinkedHashMap<>();
    if (staged) {
      for (Column c : columns.of(layer, true, load.staging(), mapping, Map.of(), Map.of(), false)) {
        if (c.attribute().codes() != null) {
          values.put(c.name(), new OpenCodes(values(layer, c, load)));
        }
      }
    }
    return new Suggested(mapping, Suggestion.keys(mapping), values,
        staged ? samples(load) : Map.of());
  }

  private Map<String, @Nullable String> values(Layer layer, Column c, Load load) {
    Map<String, @Nullable String> codes = new LinkedHashMap<>();
    columns.distinct(c, load.staging(), MOST_VALUES).stream().sorted().forEach(v -> codes.put(v, Columns.codeFor(layer, c.attribute(), v)));
    return codes;
  }

  private Map<String, List<String>> samples(Load load) {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    db.sql("SELECT key, left(value, 80) AS value FROM (SELECT * FROM " + load.staging() + " ORDER BY row_number LIMIT 3) AS s,"
        + " jsonb_each_text(to_jsonb(s) - 'geom' - 'row_number') WHERE value <> ''")
        .query(row -> {
          samples.computeIfAbsent(row.getString("key"), key -> new ArrayList<>()).add(row.getString("value"));
        });
    return samples;
  }

  private static List<String> fields(Load load, @Nullable String sourceLayer) {
    return load.inspection().layers().stream().filter(l -> sourceLayer == null || l.name().equals(sourceLayer)).findFirst()
        .orElseThrow(() -> new InvalidInputException("sourceLayer", "the file has no layer \"" + sourceLayer + "\""))
        .fields().stream().map(SourceField::name).toList();
  }

  /** Keeps the plan and puts the check to the queue. Returns the job. */
  @Transactional
  public long plan(Load load, LoadPlan wanted, CurrentAccount caller) {
    LoadPlan plan = wanted.profile() == null ? wanted : wanted.over(profiles.get(wanted.profile()).plan());
    checkLayer(plan, caller);
    checkSource(load, plan);
    plan = inTerritory(plan, caller);
    loads.plan(load.id(), plan);
    return loads.start(load, LoadState.CHECKING, CheckJob.KIND, new LoadJob(load.id()), caller.username());
  }

  private void checkLayer(LoadPlan plan, CurrentAccount caller) {
    if (plan.layer() == null && plan.newLayer() == null) {
      throw new InvalidInputException("layer", "name the layer to load into, or a newLayer to make");
    }
    if (plan.newLayer() != null) {
      caller.checkLoadLayer(plan.newLayer().id());
      layers.findLayer(plan.newLayer().id()).filter(l -> !layers.isStored(l.id())).ifPresent(l -> {
        throw new InvalidInputException("newLayer.id", "There is a layer " + l.id() + " already; choose another id, or load into it.");
      });
      return;
    }
    Layer layer = layers.getWrittenLayer(plan.layer(), "layer");
    caller.checkLoadLayer(layer.id());
    if (caller.territory() != null && (layer.id().equals("territory") || layer.id().equals("municipality"))) {
      caller.checkLoad("*");
    }
    List<String> fillable = layer.fillableAttributes().stream().map(Attribute::name).toList();
    for (String name : plan.mapping() == null ? List.<String>of() : plan.mapping().keySet()) {
      if (!fillable.contains(name)) {
        throw new InvalidInputException("mapping", "\"" + name + "\" is not an attribute of " + layer.id() + " that a file can fill; there are "
            + String.join(", ", fillable));
      }
    }
    checkValues(layer, plan);
    checkParts(plan, fillable);
    if (!fillable.contains(plan.keyOrCode())
        || plan.mapping() != null && !plan.keyOrCode().equals("code") && !plan.mapping().containsKey(plan.keyOrCode())) {
      throw new InvalidInputException("key", "key must be an attribute that is mapped, not \"" + plan.keyOrCode() + "\"");
    }
  }

  private static void checkValues(Layer layer, LoadPlan plan) {
    plan.values().forEach((name, codes) -> {
      Attribute a = layer.findAttribute(name).orElseThrow(() -> new InvalidInputException("values", "\"" + name + "\" is not an attribute of " + layer.id()));
      List<String> known = a.codes() == null ? List.of() : layer.codes().getOrDefault(a.codes(), List.of()).stream().map(Layer.Code::value).toList();
      codes.values().stream().filter(code -> code == null || a.codes() != null && !known.contains(code)).findFirst().ifPresent(code -> {
        throw new InvalidInputException("values", "\"" + code + "\" is not a code of " + name + "; there are " + String.join(", ", known));
      });
    });
  }

  private void checkParts(LoadPlan plan, List<String> fillable) {
    plan.parts().forEach((name, pattern) -> {
      if (!fillable.contains(name)) {
        throw new InvalidInputException("parts", "\"" + name + "\" is not an attribute that a file can fill; there are " + String.join(", ", fillable));
      }
      if (pattern == null || pattern.length() > LONGEST_PATTERN || pattern.indexOf('\0') >= 0) {
        throw new InvalidInputException("parts", "the expression for " + name + " has at most " + LONGEST_PATTERN + " characters");
      }
      try {
        db.sql("SELECT substring('' FROM :pattern)").param("pattern", pattern).query(String.class).optional();
      } catch (DataAccessException e) {
        throw new InvalidInputException("parts", "the expression for " + name + " is no regular expression of PostgreSQL");
      }
    });
  }

  private static void checkSource(Load load, LoadPlan plan) {
    if (plan.sourceLayer() != null && load.inspection() != null
        && load.inspection().layers().stream().noneMatch(l -> Objects.equals(l.name(), plan.sourceLayer()))) {
      throw new InvalidInputException("sourceLayer", "the file has no layer \"" + plan.sourceLayer() + "\"; there are "
          + String.join(", ", load.inspection().layers().stream().map(SourceLayer::name).toList()));
    }
    if (load.inspection() != null && !plan.wantedRows().isEmpty()) {
      plan.wantedRows().checkFields(fields(load, plan.sourceLayer()));
    }
  }

  /** Who acts in one territory loads into that one, whatever the file says. */
  private LoadPlan inTerritory(LoadPlan plan, CurrentAccount caller) {
    String territory = plan.territory();
    if (caller.territory() != null) {
      caller.checkLoad(territory == null ? caller.territory() : territory);
      territory = caller.territory();
    }
    if (territory != null && !db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", territory).query(Boolean.class).single()) {
      throw new InvalidInputException("territory", "There is no territory with the code \"" + territory + "\"; /ogc/collections/territory/items lists them.");
    }
    return plan.with(plan.mapping(), territory);
  }
}
