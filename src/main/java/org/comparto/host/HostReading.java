package org.comparto.host;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How hosts are read from their layers: only who agreed, and only what each agreed to, by the rule of the layer ({@link PublicReading}). What a
 * layer has no attribute for is not known of its features.
 */
@Component
class HostReading {

  static final List<String> LAYERS = List.of("company", "visit_place");
  private static final Sql HOSTS = Sql.load("host/hosts.sql");
  private static final Sql MATCHING = Sql.load("host/matching.sql");
  private static final Sql HOURS = Sql.load("host/hours.sql");
  private static final Map<String, String> TYPES = Map.of("ateco_secondary", "text[]");

  private final Layers layers;

  HostReading(Layers layers) {
    this.layers = layers;
  }

  /** A query for the hosts of some ids, :ids. */
  String hosts() {
    return union(HOSTS);
  }

  /** The ids of those that meet a question, with name and shape, without order: the values of {@link HostQuestion#values} are bound. */
  String matching() {
    return union(MATCHING);
  }

  /** A query for the texts by which hosts tell their hours and seasons, each once. */
  String hours() {
    return union(HOURS);
  }

  private String union(Sql ofLayer) {
    return LAYERS.stream().map(layer -> ofLayer.with(pieces(layers.getLayer(layer, "layer")))).collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** The condition is also that of the indexes which migration V0044 made for it. */
  private Map<String, String> pieces(Layer layer) {
    PublicReading reading = new PublicReading(layer);
    Map<String, String> pieces = new HashMap<>();
    for (String name : List.of("ateco_code", "ateco_version", "ateco_secondary", "production_chain", "products_it", "products_en", "name_en",
        "description_it", "description_en", "website", "address", "contact_person", "phone", "email")) {
      pieces.put(name, layer.findAttribute(name).map(reading::value).orElse("CAST(NULL AS " + TYPES.getOrDefault(name, "text") + ")"));
    }
    pieces.put("layer", Sql.literal(layer.id()));
    pieces.put("kind", layer.findAttribute("place_kind").map(Attribute::name).map(Sql::quote).orElse(Sql.literal(layer.id())));
    pieces.put("relation", reading.relation());
    pieces.put("hosting", reading.condition() + " AND 'visit' = ANY (" + Sql.quote(layer.consent().column())
        + ") AND visitable IN ('by_appointment', 'open_days')");
    pieces.put("ateco_codes", "array_append(" + pieces.get("ateco_secondary") + ", " + pieces.get("ateco_code") + ")");
    pieces.put("shows_contact", "'contact' = ANY (" + Sql.quote(layer.consent().column()) + ")");
    return pieces;
  }

  static Host host(ResultSet row, int number) throws SQLException {
    String name = row.getString("name");
    String it = row.getString("about_it");
    String en = row.getString("about_en");
    return new Host(row.getLong("id"), row.getString("layer"), row.getString("kind"), row.getString("code"),
        new Localized(name, or(row.getString("name_en"), name)), row.getString("territory_code"), row.getString("municipality_code"),
        row.getString("municipality"), row.getString("address"), row.getString("website"), new LonLat(row.getDouble("lon"), row.getDouble("lat")),
        parking(row), it == null && en == null ? null : new Localized(or(it, en), or(en, it)),
        new Trade(row.getString("ateco_code"), row.getString("ateco_version"), list(row, "ateco_secondary"), row.getString("production_chain")),
        visit(row), contact(row), row.getBoolean("demonstration"));
  }

  private static Visit visit(ResultSet row) throws SQLException {
    return new Visit(row.getString("visitable"), list(row, "visit_groups"), whole(row, "visit_min_people"), whole(row, "visit_max_people"),
        whole(row, "visit_groups_at_once"), whole(row, "visit_minutes"), whole(row, "visit_minutes_min"), whole(row, "visit_minutes_max"),
        whole(row, "visit_setup_minutes"), whole(row, "visit_min_age"), list(row, "visit_languages"), list(row, "visit_themes"),
        truth(row, "visit_wheelchair"), truth(row, "visit_toilets"), truth(row, "visit_lunch"), row.getBigDecimal("visit_cost"),
        row.getString("visit_protective_gear"), whole(row, "visit_lead_days"), truth(row, "coach_parking"),
        row.getBigDecimal("coach_max_height_m"), row.getBigDecimal("coach_max_length_m"), row.getString("visit_gate"),
        row.getString("visit_hours"), row.getString("visit_season"), list(row, "visit_blackout"));
  }

  /** Where a coach can wait; nothing where there is no place for one, or nobody has said where. */
  private static @Nullable LonLat parking(ResultSet row) throws SQLException {
    BigDecimal lon = row.getBigDecimal("visit_parking_lon");
    BigDecimal lat = row.getBigDecimal("visit_parking_lat");
    return lon == null || lat == null || Boolean.FALSE.equals(truth(row, "coach_parking")) ? null : new LonLat(lon.doubleValue(), lat.doubleValue());
  }

  private static @Nullable Contact contact(ResultSet row) throws SQLException {
    return row.getBoolean("shows_contact") ? new Contact(row.getString("contact_person"), row.getString("phone"), row.getString("email")) : null;
  }

  private static String or(@Nullable String text, @Nullable String other) {
    return text != null ? text : other;
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Boolean truth(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
