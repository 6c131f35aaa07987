package org.comparto.tour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.comparto.host.Visit;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Vehicle;
import org.comparto.tour.Question.Party;
import org.jspecify.annotations.Nullable;

/** What a host asks of those who come. What it does not say it does not ask, and what the group does not say is not held against it. */
final class HostRules {

  private HostRules() {}

  /** @param people of the group; null if nobody said */
  static List<Bar> bars(Visit visit, Question question, @Nullable Integer people, LocalDate day, LocalDate today, Set<Kind> agreed) {
    List<Bar> bars = new ArrayList<>();
    Party party = question.party();
    if (people != null && visit.minPeople() != null && people < visit.minPeople()) {
      bars.add(new Bar(Kind.GROUP_SIZE, visit.minPeople() - people, "people", visit.minPeople()));
    }
    if (people != null && visit.maxPeople() != null && people > visit.maxPeople()) {
      bars.add(new Bar(Kind.GROUP_SIZE, people - visit.maxPeople(), "people", visit.maxPeople()));
    }
    if (party.age() != null && visit.minAge() != null && party.age() < visit.minAge()) {
      bars.add(new Bar(Kind.GROUP_AGE, visit.minAge() - party.age(), "years", visit.minAge()));
    }
    if (party.level() != null && !visit.levels().isEmpty() && !visit.levels().contains(party.level())) {
      bars.add(new Bar(Kind.SCHOOL_LEVEL));
    }
    if (!party.languages().isEmpty() && !visit.languages().isEmpty() && Collections.disjoint(party.languages(), visit.languages())) {
      bars.add(new Bar(Kind.LANGUAGE));
    }
    if (party.wheelchair() && Boolean.FALSE.equals(visit.wheelchair())) {
      bars.add(new Bar(Kind.WHEELCHAIR));
    }
    if (question.profile() == Profile.COACH) {
      coach(visit, RoadGraph.vehicle(Profile.COACH, question.size()), bars);
    }
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (visit.leadDays() != null && ahead < visit.leadDays()) {
      bars.add(new Bar(Kind.NOTICE, (int) (visit.leadDays() - ahead), "days", visit.leadDays()));
    }
    bars.removeIf(bar -> agreed.contains(bar.kind()));
    return bars;
  }

  private static void coach(Visit visit, Vehicle coach, List<Bar> bars) {
    if (Boolean.FALSE.equals(visit.coachParking())) {
      bars.add(new Bar(Kind.COACH_PARKING));
    }
    size(Kind.COACH_HEIGHT, coach.height(), visit.coachMaxHeightM(), bars);
    size(Kind.COACH_LENGTH, coach.length(), visit.coachMaxLengthM(), bars);
  }

  private static void size(Kind kind, @Nullable Double size, @Nullable BigDecimal most, List<Bar> bars) {
    if (size != null && most != null && size > most.doubleValue()) {
      int bound = most.movePointRight(2).intValue();
      bars.add(new Bar(kind, (int) Math.ceil(size * 100 - 1e-6) - bound, "cm", bound));
    }
  }
}
