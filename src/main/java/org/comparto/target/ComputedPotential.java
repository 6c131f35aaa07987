package org.comparto.target;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.comparto.layer.Revisions;
import org.comparto.potential.PvCase;
import org.comparto.potential.Yield;
import org.comparto.potential.Yields;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rules would allow in a territory: suitable areas as they are computed now, times the usual density and yield of module potential. */
@Component
class ComputedPotential {

  private static final String SUITABLE = Sql.load("target/suitable.sql").text();
  private static final String ANY_SUITABLE = Sql.load("target/any-suitable.sql").text();
  private static final String LAYER = "eligible_area";

  private record Suitable(String technology, boolean complete, double m2) {}

  /** Ground that was united once. */
  private record United(long revision, LocalDate day, double m2) {}

  private final JdbcClient db;
  private final Yields yields;
  private final Revisions revisions;
  private final Map<String, United> united = new ConcurrentHashMap<>();

  ComputedPotential(JdbcClient db, Yields yields, Revisions revisions) {
    this.db = db;
    this.yields = yields;
    this.revisions = revisions;
  }

  /** By technology; those that are not computed are missing. */
  Map<String, Computed> of(String territory, Ground ground, LocalDate day) {
    Map<String, Computed> computed = new HashMap<>();
    db.sql(SUITABLE).param("territory", territory).param("day", day).query(Suitable.class).list()
        .forEach(one -> computed.put(one.technology(), PvCase.of(one.technology()).map(pvCase -> of(one, pvCase, territory, ground))
            .orElseGet(() -> new Computed(one.m2(), one.complete(), null, null, null, null, null, null))));
    return computed;
  }

  /**
   * Square metres that are suitable for one photovoltaic technology at least, counted once; null where nothing is computed. Shapes are united once for
   * every state of the layer.
   */
  @Nullable Double anyM2(String territory, Ground ground, LocalDate day, Map<String, Computed> computed) {
    List<String> technologies = computed.keySet().stream().filter(technology -> PvCase.of(technology).isPresent()).toList();
    if (technologies.isEmpty()) {
      return null;
    }
    long revision = revisions.current(LAYER);
    return united.compute(territory, (code, known) -> known != null && known.revision() == revision && known.day().equals(day) ? known
        : new United(revision, day, db.sql(ANY_SUITABLE).param("territory", territory).param("day", day).param("srid", ground.srid())
            .param("technologies", technologies.toArray(String[]::new)).query(Double.class).single())).m2();
  }

  private Computed of(Suitable one, PvCase pvCase, String territory, Ground ground) {
    double[] at = Yields.middle(territory).orElse(new double[] {ground.lon(), ground.lat()});
    double kw = pvCase.kwp(one.m2());
    double factor = Yields.usualPlanningFactor();
    Optional<Yield> yield = yields.find(pvCase.panel(at[0], at[1], null, null), territory, Yields.usualLossPercent(), pvCase);
    return new Computed(one.m2(), one.complete(), kw / 1e3, yield.map(found -> kw * found.perKwp() * factor / 1e6).orElse(null), pvCase.kwp(1),
        yield.map(Yield::perKwp).orElse(null), factor, yield.map(ComputedPotential::source).orElse(null));
  }

  private static Localized source(Yield yield) {
    return new Localized(yield.source().it() + ", " + yield.database().it() + ", " + yield.date(), yield.source().en() + ", " + yield.database().en() + ", " + yield.date());
  }
}
