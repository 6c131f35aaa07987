package org.comparto.roadbook;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.host.Host;
import org.comparto.host.Hosts;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.End;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Pause;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.roadbook.Programme.Travellers;
import org.comparto.text.Words;
import org.comparto.tour.Itinerary;
import org.comparto.tour.PlannedStop;
import org.comparto.tour.Question;
import org.comparto.tour.Tour;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the programme of a tour: its plan's times, what hosts say of themselves, and the lines and words of the roads between. */
@Component
class Programmes {

  private final Hosts hosts;
  private final HostFacts facts;
  private final LegRoads legRoads;
  private final Roads roads;

  Programmes(Hosts hosts, HostFacts facts, LegRoads legRoads, Roads roads) {
    this.hosts = hosts;
    this.facts = facts;
    this.legRoads = legRoads;
    this.roads = roads;
  }

  /**
   * @param tour as whoever asks may see it: without participants and note where these are not for them
   * @param uid names it in calendars
   * @param number null for a plan that nobody has kept
   * @param link of the page that anybody may open; null for none
   */
  Programme of(Tour tour, String uid, @Nullable Long number, String language, @Nullable String link) {
    Words t = Words.in(language);
    List<Itinerary> plan = tour.itineraries().stream().sorted(Comparator.comparing(Itinerary::date)).toList();
    Map<Long, Host> known = hosts.find(plan.stream().flatMap(one -> one.stops().stream()).map(PlannedStop::host).filter(Objects::nonNull).distinct().toList())
        .stream().collect(Collectors.toMap(Host::id, Function.identity()));
    Map<String, Long> perGroup = plan.stream().collect(Collectors.groupingBy(Itinerary::group, Collectors.counting()));
    Map<String, Integer> seen = new HashMap<>();
    List<Day> days = new ArrayList<>();
    for (Itinerary itinerary : plan) {
      days.add(day(tour, itinerary, known, seen, perGroup.size() > 1, t));
    }
    RoadGraph.About about = roads.current().map(RoadGraph::about).orElse(null);
    boolean invented = about != null && about.demonstration() || known.values().stream().anyMatch(Host::demonstration);
    return new Programme(uid, number, tour.name(), language, tour.state(), tour.sequence(), tour.updatedAt(), blank(tour.note()), link, travellers(tour.question(), t), days,
        contacts(tour, t), about == null ? null : about.demonstration() ? t.of("roadbook.roads.demonstration") : about.source(), invented);
  }

  private Day day(Tour tour, Itinerary itinerary, Map<Long, Host> known, Map<String, Integer> seen, boolean severalGroups, Words t) {
    String group = severalGroups ? groupName(tour.question(), itinerary.group(), t) : null;
    End start = end(itinerary.start().name(), t.of("roadbook.start"), itinerary.start().point(), itinerary.start().leave());
    End end = end(itinerary.end().name(), t.of("roadbook.end"), itinerary.end().point(), itinerary.end().arrive());
    List<Stop> stops = new ArrayList<>();
    for (PlannedStop planned : itinerary.stops()) {
      stops.add(stop(planned, itinerary.group(), stops.size() + 1, known.get(planned.host() == null ? -1L : planned.host()), seen, t));
    }
    String title = Clock.day(start.time(), t.language()) + (group == null ? "" : " – " + group);
    Itinerary.Lunch lunch = itinerary.lunch();
    Pause pause = lunch == null ? null : new Pause(t.of("roadbook.lunch", Map.of("from", Clock.time(here(lunch.from())), "to", Clock.time(here(lunch.to())))), lunch.after());
    return new Day(title, group, start, List.copyOf(stops), end, legs(tour, itinerary, start, stops, end, t), pause);
  }

  private List<Leg> legs(Tour tour, Itinerary itinerary, End start, List<Stop> stops, End end, Words t) {
    List<Leg> legs = new ArrayList<>();
    LegRoads.Traveller who = LegRoads.traveller(tour.question(), itinerary.date());
    Coordinate from = start.place();
    String name = start.name();
    for (int i = 0; i <= stops.size(); i++) {
      boolean last = i == stops.size();
      Coordinate to = last ? end.place() : stops.get(i).stand();
      String next = last ? end.name() : stops.get(i).number() + " " + stops.get(i).name();
      Integer seconds = last ? itinerary.end().travelSeconds() : itinerary.stops().get(i).travelSeconds();
      Integer metres = last ? itinerary.end().travelMetres() : itinerary.stops().get(i).travelMetres();
      legs.add(legRoads.leg(who, name, next, from, to, seconds == null ? 0 : seconds, metres == null ? 0 : metres, t.language()));
      from = to;
      name = next;
    }
    return legs;
  }

