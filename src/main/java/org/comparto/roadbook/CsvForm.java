package org.comparto.roadbook;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Stop;

/** The timetable as a table (RFC 4180, UTF-8), a row for each stop; no text of anybody's becomes a formula. */
final class CsvForm {

  private static final List<String> HEAD = List.of("date", "group", "number", "name", "address", "arrive", "start", "end", "leave", "walk_minutes",
      "travel_seconds", "travel_metres", "lon", "lat", "parking_lon", "parking_lat", "host", "uid");

  private CsvForm() {}

  static byte[] write(Programme programme) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(out, ',')) {
      HEAD.forEach(table::value);
      table.endRow();
      for (Day day : programme.days()) {
        for (int i = 0; i < day.stops().size(); i++) {
          row(table, programme, day, day.stops().get(i), day.legs().get(i));
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void row(CsvTable table, Programme programme, Day day, Stop stop, Leg leg) {
    table.value(stop.begin().toLocalDate().toString()).value(day.group() == null ? null : Spreadsheets.harmless(day.group())).value(String.valueOf(stop.number()))
        .value(Spreadsheets.harmless(stop.name())).value(stop.address() == null ? null : Spreadsheets.harmless(stop.address()))
        .value(Clock.time(stop.arrive())).value(Clock.time(stop.begin())).value(Clock.time(stop.end())).value(Clock.time(stop.leave()))
        .value(String.valueOf(stop.walkMinutes())).value(String.valueOf(Math.round(leg.seconds()))).value(String.valueOf(Math.round(leg.metres())))
        .value(degrees(stop.entrance().x)).value(degrees(stop.entrance().y))
        .value(stop.parking() == null ? null : degrees(stop.parking().x)).value(stop.parking() == null ? null : degrees(stop.parking().y))
        .value(stop.host() == null ? null : String.valueOf(stop.host())).value(CalendarForm.uid(programme.uid(), stop.key()));
    table.endRow();
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.6f", degrees);
  }
}
