package org.comparto.invitation;

import java.time.LocalDate;
import java.util.Map;
import org.comparto.host.Host;
import org.comparto.host.Visit;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;

/** What a host has said of visits in public, and whoever asks without an account is held to. The desk knows hosts better, and is not. */
final class Terms {

  private Terms() {}

  /** @throws RefusedException 422 naming what stands against it */
  static void check(Host host, NewInvitation wanted, LocalDate today, boolean hasEmail, String place) {
    Visit visit = host.visit();
    if (!hasEmail) {
      throw refused("no-contact", "This host has left no address to write to; ask the areas desk to call it.", place + ".host");
    }
    if (visit.leadDays() != null && wanted.date().isBefore(today.plusDays(visit.leadDays()))) {
      throw refused("notice", "This host wants to know " + visit.leadDays() + " days before; choose a later day.", place + ".date");
    }
    if (visit.hasKnownHours() && host.open(wanted.date()).stream().noneMatch(window -> window.holds(wanted.window().opens(), wanted.window().closes()))) {
      throw refused("closed", "This host does not receive visits at this time; /api/hosts/" + host.id() + " tells when it does.", place + ".start");
    }
    if (visit.maxPeople() != null && wanted.people() > visit.maxPeople()) {
      throw refused("group-size", "This host receives at most " + visit.maxPeople() + " people.", place + ".people");
    }
    if (visit.minPeople() != null && wanted.people() < visit.minPeople()) {
      throw refused("group-size", "This host receives at least " + visit.minPeople() + " people.", place + ".people");
    }
    if (wanted.organiser() == null || wanted.organiser().email() == null || wanted.organiser().name() == null) {
      throw refused("organiser", "The host has to know whom to answer: name and email of the organiser are required.", place + ".organiser");
    }
  }

  private static RefusedException refused(String type, String message, String parameter) {
    return RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, type, message, parameter, Map.of());
  }
}
