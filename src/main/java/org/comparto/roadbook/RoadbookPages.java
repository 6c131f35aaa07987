package org.comparto.roadbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.sheet.MapSheet;
import org.comparto.sheet.RouteMap;
import org.comparto.sheet.SheetPdf;
import org.comparto.sheet.SheetPlaces;
import org.comparto.sheet.SquareCode;
import org.comparto.text.Words;
import org.comparto.tour.Tour;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Sets a programme on A4: the roadbook, the sheet of one host, the list of participants. Whatever somebody wrote becomes text, never markup. */
@Component
class RoadbookPages {

  /** What XML 1.0 does not allow, not even escaped. */
  static final String NO_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private static final double CODE_MM = 30;
  private static final double WIDTH_MM = 182;
  /** Stops that get a map of their own; nobody carries a book of more. */
  private static final int MOST_MAPS = 60;

  private final RoadbookMaps maps;
  private final SpringTemplateEngine templates;
  private final SheetPdf pdf;
  private final SheetPlaces places;

  RoadbookPages(RoadbookMaps maps, SpringTemplateEngine templates, SheetPdf pdf, SheetPlaces places) {
    this.maps = maps;
    this.templates = templates;
    this.pdf = pdf;
    this.places = places;
  }

  byte[] roadbook(Programme programme) {
    return places.make(() -> {
      Words t = Words.in(programme.language());
      Map<String, String> pictures = pictures(programme);
      List<MapSheet> overviews = new ArrayList<>();
      List<List<Day>> shown = programme.days().size() == 1 ? List.of(programme.days())
          : Stream.concat(Stream.of(programme.days()), programme.days().stream().map(List::of)).toList();
      for (int i = 0; i < shown.size(); i++) {
        MapSheet sheet = maps.overview(shown.get(i), WIDTH_MM, i == 0 ? 118 : 92, false, t).sheet();
        overviews.add(sheet);
        pictures.put("overview-" + i + ".svg", sheet.svg());
      }
      Map<String, String> details = details(programme, pictures, t);
      TreeSet<String> sources = new TreeSet<>();
      overviews.forEach(sheet -> sources.addAll(sheet.attribution()));
      Map<String, Object> variables = variables(programme, t);
      variables.put("overviews", overviews);
      variables.put("details", details);
      variables.put("sources", String.join("; ", sources) + (programme.roads() == null ? "" : "; " + programme.roads()));
      return set("roadbook/roadbook", variables, pictures, programme);
    });
  }

  /** The name of a picture by the key of the stop; groups that come to one door share it. */
  private Map<String, String> details(Programme programme, Map<String, String> pictures, Words t) {
    Map<Coordinate, String> drawn = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Stop stop : programme.stops().toList()) {
      if (drawn.size() < MOST_MAPS || drawn.containsKey(stop.entrance())) {
        names.put(stop.key(), drawn.computeIfAbsent(stop.entrance(), place -> {
          RouteMap.Drawn map = maps.detail(stop, programme.days(), 84, 70, false, t);
          String name = "stop-" + drawn.size() + ".svg";
          pictures.put(name, map.sheet().svg());
          return name;
        }));
      }
    }
    return names;
  }

  /** What one host needs to know: who comes when. @param host its feature */
  byte[] host(Programme programme, long host) {
    return places.make(() -> {
      Words t = Words.in(programme.language());
      List<Day> days = programme.days().stream().filter(day -> day.stops().stream().anyMatch(stop -> Long.valueOf(host).equals(stop.host()))).toList();
      Stop first = days.stream().flatMap(day -> day.stops().stream()).filter(stop -> Long.valueOf(host).equals(stop.host())).findFirst().orElseThrow();
      Map<String, String> pictures = pictures(programme);
      RouteMap.Drawn map = maps.detail(first, days, WIDTH_MM, 92, false, t);
      pictures.put("stop.svg", map.sheet().svg());
      Map<String, Object> variables = variables(programme, t);
      variables.put("days", days);
      variables.put("host", host);
      variables.put("stop", first);
      variables.put("map", map.sheet());
      variables.put("sources", String.join("; ", map.sheet().attribution()) + (programme.roads() == null ? "" : "; " + programme.roads()));
      return set("roadbook/host", variables, pictures, programme);
    });
  }

  byte[] participants(Programme programme, List<Tour.Participant> participants) {
    return places.make(() -> {
      Map<String, Object> variables = variables(programme, Words.in(programme.language()));
      variables.put("participants", participants);
      return set("roadbook/participants", variables, pictures(programme), programme);
    });
  }

  private static Map<String, String> pictures(Programme programme) {
    Map<String, String> pictures = new HashMap<>();
    if (programme.link() != null) {
      pictures.put("code.svg", SquareCode.svg(programme.link(), CODE_MM, ""));
    }
    return pictures;
  }

  private static Map<String, Object> variables(Programme programme, Words t) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("p", programme);
    variables.put("t", t);
    variables.put("say", new SheetWords(t));
    variables.put("language", programme.language());
    return variables;
  }

  private byte[] set(String template, Map<String, Object> variables, Map<String, String> pictures, Programme programme) {
    String xhtml = templates.process(template, new Context(Locale.forLanguageTag(programme.language()), variables)).replaceAll(NO_XML, "\uFFFD");
    return pdf.set(xhtml, pictures, programme.changedAt());
  }
}
