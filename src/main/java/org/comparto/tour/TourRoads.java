package org.comparto.tour;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.comparto.network.Conditions;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.network.Vehicle;
import org.springframework.stereotype.Component;

/** Travel times for tours, kept as long as roads and restrictions stay as they are: a stop that is added costs its own ways only. */
@Component
class TourRoads {

  private record Asked(String revision, Profile profile, Vehicle vehicle, Conditions conditions, boolean unlimited) {}

  /** The roads of one answer. @param conditions everything in force at any hour */
  record Present(RoadGraph graph, String revision, Conditions conditions) {}

  private static final int MOST_TABLES = 48;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Roads roads;
  private final Cache<Asked, Ways> kept = Caffeine.newBuilder().maximumSize(MOST_TABLES).expireAfterAccess(KEPT).build();

  TourRoads(Roads roads) {
    this.roads = roads;
  }

  /** @throws org.comparto.problem.RefusedException 422 no-road-data if there are none */
  Present present() {
    while (true) {
      String revision = roads.revision();
      Present present = new Present(roads.require(), revision, roads.conditions());
      if (revision.equals(roads.revision())) {
        return present;
      }
    }
  }

  /** Ways of a vehicle on a day: what is in force for one minute of it is in force. @param from and {@code to}: seconds of the day */
  Ways on(Present present, Profile profile, Vehicle size, LocalDate day, int from, int to) {
    Conditions conditions = profile == Profile.WALK ? Conditions.NONE : during(present.conditions(), day, from, to);
    return kept.get(new Asked(present.revision(), profile, size, conditions, false),
        asked -> new Ways(present.graph(), asked.profile(), asked.vehicle(), asked.conditions(), () -> present.graph().travel(profile, size, conditions)));
  }

  /** As {@link #on}, for one look: kept by nobody. */
  Ways once(Present present, Profile profile, Vehicle size, LocalDate day, int from, int to) {
    Conditions conditions = during(present.conditions(), day, from, to);
    return new Ways(present.graph(), profile, size, conditions, () -> present.graph().travel(profile, size, conditions));
  }

  /** As if no sign and no bottleneck limited anybody. */
  Ways unlimited(Present present, Profile profile) {
    return kept.get(new Asked(present.revision(), profile, Vehicle.DEFAULT, Conditions.NONE, true),
        asked -> new Ways(present.graph(), profile, Vehicle.DEFAULT, Conditions.NONE, () -> present.graph().unlimited(profile)));
  }

  Ways walking(Present present) {
    return on(present, Profile.WALK, Vehicle.DEFAULT, LocalDate.EPOCH, 0, 0);
  }

  private static Conditions during(Conditions all, LocalDate day, int from, int to) {
    List<Restriction> held = all.restrictions().stream().filter(one -> one.effects().hours() == null
        || one.effects().holdsWithin(day, from / 60, to / 60)).toList();
    return held.size() == all.restrictions().size() ? all : new Conditions(held, all.open());
  }
}
