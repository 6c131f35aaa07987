package org.comparto.target;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what there is: computed, marked, approved and built, by technology. */
@Component
class Counting {

  /** In the order in which they are shown. */
  static final List<String> TECHNOLOGIES = List.of("pv_roof", "pv_canopy", "pv_ground", "agripv", "pv_floating", "wind", "biomethane");
  private static final String LAYER = "energy_area";
  private static final String GROUND = Sql.load("target/ground.sql").text();
  private static final String STAGES = Sql.load("target/stages.sql").text();
  private static final String FARMLAND = Sql.load("target/farmland.sql").text();

  /** One row of stages.sql. */
  private record Row(String technology, String stage, int areas, double m2, @Nullable Double mw, @Nullable Double gwh, int withoutPower, int withoutYield,
      boolean demonstration) {

    Stage counted() {
      return new Stage(areas, m2, mw, gwh, withoutPower, withoutYield, demonstration);
    }
  }

  private final JdbcClient db;
  private final ComputedPotential potential;

  Counting(JdbcClient db, ComputedPotential potential) {
    this.db = db;
    this.potential = potential;
  }

  /** @throws NotFoundException if there is no such territory */
  Figures count(String territory, LocalDate day) {
    Ground ground = db.sql(GROUND).param("territory", territory).query(Ground.class).optional().orElseThrow(() -> new NotFoundException("territory",
        "There is no territory with the code \"" + territory + "\"; /ogc/collections/territory/items lists them."));
    boolean withProposals = CurrentAccount.find().filter(caller -> caller.mayPropose(LAYER, territory, caller.municipality())).isPresent();
    Map<String, Map<String, Stage>> stages = new HashMap<>();
    db.sql(STAGES).param("territory", territory).param("day", day).param("srid", ground.srid()).param("withProposals", withProposals).query(Row.class).list()
        .forEach(row -> stages.computeIfAbsent(row.technology(), technology -> new HashMap<>()).put(row.stage(), row.counted()));
    Map<String, Computed> computed = potential.of(territory, ground, day);
    List<Figures.Technology> technologies = TECHNOLOGIES.stream().map(technology -> {
      Map<String, Stage> found = stages.getOrDefault(technology, Map.of());
      return new Figures.Technology(technology, computed.getOrDefault(technology, Computed.NOT_KNOWN), found.getOrDefault("marked", Stage.NONE), found.getOrDefault("approved", Stage.NONE),
          found.getOrDefault("built", Stage.NONE));
    }).toList();
    Farmland farmland = db.sql(FARMLAND).param("territory", territory).param("day", day).param("srid", ground.srid()).query(Farmland.class).optional()
        .orElse(Farmland.NOT_KNOWN);
    return new Figures(day, "EPSG:" + ground.srid(), withProposals, technologies, potential.anyM2(territory, ground, day, computed), farmland);
  }
}
