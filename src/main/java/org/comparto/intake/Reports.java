package org.comparto.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.intake.LoadReport.Example;
import org.comparto.intake.LoadReport.ProblemCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums up what the checks have listed. */
@Component
class Reports {

  private static final String PROBLEMS = Sql.load("intake/problems-by-code.sql").text();

  private final JdbcClient db;

  Reports(JdbcClient db) {
    this.db = db;
  }

  LoadReport make(Target target, Staged staged, Differences.Effects effects, List<String> furtherWarnings) {
    boolean repair = target.plan().repair();
    List<String> warnings = new ArrayList<>(furtherWarnings);
    counts(target.load().id(), "warning").forEach(w ->
        warnings.add(w.code() + ": " + w.count() + (w.count() == 1 ? " row: row " : " rows, the first is row ") + w.first().get(0).row()));
    target.columns().stream().filter(Column::italian).forEach(c -> warnings.add("decimal-comma: " + c.source() + " is read with a decimal comma"));
    List<ProblemCount> rejected = new ArrayList<>(counts(target.load().id(), "reject"));
    List<ProblemCount> repairs = counts(target.load().id(), "repair");
    if (!repair) {
      rejected.addAll(repairs);
    }
    return new LoadReport(staged.rows(), effects.created(), effects.changed(), effects.unchanged(), effects.removed(), rejected,
        repair ? repairs : List.of(), Loads.crs(staged), staged.transform(), staged.accuracyM(), warnings);
  }

  private List<ProblemCount> counts(long load, String severity) {
    Map<String, ProblemCount> counts = new LinkedHashMap<>();
    db.sql(PROBLEMS).param("load", load).param("severity", severity).query(row -> {
      String code = row.getString("code");
      ProblemCount problem = counts.get(code);
      if (problem == null) {
        problem = new ProblemCount(code, row.getLong("rows"), severity.equals("repair"), new ArrayList<>());
        counts.put(code, problem);
      }
      problem.first().add(new Example(row.getLong("row_number"), row.getString("reason"), row.getObject("lon", Double.class),
          row.getObject("lat", Double.class)));
    });
    return List.copyOf(counts.values());
  }
}
