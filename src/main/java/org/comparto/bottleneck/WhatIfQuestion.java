package org.comparto.bottleneck;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.network.AskedTime;
import org.comparto.network.Profile;
import org.comparto.network.Vehicle;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What would be if some bottlenecks were no longer there, and others stopped everybody.
 *
 * @param fix ids of bottlenecks that are solved; of a missing link: that is built
 * @param close ids of bottlenecks where the road is closed
 * @param layers whose features are looked at
 * @param at local time at which hour-limited bottlenecks are looked at; null counts them all as in force
 */
record WhatIfQuestion(Profile profile, Vehicle vehicle, Set<Long> fix, Set<Long> close, List<String> layers, @Nullable LocalDateTime at, int limit) {

  private static final int MOST = 100;
  private static final int MOST_CHANGES = 10_000;
  private static final int USUAL_CHANGES = 500;

  /** As it is sent; metres and tonnes. */
  record Sent(@Nullable String profile, @Nullable List<@Nullable Long> fix, @Nullable List<@Nullable Long> close, @Nullable Double height,
      @Nullable Double width, @Nullable Double length, @Nullable Double mass, @Nullable Double axleLoad, @Nullable List<@Nullable String> layers,
      @Nullable String at, @Nullable Integer limit) {}

  /** @throws InvalidInputException naming the field and the cure */
  static WhatIfQuestion of(Sent sent) {
    Set<Long> fix = ids("fix", sent.fix());
    Set<Long> close = ids("close", sent.close());
    if (fix.isEmpty() && close.isEmpty()) {
      throw new InvalidInputException("fix", "name at least one bottleneck in fix or in close, by its id");
    }
    if (fix.stream().anyMatch(close::contains)) {
      throw new InvalidInputException("close", "a bottleneck can not be in fix and in close at once");
    }
    int limit = sent.limit() == null ? USUAL_CHANGES : sent.limit();
    if (limit < 0 || limit > MOST_CHANGES) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 0 to " + MOST_CHANGES);
    }
    return new WhatIfQuestion(profile(sent.profile()), new Vehicle(sent.height(), sent.width(), sent.length(), sent.mass(), sent.axleLoad()), fix,
        close, layers(sent.layers()), AskedTime.of(sent.at()), limit);
  }

  static Profile profile(@Nullable String id) {
    return Profile.of(id == null ? "" : id);
  }

  private static Set<Long> ids(String field, @Nullable List<@Nullable Long> sent) {
    List<@Nullable Long> ids = sent == null ? List.of() : sent;
    if (ids.size() > MOST || ids.stream().anyMatch(id -> id == null || id <= 0)) {
      throw new InvalidInputException(field, field + " must be a list of at most " + MOST + " ids of bottlenecks");
    }
    return new TreeSet<>(ids);
  }

  private static List<String> layers(@Nullable List<@Nullable String> sent) {
    if (sent == null) {
      return SubjectReading.LAYERS;
    }
    if (sent.isEmpty() || !SubjectReading.LAYERS.containsAll(sent)) {
      throw new InvalidInputException("layers", "layers must be some of " + String.join(", ", SubjectReading.LAYERS));
    }
    return SubjectReading.LAYERS.stream().filter(sent::contains).toList();
  }
}
