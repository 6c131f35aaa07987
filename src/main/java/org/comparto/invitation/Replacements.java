package org.comparto.invitation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.host.Host;
import org.comparto.host.HostQuestion;
import org.comparto.host.HostSearch;
import org.comparto.host.Hosts;
import org.comparto.host.Visit;
import org.comparto.hours.Window;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who could take a host's place: alike, open at that time, not taken and not asked already, the nearest first. */
@Component
class Replacements {

  private static final int LOOKED_AT = 300;
  private static final int MOST = 10;

  /**
   * @param metres from the host that was asked, as the crow flies
   * @param reasons what makes it alike: chain, theme, level, language
   * @param window in which the visit can be
   */
  record Suggestion(Host host, long metres, List<String> reasons, Window window) {}

  record Found(List<Suggestion> suggestions) {}

  private final Hosts hosts;
  private final HostSearch search;
  private final Bookings bookings;
  private final Invitations invitations;

  Replacements(Hosts hosts, HostSearch search, Bookings bookings, Invitations invitations) {
    this.hosts = hosts;
    this.search = search;
    this.bookings = bookings;
    this.invitations = invitations;
  }

  Found of(Invitation invitation) {
    Host asked = hosts.find(invitation.host()).orElseThrow(() ->
        new NotFoundException("id", "The host that was asked is not shown any more, so that nobody can be said to be like it."));
    Map<Long, Host> candidates = new LinkedHashMap<>();
    if (!asked.visit().themes().isEmpty()) {
      search.find(question(invitation, asked, asked.visit().themes(), null), LOOKED_AT, 0).hosts().forEach(host -> candidates.put(host.id(), host));
    }
    if (asked.trade().chain() != null) {
      search.find(question(invitation, asked, null, List.of(asked.trade().chain())), LOOKED_AT, 0).hosts().forEach(host -> candidates.put(host.id(), host));
    }
    invitations.list(new Invitations.Filter(invitation.about(), null, null, null, 500)).forEach(other -> candidates.remove(other.host()));
    Set<Long> taken = taken(candidates, invitation);
    List<Suggestion> found = new ArrayList<>();
    candidates.values().stream().filter(host -> !taken.contains(host.id())).filter(host -> host.kind().equals("lunch") == asked.kind().equals("lunch"))
        .forEach(host -> host.open(invitation.date()).stream().filter(open -> open.holds(invitation.window().opens(), invitation.window().closes())).findFirst()
            .ifPresent(open -> found.add(new Suggestion(host, Math.round(asked.entrance().metresTo(host.entrance())), reasons(asked, host, invitation), open))));
    return new Found(found.stream().sorted(Comparator.comparingLong(Suggestion::metres).thenComparing(one -> one.host().id())).limit(MOST).toList());
  }

  private static HostQuestion question(Invitation invitation, Host asked, @Nullable List<String> themes, @Nullable List<String> chains) {
    Party group = invitation.group();
    return new HostQuestion(null, null, null, null, chains, themes, group.level() == null ? null : List.of(group.level()),
        group.languages() == null || group.languages().isEmpty() ? null : group.languages(), null, invitation.people(), group.age(),
        Boolean.TRUE.equals(group.wheelchair()), false, "coach".equals(group.vehicle()), null, null, invitation.date(), null, asked.entrance());
  }

  /** Those that can not receive one more group in that time. */
  private Set<Long> taken(Map<Long, Host> candidates, Invitation invitation) {
    Map<Long, Integer> groups = new LinkedHashMap<>();
    Map<Long, Integer> people = new LinkedHashMap<>();
    bookings.taken(candidates.keySet(), invitation.date(), invitation.date()).stream()
        .filter(one -> one.window().opens() < invitation.window().closes() && invitation.window().opens() < one.window().closes())
        .forEach(one -> {
          groups.merge(one.host(), 1, Integer::sum);
          people.merge(one.host(), one.people(), Integer::sum);
        });
    Set<Long> taken = new HashSet<>();
    groups.forEach((id, number) -> {
      Visit visit = candidates.get(id).visit();
      if (number >= visit.capacity() || visit.maxPeople() != null && people.get(id) + invitation.people() > visit.maxPeople()) {
        taken.add(id);
      }
    });
    return taken;
  }

  private static List<String> reasons(Host asked, Host host, Invitation invitation) {
    List<String> reasons = new ArrayList<>();
    if (asked.trade().chain() != null && asked.trade().chain().equals(host.trade().chain())) {
      reasons.add("chain");
    }
    if (host.visit().themes().stream().anyMatch(asked.visit().themes()::contains)) {
      reasons.add("theme");
    }
    if (invitation.group().level() != null || host.visit().levels().stream().anyMatch(asked.visit().levels()::contains)) {
      reasons.add("level");
    }
    if (host.visit().languages().containsAll(asked.visit().languages())) {
      reasons.add("language");
    }
    return reasons;
  }
}
