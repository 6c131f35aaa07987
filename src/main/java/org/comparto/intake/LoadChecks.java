package org.comparto.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobProgress;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From staged rows to a report: what would be written where, what is wrong, what differs. Changes no feature. */
@Component
class LoadChecks {

  /** @param newLayer the descriptor proposed for a layer that the load makes; null for an existing one */
  record Outcome(LoadPlan plan, @Nullable Layer newLayer, LoadReport report) {}

  private final JdbcClient db;
  private final SourceFiles files;
  private final Layers layers;
  private final TargetTable table;
  private final AttributeChecks checks;
  private final Differences differences;
  private final ThematicProposal proposal;
  private final Columns columns;
  private final Reports reports;

  LoadChecks(JdbcClient db, SourceFiles files, Layers layers, TargetTable table, AttributeChecks checks, Differences differences, ThematicProposal proposal,
      Columns columns, Reports reports) {
    this.db = db;
    this.files = files;
    this.layers = layers;
    this.table = table;
    this.checks = checks;
    this.differences = differences;
    this.proposal = proposal;
    this.columns = columns;
    this.reports = reports;
  }

  /** @throws JobFailedException if the plan does not fit the file or the layers there are */
  Outcome check(Load load, Staged staged, JobProgress progress) {
    LoadPlan plan = load.plan();
    List<String> warnings = new ArrayList<>(staged.warnings());
    if (plan.newLayer() != null && layers.findLayer(plan.newLayer().id()).isPresent()) {
      if (!layers.isStored(plan.newLayer().id())) {
        throw new JobFailedException("layer-exists", "There is a layer " + plan.newLayer().id() + " already; choose another id, or load into it.");
      }
      warnings.add("layer-exists: the layer " + plan.newLayer().id() + " is there already; the file is loaded into it");
      plan = plan.into(plan.newLayer().id());
    }
    Layer made = null;
    if (plan.newLayer() != null) {
      progress.step("propose", 0);
      ThematicProposal.Proposal proposed = proposal.of(load, plan.newLayer());
      made = proposed.layer();
      plan = plan.with(plan.mapping() == null ? proposed.mapping() : plan.mapping(), plan.territory());
    } else if (plan.mapping() == null) {
      plan = plan.with(suggested(load, layers.getLayer(plan.layer(), "layer")), plan.territory());
      warnings.add("mapping-suggested: " + (plan.mapping().isEmpty() ? "no field fits an attribute" : plan.mapping()));
    }
    if (made == null && plan.key() == null && !plan.mapping().containsKey("code") && !Suggestion.keys(plan.mapping()).isEmpty()) {
      plan = plan.withKey(Suggestion.keys(plan.mapping()).get(0));
      warnings.add("key-suggested: " + plan.key());
    }
    List<String> unused = new ArrayList<>(fields(load));
    unused.removeAll(plan.mapping().values());
    if (!unused.isEmpty()) {
      warnings.add("fields-not-mapped: " + String.join(", ", unused));
    }
    progress.step("convert", staged.rows());
    Target target = target(load, plan, made);
    checkPlace(target, made != null || layers.isStored(target.layer().id()));
    table.create(target);
    progress.checkCancelled();
    progress.step("check", staged.rows());
    checks.check(target);
    progress.checkCancelled();
    progress.step("compare", staged.rows());
    differences.find(target);
    return new Outcome(plan, made, reports.make(target, staged, differences.count(target), warnings));
  }

  /** A layer that somebody loads for its own sake, and municipalities, may well go beyond the territories; what belongs to one does not. */
  private void checkPlace(Target target, boolean loaded) {
    String type = switch (target.layer().geometry()) {
      case POINT -> "Point";
      case LINE -> "LineString";
      case POLYGON -> "Polygon";
      case ANY -> null;
    };
    files.check(target.load().id(), type, target.plan().territory());
    if ((loaded || target.isGeography()) && target.plan().territory() == null || target.plan().anywhere()) {
      db.sql("UPDATE load_problem SET severity = 'warning' WHERE load_id = :load AND code = 'geometry-outside-territory'")
          .param("load", target.load().id()).update();
    }
  }

  /** @param made null if the layer exists */
  Target target(Load load, LoadPlan plan, @Nullable Layer made) {
    Layer layer = made != null ? made : layers.getLayer(plan.layer() != null ? plan.layer() : plan.newLayer().id(), "layer");
    return table.target(load, plan, layer, made == null, made != null || layers.isStored(layer.id()));
  }

  /** By name; in a layer that a load made, also by the names that its fields had then. */
  Map<String, String> suggested(Load load, Layer layer) {
    return layers.isStored(layer.id()) ? proposal.mappingFor(load, layer) : Suggestion.mapping(layer, fields(load));
  }

  List<String> fields(Load load) {
    return columns.typesOf(load.staging()).keySet().stream().filter(f -> !f.equals("row_number") && !f.equals("geom")).toList();
  }
}
