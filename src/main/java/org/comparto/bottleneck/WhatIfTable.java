package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.bottleneck.Gains.Ride;
import org.comparto.bottleneck.Gains.Row;
import org.comparto.bottleneck.WhatIf.Chosen;
import org.comparto.bottleneck.WhatIf.Result;
import org.comparto.network.Vehicle;
import org.jspecify.annotations.Nullable;

/** What would be, as rows and columns: a row for every feature, also those for whom nothing changes, and what it was computed from. */
final class WhatIfTable {

  /** One line of the inputs. */
  record Input(String label, String text) {}

  private final Result result;
  private final boolean english;

  WhatIfTable(Result result, String language) {
    this.result = result;
    this.english = language.equals("en");
  }

  String say(String it, String en) {
    return english ? en : it;
  }

  /** Stable names for programs, the same in every language; seconds. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("layer", "id", "code", "name", "longitude", "latitude", "on_roads", "seconds_saved"));
    for (String kind : result.kinds()) {
      Stream.of("_before_s", "_after_s", "_gain_s", "_gateway_before", "_gateway_after").map(kind::concat).forEach(columns::add);
    }
    return columns;
  }

  /** Texts, numbers and booleans in the order of the columns; null where not known or not reached. */
  List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>(java.util.Arrays.asList(row.layer(), row.feature().id(), row.feature().code(), row.feature().name(),
        row.feature().longitude(), row.feature().latitude(), row.onRoads(), row.seconds()));
    for (Ride ride : row.rides()) {
      values.addAll(java.util.Arrays.asList(ride.before(), ride.after(), ride.gain(), gateway(ride.gatewayBefore()), gateway(ride.gatewayAfter())));
    }
    return values;
  }

  private @Nullable String gateway(@Nullable Long id) {
    return id == null || !result.gateways().containsKey(id) ? null : result.gateways().get(id).name();
  }

  List<Row> rows() {
    return result.rows();
  }

  /** What it was computed from. */
  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    if (result.graph().demonstration()) {
      inputs.add(new Input(say("Avviso", "Note"), say("Dati dimostrativi, non ufficiali", "Demonstration data, not official")));
    }
    inputs.add(new Input(say("Risolti", "Fixed"), named(result.fixed())));
    inputs.add(new Input(say("Chiusi", "Closed"), named(result.closed())));
    inputs.add(new Input(say("Profilo e veicolo", "Profile and vehicle"), result.question().profile().id() + " " + vehicle(result.vehicle())));
    inputs.add(new Input(say("Rete stradale", "Road network"), result.graph().version() + ", " + result.graph().date() + ", " + result.graph().source()));
    inputs.add(new Input(say("Registro dei colli di bottiglia, revisione", "Register of bottlenecks, revision"), String.valueOf(result.register())));
    inputs.add(new Input(say("Ora", "Time"), result.question().at() == null
        ? say("nessuna: i limiti a ore contano come in vigore", "none: hour-limited restrictions count as in force") : result.question().at().toString()));
    inputs.add(new Input(say("Viaggi", "Rides"), say("un viaggio da ogni oggetto al varco più vicino di ogni tipo, fra quelli possibili prima e dopo",
        WhatIfAnswer.RIDES)));
    result.totals().forEach(total -> inputs.add(new Input(total.layer(), say(
        "%d oggetti, %d fuori dalla rete, %d guadagnano, %d perdono, minuti risparmiati %s, %d nuovi raggiungibili, %d nuovi entro 30 min",
        "%d features, %d off the roads, %d gain, %d lose, minutes saved %s, %d newly reachable, %d newly within 30 min").formatted(total.features(),
            total.offRoads(), total.gaining(), total.losing(), total.minutesSaved(), total.newlyReachable(), total.newlyWithin30()))));
    return inputs;
  }

  private static String named(List<Chosen> chosen) {
    return chosen.isEmpty() ? "–" : chosen.stream().map(one -> one.id() + " " + one.title()).collect(Collectors.joining("; "));
  }

  private static String vehicle(Vehicle vehicle) {
    return Stream.of(size("height", vehicle.height(), "m"), size("width", vehicle.width(), "m"), size("length", vehicle.length(), "m"),
        size("mass", vehicle.mass(), "t"), size("axleLoad", vehicle.axleLoad(), "t")).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String size(String name, @Nullable Double value, String unit) {
    return value == null ? "" : name + " " + value + " " + unit;
  }
}
