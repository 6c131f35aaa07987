package org.comparto.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** One visit as a calendar reads it: iCalendar, RFC 5545; times in UTC, so that no table of time zones has to come along. */
final class VisitCalendar {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  /** Octets in a line, without the line break: RFC 5545, 3.1. */
  private static final int LONGEST_LINE = 75;

  private VisitCalendar() {}

  /** @param title what the entry is called @param text what stands in it */
  static String of(Invitation one, String title, String text) {
    String status = switch (one.shown()) {
      case ACCEPTED -> "CONFIRMED";
      case PROPOSED, COUNTERED -> "TENTATIVE";
      default -> "CANCELLED";
    };
    Instant begins = Invitations.begins(one.date(), one.window());
    Instant changed = one.answeredAt() == null ? one.createdAt() : one.answeredAt();
    StringBuilder lines = new StringBuilder();
    for (String line : new String[] {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Comparto//visits//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
        "UID:invitation-" + one.id() + "@comparto", "DTSTAMP:" + STAMP.format(changed.truncatedTo(ChronoUnit.SECONDS)),
        "SEQUENCE:" + (one.askedDate() == null ? 0 : 1), "STATUS:" + status, "DTSTART:" + STAMP.format(begins),
        "DTEND:" + STAMP.format(begins.plus(one.window().closes() - one.window().opens(), ChronoUnit.MINUTES)), "SUMMARY:" + escaped(title),
        "DESCRIPTION:" + escaped(text), "END:VEVENT", "END:VCALENDAR"}) {
      fold(line, lines);
    }
    return lines.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
  }

  private static void fold(String line, StringBuilder into) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      String one = Character.toString(line.codePointAt(at));
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        into.append("\r\n ");
        octets = 1;
      }
      into.append(one);
      octets += size;
      at += one.length();
    }
    into.append("\r\n");
  }
}
