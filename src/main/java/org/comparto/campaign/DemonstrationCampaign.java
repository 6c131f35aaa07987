package org.comparto.campaign;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.comparto.account.CurrentAccount;
import org.comparto.campaign.Document.Coach;
import org.comparto.campaign.Document.GroupEntry;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.Document.HostSlot;
import org.comparto.campaign.Document.Time;
import org.comparto.campaign.Municipalities.Place;
import org.comparto.host.Host;
import org.comparto.host.HostQuestion;
import org.comparto.host.HostSearch;
import org.comparto.host.LonLat;
import org.comparto.host.Visit;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Vehicle;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An invented campaign as large as real ones (94 classes, 48 companies, five days), in the municipalities of a territory. It asks the hosts of the
 * demonstration's census that say nothing against a coach, whose addresses are of example.org, so that they can be invited; others are invented where these are
 * too few. Nobody that is not a demonstration is ever in it: schools and invented companies say so in their names, and none of them exists.
 */
@Component
class DemonstrationCampaign {

  private static final int CLASSES = 94;
  private static final int COMPANIES = 48;
  private static final int SCHOOLS = 24;
  private static final int READ = 500;
  private static final List<String> THEMES = List.of("production", "craft", "sustainability", "digital", "food");
  private static final List<String> LEVELS = List.of("primary_school", "lower_secondary", "upper_secondary");
  private static final int[] AGES = {9, 12, 16};
  private static final List<Time> TIMES = List.of(time(9, 0), time(11, 0), time(14, 0));
  private static final Vehicle COACH = RoadGraph.vehicle(Profile.COACH, Vehicle.DEFAULT);

  private final Municipalities municipalities;
  private final HostSearch search;
  private final CensusHosts census;

  DemonstrationCampaign(Municipalities municipalities, HostSearch search, CensusHosts census) {
    this.municipalities = municipalities;
    this.search = search;
    this.census = census;
  }

  private static Time time(int hour, int minute) {
    return new Time(new Clock(hour * 60 + minute), new Clock(hour * 60 + minute + 90));
  }

