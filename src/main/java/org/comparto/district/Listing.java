package org.comparto.district;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What public figures name whether a firm is there or not: that something is named beside a hidden count must not tell that there is somebody. What few firms of the
 * territory have, and no list names, is counted together as other.
 *
 * @param areas municipalities and zones of the territory
 * @param values of the variables that have a list of them
 */
record Listing(Set<Area> areas, Map<Variable, List<String>> values) {

  static final String OTHER = "other";

  /** As {@link Counting#count}, of everything that is listed and of nothing else. */
  Map<Area, Map<Slot, Tally>> count(String territory, Collection<Firm> firms, @Nullable Secret secret, int k) {
    Map<Variable, Set<String>> named = named(firms, k);
    Map<Area, Map<Slot, Tally>> counted = Counting.count(territory, firms.stream().map(firm -> listed(firm, named)).toList(), secret);
    Stream.concat(areas.stream(), Stream.of(new Area(Area.Kind.MUNICIPALITY, Area.NONE), new Area(Area.Kind.ZONE, Area.NONE)))
        .forEach(area -> counted.computeIfAbsent(area, one -> new HashMap<>()));
    Map<Slot, Tally> whole = counted.get(new Area(Area.Kind.TERRITORY, territory));
    named.forEach((variable, all) -> all.forEach(value -> whole.computeIfAbsent(new Slot(variable, value), slot -> new Tally())));
    return counted;
  }

  private Map<Variable, Set<String>> named(Collection<Firm> firms, int k) {
    Map<Variable, Set<String>> named = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      Set<String> names = new HashSet<>(values.getOrDefault(variable, List.of(OTHER)));
      names.add(Variable.NOT_KNOWN);
      Map<String, Integer> had = new HashMap<>();
      firms.forEach(firm -> firm.answers(variable).forEach(value -> had.merge(value, 1, Integer::sum)));
      had.forEach((value, count) -> {
        if (count >= k) {
          names.add(value);
        }
      });
      named.put(variable, names);
    }
    return named;
  }

  private Firm listed(Firm firm, Map<Variable, Set<String>> named) {
    List<List<String>> answers = Stream.of(Variable.values())
        .map(variable -> firm.answers(variable).stream().map(value -> named.get(variable).contains(value) ? value : OTHER).distinct().toList()).toList();
    return new Firm(firm.id(), firm.municipality() != null && areas.contains(new Area(Area.Kind.MUNICIPALITY, firm.municipality())) ? firm.municipality() : null,
        firm.zone() != null && areas.contains(new Area(Area.Kind.ZONE, firm.zone().toString())) ? firm.zone() : null, firm.demonstration(), answers, firm.amounts());
  }
}
