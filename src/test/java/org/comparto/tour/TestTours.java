package org.comparto.tour;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comparto.host.Host;
import org.comparto.host.LonLat;
import org.comparto.host.Trade;
import org.comparto.host.Visit;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.invitation.Taken;
import org.comparto.layer.Localized;
import org.comparto.network.Restriction;
import org.comparto.network.Roads;
import org.comparto.network.TestGraph;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tours on the hand-drawn roads with hosts that a test invents, without an application. */
final class TestTours {

  static final JsonMapper JSON = JsonMapper.shared();
  /** A Friday some weeks ahead. */
  static final LocalDate FRIDAY = OrdinaryWeek.ahead(18, DayOfWeek.FRIDAY);

  final Map<Long, Host> hosts = new TreeMap<>();
  /** What the hosts said, to be changed and told again. */
  final Map<Long, Says> said = new TreeMap<>();
  final List<Taken> taken = new ArrayList<>();
  final Roads roads;
  final Planner planner;

  TestTours(Restriction... restrictions) {
    this(TestGraph.roads(List.of(restrictions)));
  }

  TestTours(Roads roads) {
    this.roads = roads;
    planner = new Planner(ids -> ids.stream().filter(hosts::containsKey).distinct().collect(Collectors.toMap(id -> id, hosts::get)),
        (ids, from, to) -> taken.stream().filter(one -> ids.contains(one.host()) && !one.date().isBefore(from) && !one.date().isAfter(to)).toList(), new TourRoads(roads));
  }

  /** What a host says; the rest it does not. */
  static final class Says {
    List<String> levels = List.of();
    @Nullable Integer minPeople;
    @Nullable Integer maxPeople;
    @Nullable Integer groupsAtOnce;
    @Nullable Integer minutes = 60;
    @Nullable Integer minutesMin;
    @Nullable Integer setup;
    @Nullable Integer minAge;
    List<String> languages = List.of();
    @Nullable Boolean wheelchair;
    @Nullable Integer lead;
    @Nullable Boolean coachParking;
    @Nullable BigDecimal coachHeight;
    @Nullable String hours = "Mo-Fr 08:00-18:00";
    List<String> blackout = List.of();
    @Nullable LonLat parking;
  }

  Host host(long id, double lon, double lat, Says says) {
    Visit visit = new Visit("by_appointment", says.levels, says.minPeople, says.maxPeople, says.groupsAtOnce, says.minutes, says.minutesMin, null, says.setup, says.minAge,
        says.languages, List.of(), says.wheelchair, null, null, null, null, says.lead, says.coachParking, says.coachHeight, null, null, says.hours, null, says.blackout);
    Host host = new Host(id, "company", "company", "H" + id, new Localized("Ospite " + id, "Host " + id), "test", null, null, null, null, new LonLat(lon, lat), says.parking,
        null, new Trade(null, null, List.of(), null), visit, null, true);
    hosts.put(id, host);
    said.put(id, says);
    return host;
  }

  Answer plan(String json) {
    return planner.plan(read(json), "en");
  }

  Answer plan(ObjectNode json) {
    return planner.plan(json, "en");
  }

  /** The order of these itineraries, with the question as it is asked. */
  Answer timetable(ObjectNode question, List<ObjectNode> itineraries) {
    ObjectNode timed = question.deepCopy();
    timed.putArray("itineraries").addAll(itineraries);
    return planner.timetable(timed, "en");
  }

  /** Why the order of these itineraries leaves out what it does. */
  Answer explained(ObjectNode question, List<ObjectNode> itineraries) {
    ObjectNode asked = question.deepCopy().put("explain", true);
    asked.putArray("itineraries").addAll(itineraries);
    return planner.timetable(asked, "en");
  }

  static List<ObjectNode> orders(Answer answer) {
    List<ObjectNode> orders = new ArrayList<>();
    for (Itinerary itinerary : answer.itineraries()) {
      ObjectNode one = JSON.createObjectNode().put("group", itinerary.group()).put("date", itinerary.date().toString());
      itinerary.stops().forEach(stop -> one.withArray("stops").addObject().put("id", stop.id()));
      one.withArray("stops");
      orders.add(one);
    }
    return orders;
  }

  static List<Itinerary.Violation> violations(Answer answer) {
    List<Itinerary.Violation> all = new ArrayList<>();
    for (Itinerary itinerary : answer.itineraries()) {
      all.addAll(itinerary.start().violations());
      all.addAll(itinerary.end().violations());
      if (itinerary.lunch() != null) {
        all.addAll(itinerary.lunch().violations());
      }
      itinerary.stops().forEach(stop -> all.addAll(stop.violations()));
    }
    return all;
  }

  static ObjectNode read(String json) {
    return (ObjectNode) JSON.readTree(json);
  }
}