  private Stop stop(PlannedStop planned, String group, int number, @Nullable Host host, Map<String, Integer> seen, Words t) {
    String base = (planned.host() == null ? "p-" : "h-") + planned.id() + "-g-" + group;
    int times = seen.merge(base, 1, Integer::sum); // a group may come to one place twice
    String key = times == 1 ? base : base + "-" + times;
    Coordinate entrance = place(planned.point());
    Coordinate parking = planned.parking() == null || place(planned.parking()).equals2D(entrance) ? null : place(planned.parking());
    ZonedDateTime begin = here(planned.start());
    List<Programme.Fact> known = host == null ? List.of() : facts.of(host, t);
    return new Stop(planned.id(), key.replaceAll("[^A-Za-z0-9-]", "_"), number, planned.name(), planned.host(), entrance, parking, here(planned.arrive()), begin,
        begin.plusMinutes(planned.visitMinutes()), here(planned.leave()), (int) Clock.minutes(planned.walkSeconds()),
        parking == null ? List.of() : legRoads.walk(parking, entrance, t.language()), host == null ? null : address(host), known, host == null ? List.of() : facts.contacts(host, t));
  }

  private static @Nullable String address(Host host) {
    String address = Stream.of(host.address(), host.municipalityName()).filter(part -> part != null && !part.isBlank()).distinct().collect(Collectors.joining(", "));
    return address.isEmpty() ? null : address;
  }

  private Travellers travellers(JsonNode question, Words t) {
    JsonNode group = question.path("group");
    Integer people = group.path("people").isNumber() ? Integer.valueOf(group.path("people").asInt()) : null;
    List<String> who = new ArrayList<>();
    if (people != null) {
      who.add(t.of("roadbook.people", Map.of("count", people)));
    }
    if (group.path("level").isString()) {
      who.add(facts.code("visit_groups", group.path("level").asString(), t));
    }
    if (group.path("age").isNumber()) {
      who.add(t.of("roadbook.age", Map.of("age", group.path("age").asInt())));
    }
    List<String> needs = new ArrayList<>();
    if (group.path("wheelchair").asBoolean(false)) {
      needs.add(t.of("roadbook.wheelchair"));
    }
    String languages = group.path("languages").valueStream().map(one -> facts.code("visit_languages", one.asString(""), t)).collect(Collectors.joining(", "));
    if (!languages.isEmpty()) {
      needs.add(t.of("roadbook.languages", Map.of("languages", languages)));
    }
    return new Travellers(who.isEmpty() ? t.of("notKnown") : String.join(", ", who), vehicle(question.path("vehicle"), t), needs, people);
  }

  private static String vehicle(JsonNode vehicle, Words t) {
    String profile = vehicle.isString() ? vehicle.asString() : vehicle.path("profile").asString("coach");
    String name = t.has("roadbook.vehicle." + profile) ? t.of("roadbook.vehicle." + profile) : profile;
    String size = Stream.of("height", "width", "length", "mass").filter(figure -> vehicle.path(figure).isNumber())
        .map(figure -> t.of("roadbook.size." + figure, Map.of("figure", vehicle.path(figure).asDouble()))).collect(Collectors.joining(", "));
    return size.isEmpty() ? name : name + ", " + size;
  }

  /** Of those who come along, the ones that left a number: only where the tour shows them. */
  private static List<Programme.Contact> contacts(Tour tour, Words t) {
    return tour.participants().stream().filter(one -> one.phone() != null && !one.phone().isBlank())
        .map(one -> new Programme.Contact(one.note() == null || one.note().isBlank() ? t.of("roadbook.contact.participant") : one.note(), one.name(), one.phone(), one.email())).toList();
  }

  private static String groupName(JsonNode question, String id, Words t) {
    String named = question.path("groups").valueStream().filter(group -> group.path("id").asString("").equals(id)).map(group -> group.path("name").asString("")).findFirst().orElse("");
    return named.isBlank() ? t.of("roadbook.groupNumber", Map.of("id", id)) : named;
  }

  private static End end(@Nullable String name, String otherwise, Question.Point point, OffsetDateTime time) {
    return new End(name == null || name.isBlank() ? otherwise : name, place(point), here(time));
  }

  private static ZonedDateTime here(OffsetDateTime moment) {
    return moment.atZoneSameInstant(Programme.ITALY);
  }

  private static Coordinate place(Question.Point point) {
    return new Coordinate(point.lon(), point.lat());
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
