package org.comparto.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.comparto.account.CurrentAccount;
import org.comparto.campaign.Document.Coach;
import org.comparto.campaign.Document.GroupEntry;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.Document.HostSlot;
import org.comparto.campaign.Document.Time;
import org.comparto.campaign.Municipalities.Place;
import org.comparto.problem.RefusedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An invented campaign as large as real ones (94 classes, 48 companies, five days), in the municipalities of a territory. Schools and companies are called
 * demonstration: none of them exists.
 */
@Component
class DemonstrationCampaign {

  private static final int CLASSES = 94;
  private static final int COMPANIES = 48;
  private static final List<String> THEMES = List.of("production", "craft", "sustainability", "innovation", "food");
  private static final List<String> LEVELS = List.of("primary_school", "lower_secondary", "upper_secondary");
  private static final int[] AGES = {9, 12, 16};
  private static final List<Time> TIMES = List.of(time(9, 0), time(11, 0), time(14, 0));

  private final Municipalities municipalities;

  DemonstrationCampaign(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  private static Time time(int hour, int minute) {
    return new Time(new Clock(hour * 60 + minute), new Clock(hour * 60 + minute + 90));
  }

  /** The same every time, in the week after the next eight. */
  ObjectNode document() {
    boolean italian = SolveController.language().equals("it");
    List<Place> places = new ArrayList<>(municipalities.all(CurrentAccount.find().map(account -> account.territory() == null ? "cremona" : account.territory())
        .orElse("cremona")).values());
    if (places.isEmpty()) {
      throw RefusedException.conflict("no-places", "No municipality is known here, so that nobody can be invented anywhere.", null);
    }
    SplittableRandom random = new SplittableRandom(94);
    LocalDate monday = LocalDate.now(ZoneId.of("Europe/Rome")).plusWeeks(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    List<LocalDate> days = monday.datesUntil(monday.plusDays(5)).toList();
    List<HostEntry> hosts = new ArrayList<>();
    for (int i = 1; i <= COMPANIES; i++) {
      Place place = places.get(random.nextInt(Math.min(places.size(), 16)));
      List<HostSlot> slots = new ArrayList<>();
      for (LocalDate day : days) {
        for (Time time : TIMES) {
          if (random.nextInt(4) == 0) {
            slots.add(new HostSlot(day, time.from(), time.to(), null, null));
          }
        }
      }
      hosts.add(new HostEntry("H" + (i < 10 ? "0" : "") + i, null, (italian ? "Azienda dimostrativa " : "Demonstration company ") + i + ", " + place.name(), near(place, random),
          random.nextInt(4) == 0 ? 45 : 20 + random.nextInt(8), random.nextInt(6) == 0 ? 2 : 1, 1 + random.nextInt(2), 2 + random.nextInt(2),
          random.nextInt(4) == 0 ? LEVELS.subList(1, 3) : null, random.nextInt(5) == 0 ? 14 : null, null, random.nextInt(3) == 0 ? List.of("it", "en") : List.of("it"),
          random.nextInt(3) > 0, List.of(THEMES.get(random.nextInt(THEMES.size()))), slots));
    }
    List<GroupEntry> groups = new ArrayList<>();
    for (int i = 1; i <= CLASSES; i++) {
      int school = random.nextInt(24);
      int level = school % 3;
      Place place = places.get(school * 7 % Math.min(places.size(), 24));
      List<JsonNode> preferences = new ArrayList<>();
      for (int rank = 0; rank < 3; rank++) {
        preferences.add(StringNode.valueOf(rank == 2 ? THEMES.get(random.nextInt(THEMES.size())) : hosts.get(random.nextInt(COMPANIES)).id()));
      }
      groups.add(new GroupEntry("C" + (i < 10 ? "0" : "") + i, (italian ? "Scuola dimostrativa " : "Demonstration school ") + (school + 1) + ", " + place.name(),
          1 + random.nextInt(5) + String.valueOf((char) ('A' + random.nextInt(5))), near(place, new SplittableRandom(school)), LEVELS.get(level), AGES[level], 16 + random.nextInt(10),
          random.nextInt(12) == 0, List.of("it"), preferences, random.nextInt(4) == 0 ? 12.0 : 60.0, random.nextInt(4) == 0 ? 2 : 1,
          random.nextInt(4) == 0 ? days.subList(0, 3) : null, new Clock(8 * 60), new Clock(level == 0 ? 16 * 60 + 30 : 18 * 60)));
    }
    Document document = new Document(days, TIMES, hosts, groups, new Coach(54), "same_day", 15, true).checked();
    ObjectNode answer = Bodies.MAPPER.createObjectNode();
    answer.put("name", italian ? "Settimana delle aziende aperte (dimostrazione)" : "Week of open companies (demonstration)");
    answer.setAll((ObjectNode) Bodies.MAPPER.valueToTree(document));
    return answer;
  }

  private static Point near(Place place, SplittableRandom random) {
    return new Point(round(place.point().lon() + random.nextDouble(-0.006, 0.006)), round(place.point().lat() + random.nextDouble(-0.004, 0.004)));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