  /** The same every time, in the week after the next eight. */
  ObjectNode document() {
    boolean italian = SolveController.language().equals("it");
    String territory = CurrentAccount.find().map(CurrentAccount::territory).orElse("cremona");
    List<Place> places = new ArrayList<>(municipalities.all(territory).values());
    if (places.isEmpty()) {
      throw RefusedException.conflict("no-places", "No municipality is known here, so that nobody can be invented anywhere.", null);
    }
    Point middle = places.get(0).point();
    places.sort(Comparator.comparingDouble(place -> Math.hypot((place.point().lon() - middle.lon()) * 0.7, place.point().lat() - middle.lat())));
    SplittableRandom random = new SplittableRandom(94);
    LocalDate monday = LocalDate.now(ZoneId.of("Europe/Rome")).plusWeeks(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    List<LocalDate> days = monday.datesUntil(monday.plusDays(5)).toList();
    List<HostEntry> hosts = new ArrayList<>(ofCensus(territory, middle, days, random));
    while (hosts.size() < COMPANIES) {
      hosts.add(invented(hosts.size() + 1, places, days, random, italian));
    }
    List<GroupEntry> groups = new ArrayList<>();
    for (int i = 1; i <= CLASSES; i++) {
      groups.add(group(i, places, hosts, days, random, italian));
    }
    Document document = new Document(days, TIMES, hosts, groups, new Coach(54), "same_day", 15, true).checked();
    ObjectNode answer = Bodies.MAPPER.createObjectNode();
    answer.put("name", italian ? "Settimana delle aziende aperte (dimostrazione)" : "Week of open companies (demonstration)");
    answer.setAll((ObjectNode) Bodies.MAPPER.valueToTree(document));
    return answer;
  }

  /** Demonstration companies and places that say nothing against a coach, the nearest first, each with a few of the slots that its hours leave. */
  private List<HostEntry> ofCensus(String territory, Point middle, List<LocalDate> days, SplittableRandom random) {
    HostQuestion question = new HostQuestion(null, List.of(territory), null, null, null, null, null, null, null, null, null, false, false, false, null, null, null, null,
        new LonLat(middle.lon(), middle.lat()));
    List<Long> ids = search.find(question, READ, 0).hosts().stream().filter(Host::demonstration).filter(host -> !host.kind().equals("lunch"))
        .filter(host -> receivesCoaches(host.visit())).map(Host::id).toList();
    List<HostEntry> all = new ArrayList<>();
    for (HostEntry host : census.entries(ids, days, null)) {
      List<HostSlot> slots = Document.some(host.slots()).stream().filter(slot -> random.nextInt(3) == 0).toList();
      if (all.size() < COMPANIES && !slots.isEmpty()) {
        all.add(new HostEntry(host.id(), host.census(), host.name(), host.point(), host.seats(), host.groups(), 1 + random.nextInt(2), 2 + random.nextInt(2), host.levels(),
            host.ageFrom(), host.ageTo(), host.languages(), host.wheelchair(), host.themes(), slots));
      }
    }
    return all;
  }

  private static boolean receivesCoaches(Visit visit) {
    return !Boolean.FALSE.equals(visit.coachParking()) && fits(COACH.height(), visit.coachMaxHeightM()) && fits(COACH.length(), visit.coachMaxLengthM());
  }

  private static boolean fits(@Nullable Double size, @Nullable BigDecimal most) {
    return size == null || most == null || size <= most.doubleValue();
  }

  private static HostEntry invented(int number, List<Place> places, List<LocalDate> days, SplittableRandom random, boolean italian) {
    Place place = places.get(random.nextInt(Math.min(places.size(), 16)));
    List<HostSlot> slots = new ArrayList<>();
    for (LocalDate day : days) {
      for (Time time : TIMES) {
        if (random.nextInt(4) == 0) {
          slots.add(new HostSlot(day, time.from(), time.to(), null, null));
        }
      }
    }
    return new HostEntry("H" + (number < 10 ? "0" : "") + number, null, (italian ? "Azienda dimostrativa " : "Demonstration company ") + number + ", " + place.name(),
        near(place, random), random.nextInt(4) == 0 ? 45 : 20 + random.nextInt(8), random.nextInt(6) == 0 ? 2 : 1, 1 + random.nextInt(2), 2 + random.nextInt(2),
        random.nextInt(4) == 0 ? LEVELS.subList(1, 3) : null, random.nextInt(5) == 0 ? 14 : null, null, random.nextInt(3) == 0 ? List.of("it", "en") : List.of("it"),
        random.nextInt(3) > 0, List.of(THEMES.get(random.nextInt(THEMES.size()))), slots);
  }

  private static GroupEntry group(int number, List<Place> places, List<HostEntry> hosts, List<LocalDate> days, SplittableRandom random, boolean italian) {
    int school = random.nextInt(SCHOOLS);
    int level = school % 3;
    Place place = places.get(school * 7 % Math.min(places.size(), SCHOOLS));
    List<JsonNode> preferences = new ArrayList<>();
    for (int rank = 0; rank < 3; rank++) {
      preferences.add(StringNode.valueOf(rank == 2 ? THEMES.get(random.nextInt(THEMES.size())) : hosts.get(random.nextInt(hosts.size())).id()));
    }
    return new GroupEntry("C" + (number < 10 ? "0" : "") + number, (italian ? "Scuola dimostrativa " : "Demonstration school ") + (school + 1) + ", " + place.name(),
        1 + random.nextInt(5) + String.valueOf((char) ('A' + random.nextInt(5))), near(place, new SplittableRandom(school)), LEVELS.get(level), AGES[level],
        16 + random.nextInt(10), random.nextInt(12) == 0, List.of("it"), preferences, random.nextInt(4) == 0 ? 12.0 : 60.0, random.nextInt(4) == 0 ? 2 : 1,
        random.nextInt(4) == 0 ? days.subList(0, 3) : null, new Clock(8 * 60), new Clock(level == 0 ? 16 * 60 + 30 : 18 * 60));
  }

  private static Point near(Place place, SplittableRandom random) {
    return new Point(round(place.point().lon() + random.nextDouble(-0.006, 0.006)), round(place.point().lat() + random.nextDouble(-0.004, 0.004)));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
