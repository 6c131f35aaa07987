package org.comparto.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds descriptors against each other and against the database, and makes the thematic layers they name; runs before anything is served. */
@Component
@DependsOnDatabaseInitialization
class DescriptorCheck {

  /** Columns that belong to the machinery and are nobody's attribute. */
  private static final Set<String> TECHNICAL = Set.of("id", "version", "publication_status", "created_at", "created_by", "updated_by",
      "search_text", "geom", "geom_3857", "geom_place", "layer_id", "properties", "change_id");

  private final JdbcClient db;

  DescriptorCheck(JdbcClient db) {
    this.db = db;
  }

  /** @throws DescriptorException naming the first file that is wrong and everything that is wrong with it */
  void accept(DescriptorFiles.Content content) {
    Map<String, List<Layer.Code>> lists = new HashMap<>();
    for (Layer layer : content.layers()) {
      makeRelation(layer);
      List<String> faults = faults(layer, content, lists);
      if (!faults.isEmpty()) {
        throw new DescriptorException(layer.id() + ".yaml", String.join("; ", faults));
      }
    }
  }

  /** A thematic layer's partition, unless it is there. */
  void makeRelation(Layer layer) {
    if (layer.kind() == Layer.Kind.THEMATIC) {
      db.sql("SELECT create_thematic_layer(:layer)").param("layer", layer.id()).query().listOfRows();
    }
  }

  /** Makes a layer's partition of the table of its rows, which bears its name. */
  void finishRelation(Layer layer) {
    db.sql("SELECT finish_thematic_layer(:layer)").param("layer", layer.id()).query().listOfRows();
  }

  void addSearchIndex(String layer) {
    db.sql("SELECT add_search_index(:layer)").param("layer", layer).query().listOfRows();
  }

  void dropRelation(Layer layer) {
    if (layer.kind() == Layer.Kind.THEMATIC) {
      db.sql("DROP TABLE IF EXISTS " + Sql.quote(layer.relation())).update();
    }
  }

  /** What is wrong with one layer beside those of the files; its relation is there already. */
  List<String> faultsBeside(DescriptorFiles.Content content, Layer layer) {
    Map<String, List<Layer.Code>> lists = new HashMap<>();
    content.layers().forEach(other -> lists.putAll(other.codes()));
    return faults(layer, content, lists);
  }

  private List<String> faults(Layer layer, DescriptorFiles.Content content, Map<String, List<Layer.Code>> lists) {
    List<String> faults = new ArrayList<>();
    checkWords(layer, content, lists, faults);
    checkColumns(layer, faults);
    return faults;
  }

  private static void checkWords(Layer layer, DescriptorFiles.Content content, Map<String, List<Layer.Code>> lists, List<String> faults) {
    Set<String> names = layer.attributes().stream().map(Attribute::name).collect(Collectors.toSet());
    if (names.size() < layer.attributes().size()) {
      faults.add("an attribute is described twice");
    }
    if (content.groups().stream().noneMatch(g -> g.id().equals(layer.group()))) {
      faults.add("unknown group " + layer.group());
    }
    for (Attribute attribute : layer.attributes()) {
      if (content.sections().stream().noneMatch(s -> s.id().equals(attribute.section()))) {
        faults.add("attribute " + attribute.name() + " is in the unknown section " + attribute.section());
      }
      if (attribute.consent() != null && layer.consent() == null) {
        faults.add("attribute " + attribute.name() + " asks for consent, but the layer does not say where it is kept");
      }
      if (attribute.tile() && !attribute.isPublic()) {
        faults.add("attribute " + attribute.name() + " is for the desk only and can not be in tiles");
      }
    }
    layer.summary().stream().filter(n -> !names.contains(n)).forEach(n -> faults.add("summary names the unknown attribute " + n));
    layer.filters().stream().filter(n -> !names.contains(n)).forEach(n -> faults.add("filters name the unknown attribute " + n));
    if (layer.style().by() != null && layer.attributes().stream().noneMatch(a -> a.name().equals(layer.style().by()) && a.tile())) {
      faults.add("style.by is " + layer.style().by() + ", which is not an attribute with tile: true");
    }
    if (layer.rules().inside() != null && layer.insideAttribute().isEmpty()) {
      faults.add("rules.inside is " + layer.rules().inside() + ", to which no attribute refers");
    }
    if (layer.constraint() != null) {
      checkConstraint(layer, layer.constraint(), faults);
    }
    layer.codes().forEach((list, codes) -> {
      List<Layer.Code> other = lists.putIfAbsent(list, codes);
      if (other != null && !other.equals(codes)) {
        faults.add("code list " + list + " means something else in another layer; give it a name of its own");
      }
    });
  }

  private static void checkConstraint(Layer layer, Layer.Constraint constraint, List<String> faults) {
    if (constraint.measure() == null) {
      faults.add("constraint.measure is missing; there are overlap and distance");
    } else if (constraint.measure() == Layer.Measure.DISTANCE != constraint.withinM() > 0) {
      faults.add("constraint.within_m belongs to measure distance, and distance needs it");
    }
    if (constraint.by() != null && layer.findAttribute(constraint.by()).filter(a -> a.isPublic() && a.codes() != null).isEmpty()) {
      faults.add("constraint.by names " + constraint.by() + ", which is no public attribute with codes");
    }
    for (String name : constraint.only()) {
      if (layer.findAttribute(name).filter(a -> a.isPublic() && a.type() == AttributeType.BOOLEAN).isEmpty()) {
        faults.add("constraint.only names " + name + ", which is no public attribute that is true or false");
      }
    }
  }

  private void checkColumns(Layer layer, List<String> faults) {
    Map<String, String> columns = new HashMap<>();
    db.sql("SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = :relation")
        .param("relation", layer.relation()).query().listOfRows()
        .forEach(row -> columns.put((String) row.get("column_name"), (String) row.get("udt_name")));
    if (columns.isEmpty()) {
      faults.add("there is no table " + layer.relation());
      return;
    }
    for (Attribute attribute : layer.attributes()) {
      String databaseType = columns.remove(attribute.name());
      boolean kept = layer.hasOwnTable() || databaseType != null;
      if (kept && databaseType == null) {
        faults.add("attribute " + attribute.name() + " has no column in " + layer.relation());
      } else if (kept && !attribute.type().fits(databaseType)) {
        faults.add("attribute " + attribute.name() + " is " + attribute.type() + ", its column is " + databaseType);
      }
    }
    if (layer.consent() != null && !layer.attributes().stream().anyMatch(a -> a.name().equals(layer.consent().column()))) {
      faults.add("consent.column " + layer.consent().column() + " is not an attribute");
    }
    columns.keySet().removeAll(TECHNICAL);
    if (!columns.isEmpty()) {
      faults.add("nothing describes the columns " + columns.keySet().stream().sorted().toList());
    }
  }
}
