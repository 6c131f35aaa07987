package org.comparto.host;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comparto.ateco.Ateco;
import org.comparto.feature.BoundingBox;
import org.comparto.hours.OpeningHours;
import org.comparto.hours.Window;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who can be visited, and when: for anybody. */
@RestController
class HostController {

  static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  private static final int MOST = 1_000;
  private static final int DEFAULT = 100;
  private static final int MOST_WORDS = 200;
  private static final int MOST_DAYS = 366;
  private static final int DAYS = 14;

  /** A page of hosts. */
  record Page(List<Host> hosts, long numberMatched, int numberReturned) {}

  /** A day; no windows: closed, or nobody can tell. */
  record Day(LocalDate date, List<Window> windows) {}

  /** A stretch that is taken already. */
  record Taken(LocalDate date, String from, String to) {}

  /** @param hoursKnown false: nobody has said when it is open, or not so that it can be read */
  record WithDays(@JsonUnwrapped Host host, boolean hoursKnown, List<Day> days, List<Taken> taken) {}

  /** What a text of opening hours means. */
  record Meaning(boolean readable, List<Day> days) {}

  private final Hosts hosts;
  private final HostSearch search;
  private final Layers layers;
  private final Ateco ateco;
  private final ObjectProvider<TakenSlots> slots;

  HostController(Hosts hosts, HostSearch search, Layers layers, Ateco ateco, ObjectProvider<TakenSlots> slots) {
    this.hosts = hosts;
    this.search = search;
    this.layers = layers;
    this.ateco = ateco;
    this.slots = slots;
  }

  @GetMapping("/api/hosts")
  ResponseEntity<Page> list(@RequestParam @Nullable String bbox, @RequestParam @Nullable String territory, @RequestParam @Nullable String municipality,
      @RequestParam @Nullable String ateco, @RequestParam @Nullable String chain, @RequestParam @Nullable String theme,
      @RequestParam @Nullable String level, @RequestParam @Nullable String language, @RequestParam @Nullable String kind,
      @RequestParam @Nullable String people, @RequestParam @Nullable String age, @RequestParam @Nullable String wheelchair,
      @RequestParam @Nullable String lunch, @RequestParam @Nullable String coach, @RequestParam(name = "coach_height") @Nullable String coachHeight,
      @RequestParam(name = "coach_length") @Nullable String coachLength, @RequestParam @Nullable String date, @RequestParam @Nullable String q,
      @RequestParam @Nullable String near, @RequestParam @Nullable String limit, @RequestParam @Nullable String offset) {
    HostQuestion question = new HostQuestion(bbox == null ? null : BoundingBox.parse(bbox), Asked.list("territory", territory),
        Asked.list("municipality", municipality), ateco("ateco", ateco), Asked.codes("chain", chain, codes("company", "production_chain")),
        Asked.codes("theme", theme, codes("company", "visit_theme")), Asked.codes("level", level, codes("company", "visit_group")),
        Asked.codes("language", language, codes("company", "visit_language")), Asked.codes("kind", kind, kinds()),
        Asked.integer("people", people, 1, 10_000), Asked.integer("age", age, 0, 120), Asked.yes("wheelchair", wheelchair), Asked.yes("lunch", lunch),
        Asked.yes("coach", coach), Asked.metres("coach_height", coachHeight, 10), Asked.metres("coach_length", coachLength, 50),
        Asked.day("date", date), Field.optional("q", q, MOST_WORDS), Asked.place("near", near));
    HostSearch.Found found = search.find(question, Asked.integer("limit", limit, 1, MOST, DEFAULT), Asked.integer("offset", offset, 0, 100_000_000, 0));
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Page(found.hosts(), found.matched(), found.hosts().size()));
  }

  /** 301 where it has become one with another host. */
  @GetMapping("/api/hosts/{id}")
  ResponseEntity<WithDays> host(@PathVariable String id, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
    Host host = (id.matches("\\d{1,18}") ? hosts.find(Long.parseLong(id)) : Optional.<Host>empty()).orElse(null);
    if (host == null) {
      return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(URI.create("/api/hosts/" + successor(id).id())).build();
    }
    List<LocalDate> days = days(from, to);
    List<Taken> taken = slots.stream().flatMap(known -> known.of(host.id(), days.get(0), days.get(days.size() - 1)).stream())
        .map(slot -> new Taken(slot.date(), slot.window().from(), slot.window().to())).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noCache())
        .body(new WithDays(host, host.visit().hasKnownHours(), days.stream().map(day -> new Day(day, host.open(day))).toList(), taken));
  }

  private Host successor(String id) {
    return (id.matches("\\d{1,18}") ? hosts.successor(Long.parseLong(id)) : Optional.<Host>empty())
        .orElseThrow(() -> new NotFoundException("id", "There is no host with this number that agreed to be shown; /api/hosts lists those there are."));
  }

  /** What hours mean that somebody is writing. */
  @GetMapping("/api/hosts/hours")
  ResponseEntity<Meaning> hours(@RequestParam @Nullable String hours, @RequestParam @Nullable String season, @RequestParam @Nullable String blackout,
      @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
    if (Stream.of(hours, season, blackout).anyMatch(text -> text != null && text.length() > 20_000)) {
      throw new InvalidInputException("hours", "hours has more than 20000 characters; 20000 are the most");
    }
    List<String> off = blackout == null ? List.of() : Arrays.asList(blackout.split(","));
    Optional<OpeningHours> open = Optional.ofNullable(hours).flatMap(OpeningHours::read);
    Optional<OpeningHours> inSeason = season == null ? null : OpeningHours.read(season);
    boolean readable = (hours == null || open.isPresent()) && (inSeason == null || inSeason.isPresent());
    List<Day> days = days(from, to).stream().map(day -> new Day(day, OpenDays.windows(open, inSeason, off, day))).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Meaning(readable, days));
  }

  private static List<LocalDate> days(@Nullable String from, @Nullable String to) {
    LocalDate first = Asked.day("from", from) == null ? LocalDate.now(ITALY) : Asked.day("from", from);
    LocalDate last = Asked.day("to", to) == null ? first.plusDays(DAYS - 1) : Asked.day("to", to);
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new InvalidInputException("to", "to is \"" + last + "\"; it must be a day from " + first + " to " + first.plusDays(MOST_DAYS - 1));
    }
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /** Codes or their beginnings, as far as they reach in both editions. */
  private HostQuestion.@Nullable Activity ateco(String parameter, @Nullable String text) {
    List<String> asked = Asked.list(parameter, text);
    if (asked == null) {
      return null;
    }
    List<Ateco.Reach> reaches = asked.stream().map(one -> ateco.reach(parameter, one)).toList();
    return new HostQuestion.Activity(reaches.stream().flatMap(reach -> reach.in2007().stream()).toList(),
        reaches.stream().flatMap(reach -> reach.in2025().stream()).toList());
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>(List.of("company"));
    kinds.addAll(codes("visit_place", "place_kind"));
    return kinds;
  }

  private List<String> codes(String layer, String list) {
    Map<String, List<Layer.Code>> codes = layers.getLayer(layer, "layer").codes();
    return codes.get(list).stream().map(Layer.Code::value).toList();
  }
}
