package org.comparto.host;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.feature.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are looked for; null asks for nothing. A limit that a host does not state (people, age, size of a coach) excludes nobody; what somebody
 * needs (wheelchair access, lunch, a place for a coach) must have been said.
 *
 * @param municipalities ISTAT codes
 * @param ateco what a host does, by its main code or a secondary one
 * @param kinds company, or codes of place_kind
 * @param coach whether a place for a coach must be there; asked for by its size too
 * @param date a day on which it must be open
 * @param words a part of name or code
 * @param near the nearest first; null for the order of names
 */
public record HostQuestion(@Nullable BoundingBox box, @Nullable List<String> territories, @Nullable List<String> municipalities,
    @Nullable Activity ateco, @Nullable List<String> chains, @Nullable List<String> themes, @Nullable List<String> levels,
    @Nullable List<String> languages, @Nullable List<String> kinds, @Nullable Integer people, @Nullable Integer age, boolean wheelchair, boolean lunch,
    boolean coach, @Nullable BigDecimal coachHeight, @Nullable BigDecimal coachLength, @Nullable LocalDate date, @Nullable String words,
    @Nullable LonLat near) {

  /** Beginnings of ATECO codes, in each of the two editions. */
  public record Activity(List<String> in2007, List<String> in2025) {}

  /** What is bound to {@code host/matching.sql}, but for the hours of the day asked for. */
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new HashMap<>();
    boolean crosses = box != null && box.crossesAntimeridian();
    values.put("west", box == null ? null : box.west());
    values.put("south", box == null ? null : box.south());
    values.put("east", box == null ? null : crosses ? Double.valueOf(180) : Double.valueOf(box.east()));
    values.put("north", box == null ? null : box.north());
    values.put("far_east", crosses ? box.east() : null);
    values.put("territories", array(territories));
    values.put("municipalities", array(municipalities));
    values.put("ateco_2007", ateco == null ? null : beginnings(ateco.in2007()));
    values.put("ateco_2025", ateco == null ? null : beginnings(ateco.in2025()));
    values.put("chains", array(chains));
    values.put("themes", array(themes));
    values.put("levels", array(levels));
    values.put("languages", array(languages));
    values.put("kinds", array(kinds));
    values.put("people", people);
    values.put("age", age);
    values.put("wheelchair", wheelchair);
    values.put("lunch", lunch);
    values.put("coach", coach || coachHeight != null || coachLength != null);
    values.put("coach_height", coachHeight);
    values.put("coach_length", coachLength);
    values.put("day", date);
    values.put("words", words == null ? null : "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    return values;
  }

  private static String[] beginnings(List<String> codes) {
    return codes.stream().map(code -> code + "%").toArray(String[]::new);
  }

  private static String @Nullable [] array(@Nullable List<String> values) {
    return values == null ? null : values.toArray(String[]::new);
  }
}
