package org.comparto.tour;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.duplicate.MergeFollower;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saved tours follow companies that become one. Stops keep their ids, by which orders and calendars know them; only the host behind them is another,
 * so that a tour that stops at both goes on as two stops at one place.
 */
@Component
class MergedHosts implements MergeFollower {

  private record Row(long id, String question, String plan) {}

  private final JdbcClient db;

  MergedHosts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "tour";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    ArrayNode did = TourRow.MAPPER.createArrayNode();
    for (Row row : naming(gone)) {
      ObjectNode question = object(row.question());
      Set<String> stops = new TreeSet<>();
      for (JsonNode stop : question.path("stops")) {
        if (hostOf(stop) == gone) {
          ((ObjectNode) stop).put("host", kept);
          stops.add(stop.path("id").asString());
        }
      }
      if (!stops.isEmpty()) {
        ObjectNode plan = object(row.plan());
        change(plan, stops, gone, kept);
        keep(row.id(), question, plan);
        did.addObject().put("tour", row.id()).set("stops", TourRow.MAPPER.valueToTree(stops));
      }
    }
    return did;
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    for (JsonNode one : did) {
      Set<String> stops = new TreeSet<>();
      one.path("stops").forEach(stop -> stops.add(stop.asString()));
      db.sql("SELECT id, question::text, plan::text FROM tour WHERE id = :id FOR UPDATE").param("id", one.path("tour").asLong()).query(Row.class).optional().ifPresent(row -> {
        ObjectNode question = object(row.question());
        for (JsonNode stop : question.path("stops")) {
          if (stops.contains(stop.path("id").asString()) && hostOf(stop) == kept) {
            ObjectNode mine = (ObjectNode) stop;
            mine.remove("host");
            if (hostOf(mine) != gone) {
              mine.put("host", gone);
            }
          }
        }
        ObjectNode plan = object(row.plan());
        change(plan, stops, kept, gone);
        keep(row.id(), question, plan);
      });
    }
  }

  /** Tours in whose question the number stands somewhere. */
  private List<Row> naming(long host) {
    return db.sql("SELECT id, question::text, plan::text FROM tour WHERE question::text LIKE '%' || :host || '%' ORDER BY id FOR UPDATE").param("host", String.valueOf(host))
        .query(Row.class).list();
  }

  /** 0 where a stop is a place of its own. */
  private static long hostOf(JsonNode stop) {
    if (stop.has("host")) {
      return stop.path("host").asLong(0);
    }
    String id = stop.path("id").asString("");
    return stop.hasNonNull("point") || !id.matches("[1-9]\\d{0,17}") ? 0 : Long.parseLong(id);
  }

  private static void change(ObjectNode plan, Set<String> stops, long from, long to) {
    for (JsonNode itinerary : plan.path("itineraries")) {
      change(itinerary.path("stops"), stops, from, to);
    }
    change(plan.path("dropped"), stops, from, to);
  }

  private static void change(JsonNode list, Set<String> stops, long from, long to) {
    for (JsonNode stop : list) {
      if (stops.contains(stop.path("id").asString()) && stop.path("host").asLong(0) == from) {
        ((ObjectNode) stop).put("host", to);
      }
    }
  }

  /** No time and no place has changed: what calendars were given stays as it is. */
  private void keep(long id, ObjectNode question, ObjectNode plan) {
    db.sql("UPDATE tour SET question = :question::jsonb, plan = :plan::jsonb, version = version + 1 WHERE id = :id").param("question", question.toString())
        .param("plan", plan.toString()).param("id", id).update();
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) TourRow.MAPPER.readTree(json);
  }
}
