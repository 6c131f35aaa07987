package org.comparto.roadbook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.text.Words;

/**
 * A programme as a calendar (RFC 5545), one event for each stop in Europe/Rome, and one that is cancelled for each stop that was given out
 * before and is gone. Written here, since the libraries that were looked at fold by characters where the RFC counts octets (decision 0048).
 */
final class CalendarForm {

  private static final int LONGEST_LINE = 75; // octets, RFC 5545 3.1
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final List<String> ROME = List.of("BEGIN:VTIMEZONE", "TZID:Europe/Rome", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
      "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
      "TZNAME:CET", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE");

  private final StringBuilder text = new StringBuilder();
  private final Programme programme;
  private final String organiser;

  private CalendarForm(Programme programme, String organiser) {
    this.programme = programme;
    this.organiser = organiser;
  }

  /** Names one stop of one tour in every calendar, whatever becomes of it. */
  static String uid(String tour, String key) {
    return tour + "-" + key + "@comparto";
  }

  /**
   * @param organiser the address of whom events come from; empty where the installation has none
   * @param gone stops that were given out before and are in the programme no more
   */
  static byte[] write(Programme programme, List<GivenOut> gone, String organiser) {
    CalendarForm form = new CalendarForm(programme, organiser.isEmpty() ? "invalid:nomail" : "mailto:" + organiser);
    form.calendar(gone);
    return form.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void calendar(List<GivenOut> gone) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Comparto//Roadbook//" + programme.language().toUpperCase(Locale.ROOT));
    line("CALSCALE:GREGORIAN");
    line("METHOD:" + (programme.isCancelled() ? "CANCEL" : "PUBLISH"));
    line("NAME:" + escaped(programme.name()));
    line("X-WR-CALNAME:" + escaped(programme.name()));
    line("X-WR-TIMEZONE:Europe/Rome");
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    line("X-PUBLISHED-TTL:PT1H");
    ROME.forEach(this::line);
    programme.days().forEach(day -> day.stops().forEach(stop -> event(stop, day.group())));
    gone.forEach(this::cancelled);
    line("END:VCALENDAR");
  }

  private void event(Stop stop, String group) {
    Words t = Words.in(programme.language());
    begin(stop.key(), stop.begin(), stop.end(), stop.name());
    line("STATUS:" + switch (programme.state()) {
      case "cancelled" -> "CANCELLED";
      case "confirmed", "done" -> "CONFIRMED";
      default -> "TENTATIVE";
    });
    String where = stop.address() == null ? stop.name() : stop.name() + ", " + stop.address();
    line("LOCATION:" + escaped(where));
    line(String.format(Locale.ROOT, "GEO:%.6f;%.6f", stop.entrance().y, stop.entrance().x));
    StringBuilder about = new StringBuilder(programme.name()).append(group == null ? "" : " – " + group);
    about.append('\n').append(t.of("roadbook.arrive")).append(' ').append(Clock.time(stop.arrive())).append(", ").append(t.of("roadbook.leave")).append(' ')
        .append(Clock.time(stop.leave()));
    stop.facts().forEach(fact -> about.append('\n').append(fact.title()).append(": ").append(fact.text()));
    line("DESCRIPTION:" + escaped(about.toString()));
    end();
  }

  private void cancelled(GivenOut gone) {
    begin(gone.key(), gone.begins(), gone.ends(), gone.name());
    line("STATUS:CANCELLED");
    end();
  }

  private void begin(String key, ZonedDateTime from, ZonedDateTime to, String name) {
    line("BEGIN:VEVENT");
    line("UID:" + uid(programme.uid(), key));
    line("DTSTAMP:" + utc(programme.changedAt()));
    line("LAST-MODIFIED:" + utc(programme.changedAt()));
    line("SEQUENCE:" + programme.sequence());
    line("ORGANIZER;CN=Comparto:" + organiser);
    line("DTSTART;TZID=Europe/Rome:" + from.withZoneSameInstant(Programme.ITALY).format(LOCAL));
    line("DTEND;TZID=Europe/Rome:" + to.withZoneSameInstant(Programme.ITALY).format(LOCAL));
    line("SUMMARY:" + escaped(name));
  }

  private void end() {
    if (programme.link() != null) {
      line("URL:" + programme.link());
    }
    line("END:VEVENT");
  }

  private static String utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).format(LOCAL) + "Z";
  }

  /** TEXT of RFC 5545 3.3.11. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ");
  }

  /** A content line, folded before it has more octets than a line may have; no character is cut in two. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (octets + length > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(point);
      octets += length;
      i += Character.charCount(point);
    }
    text.append("\r\n");
  }
}
