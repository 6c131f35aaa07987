package org.comparto.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.Document.HostSlot;
import org.comparto.host.Host;
import org.comparto.host.Hosts;
import org.comparto.hours.Window;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes hosts of a campaign out of those of the census: their windows become slots of one visit after the other. */
@Component
class CensusHosts {

  /** A visit's length where a host does not say. */
  private static final int MINUTES = 90;

  private final Hosts hosts;

  CensusHosts(Hosts hosts) {
    this.hosts = hosts;
  }

  /** @param minutes length of a visit; null for what each host usually takes */
  List<HostEntry> entries(Collection<Long> ids, List<LocalDate> days, @Nullable Integer minutes) {
    return hosts.find(ids).stream().map(host -> entry(host, String.valueOf(host.id()), days, minutes)).toList();
  }

  /** The same document with hosts filled in that have nothing but a number of the census; empty where there are none of that kind. */
  Optional<Document> complete(Document document) {
    List<HostEntry> all = Document.some(document.hosts());
    List<Long> bare = all.stream().filter(host -> host.point() == null).map(CensusHosts::numberOf).filter(java.util.Objects::nonNull).toList();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Host> found = new HashMap<>();
    hosts.find(bare).forEach(host -> found.put(host.id(), host));
    List<HostEntry> complete = new ArrayList<>();
    for (HostEntry entry : all) {
      Long number = entry.point() == null ? numberOf(entry) : null;
      if (number != null && !found.containsKey(number)) {
        throw new InvalidInputException("hosts", "hosts names " + number + ", which is no host that may be shown; give its name and point, or leave it out");
      }
      complete.add(number == null ? entry : merged(entry, entry(found.get(number), entry.id(), document.dates(), null)));
    }
    return Optional.of(new Document(document.days(), document.slots(), complete, document.groups(), document.coach(), document.second(), document.minutesBetween(),
        document.demonstration()));
  }

  private static @Nullable Long numberOf(HostEntry entry) {
    return entry.census() != null ? entry.census() : entry.id().matches("\\d{1,18}") ? Long.valueOf(entry.id()) : null;
  }

  /** What the campaign says goes before what the census says. */
  private static HostEntry merged(HostEntry said, HostEntry known) {
    return new HostEntry(said.id(), known.census(), said.name() == null ? known.name() : said.name(), known.point(), said.seats() == null ? known.seats() : said.seats(),
        said.groups() == null ? known.groups() : said.groups(), said.perDay(), said.inAll(), said.levels() == null ? known.levels() : said.levels(),
        said.ageFrom() == null ? known.ageFrom() : said.ageFrom(), said.ageTo(), said.languages() == null ? known.languages() : said.languages(),
        said.wheelchair() == null ? known.wheelchair() : said.wheelchair(), said.themes() == null ? known.themes() : said.themes(),
        said.slots() == null ? known.slots() : said.slots());
  }

  private static HostEntry entry(Host host, String id, List<LocalDate> days, @Nullable Integer minutes) {
    var visit = host.visit();
    int length = minutes != null ? minutes : visit.minutes() != null ? visit.minutes() : MINUTES;
    int step = length + (visit.setupMinutes() == null ? 0 : visit.setupMinutes());
    List<HostSlot> slots = null;
    if (visit.hasKnownHours()) {
      slots = new ArrayList<>();
      for (LocalDate day : days) {
        for (Window window : host.open(day)) {
          for (int from = window.opens(); from + length <= Math.min(window.closes(), Window.DAY); from += step) {
            slots.add(new HostSlot(day, new Clock(from), new Clock(from + length), null, null));
          }
        }
      }
    }
    String language = LocaleContextHolder.getLocale().getLanguage();
    return new HostEntry(id, host.id(), host.name().in(language), new Point(host.entrance().lon(), host.entrance().lat()), visit.maxPeople(), visit.capacity(), null, null,
        visit.levels().isEmpty() ? null : visit.levels(), visit.minAge(), null, visit.languages().isEmpty() ? null : visit.languages(), visit.wheelchair(),
        visit.themes().isEmpty() ? null : visit.themes(), slots);
  }
}
