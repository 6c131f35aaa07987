package org.comparto.invitation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.hours.Window;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A host that is to be asked for a visit; it checks itself, but for what only the host knows. */
record NewInvitation(long host, About about, LocalDate date, Window window, int people, Party group, @Nullable Organiser organiser, @Nullable String note,
    String language, String hostLanguage) {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");
  private static final int MOST_PEOPLE = 10_000;

  /** What hosts are invited for: {@code tour:12}. */
  record About(String kind, long id) {

    private static final Pattern FORM = Pattern.compile("(tour|campaign):([1-9]\\d{0,17})");

    static About of(@Nullable String text) {
      Matcher about = FORM.matcher(text == null ? "" : text);
      if (!about.matches()) {
        throw new InvalidInputException("about", "about must name a tour or a campaign, for instance tour:12");
      }
      return new About(about.group(1), Long.parseLong(about.group(2)));
    }

    @Override
    public String toString() {
      return kind + ":" + id;
    }
  }

  /** As it is sent. */
  record Sent(@Nullable Long host, @Nullable String about, @Nullable String date, @Nullable String start, @Nullable String end, @Nullable Integer people,
      @Nullable Party group, @Nullable Organiser organiser, @Nullable String note, @Nullable String language, @Nullable String hostLanguage) {}

  static NewInvitation of(Sent sent) {
    if (sent.host() == null) {
      throw new InvalidInputException("host", "host is required");
    }
    if (sent.people() == null || sent.people() < 1 || sent.people() > MOST_PEOPLE) {
      throw new InvalidInputException("people", "people is \"" + sent.people() + "\"; it must be an integer from 1 to " + MOST_PEOPLE);
    }
    return new NewInvitation(sent.host(), About.of(sent.about()), date("date", sent.date()), window(sent.start(), sent.end()), sent.people(),
        sent.group() == null ? Party.UNKNOWN : sent.group(), sent.organiser(), Field.text("note", sent.note(), 2000), language("language", sent.language()),
        language("hostLanguage", sent.hostLanguage()));
  }

  static LocalDate date(String field, @Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(field, field + " is \"" + text + "\"; it must be a day such as 2026-11-26");
    }
  }

  /** From start to end on one day. */
  static Window window(@Nullable String start, @Nullable String end) {
    int opens = minute("start", start);
    int closes = minute("end", end);
    if (closes <= opens) {
      throw new InvalidInputException("end", "end is \"" + end + "\"; it must be after start");
    }
    return new Window(opens, closes);
  }

  private static int minute(String field, @Nullable String text) {
    if (text == null || !TIME.matcher(text).matches()) {
      throw new InvalidInputException(field, field + " is \"" + text + "\"; it must be a time such as 09:30");
    }
    return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
  }

  private static String language(String field, @Nullable String text) {
    String language = text == null ? "it" : text;
    if (!language.equals("it") && !language.equals("en")) {
      throw new InvalidInputException(field, field + " is \"" + language + "\"; there are it, en");
    }
    return language;
  }
}
