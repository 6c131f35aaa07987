package org.comparto.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.access.Access.Joint;
import org.comparto.access.Access.Way;
import org.comparto.layer.Layer;
import org.comparto.network.Profile;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;

/** Puts access into words that never say more than was computed. */
public final class AccessWords {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final int MINUTE = 60;
  /** From here on hours are told apart. */
  private static final int LONG_MINUTES = 120;

  private final Words t;
  private final FieldText text;
  private final Map<Long, String> names;

  /**
   * @param gateway the layer
   * @param names of gateways, by id
   */
  public AccessWords(Words t, Layer gateway, Map<Long, String> names) {
    this.t = t;
    this.text = new FieldText(gateway, t);
    this.names = names;
  }

  /** The table of a feature. */
  public AccessTable of(Access access) {
    String state = access.state().name().toLowerCase(Locale.ROOT);
    boolean known = access.state() == Access.State.KNOWN;
    return new AccessTable(state, known ? null : t.of("plot.access." + state), access.graphs().isEmpty() ? null : origin(access),
        access.graphs().stream().anyMatch(Access.Graph::demonstration), known ? Gateway.KINDS.stream().map(kind -> row(access, kind)).toList() : List.of());
  }

  private AccessTable.Row row(Access access, String kind) {
    Way car = access.way(Profile.CAR, kind);
    Way truck = access.way(Profile.TRUCK, kind);
    Integer carSeconds = car == null ? null : car.seconds();
    Integer seconds = truck == null ? null : truck.seconds();
    Integer metres = truck == null ? null : truck.metres();
    return new AccessTable.Row(kind, title(kind), truck == null ? null : truck.gateway(), named(car, truck), duration(carSeconds), duration(seconds),
        metres == null ? t.of("plot.access.none") : road(metres), carSeconds, seconds, metres, seconds != null || carSeconds != null);
  }

  /** What a kind of gateway is called. */
  String title(String kind) {
    return text.code("gateway_kind", kind).orElse(kind);
  }

  private String named(@Nullable Way car, @Nullable Way truck) {
    Long byCar = car == null ? null : car.gateway();
    Long byTruck = truck == null ? null : truck.gateway();
    if (byCar == null && byTruck == null) {
      return "–";
    }
    return Objects.equals(byCar, byTruck) || byCar == null ? name(byTruck)
        : Stream.of(byTruck == null ? null : name(byTruck), t.of("plot.access.byCar", Map.of("name", name(byCar)))).filter(Objects::nonNull).collect(Collectors.joining("; "));
  }

  private String name(long gateway) {
    return names.getOrDefault(gateway, "–");
  }

  /** Whole minutes, from two hours on with hours. */
  String duration(@Nullable Integer seconds) {
    if (seconds == null) {
      return t.of("plot.access.none");
    }
    long minutes = Math.round(seconds / (double) MINUTE);
    if (minutes == 0) {
      return "< " + text.number(1, "min");
    }
    return minutes < LONG_MINUTES ? text.number(minutes, "min") : text.number(minutes / MINUTE, "h") + " " + text.number(minutes % MINUTE, "min");
  }

  private String road(int metres) {
    return text.number(Math.round(metres / 100.0) / 10.0, "km");
  }

  private String origin(Access access) {
    String graphs = access.graphs().stream().map(graph -> t.of("plot.access.graph", Map.of("version", graph.version(), "day", day(graph.date()),
        "source", graph.source()))).collect(Collectors.joining("; "));
    Instant computed = access.joints().stream().map(Joint::computedAt).max(Comparator.naturalOrder()).orElseThrow();
    String said = graphs + ". " + t.of("plot.access.computedOn", Map.of("day", day(computed)));
    return access.joints().stream().filter(joint -> joint.profile() == Profile.TRUCK && joint.snapMetres() != null)
        .map(joint -> said + " " + t.of("plot.access.snap", Map.of("metres", text.number(Math.round(joint.snapMetres()), "m")))).findFirst().orElse(said);
  }

  private String day(Instant at) {
    return text.day(LocalDate.ofInstant(at, ITALY));
  }
}
