package org.comparto.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours are read as OpenStreetMap means them, and what is not read is said. */
class OpeningHoursTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      24/7                                  | 2026-11-22T03:00 | true
      Mo-Fr 07:00-09:00,17:00-19:00         | 2026-11-23T08:59 | true
      Mo-Fr 07:00-09:00,17:00-19:00         | 2026-11-23T09:00 | false
      Mo-Fr 07:00-09:00,17:00-19:00         | 2026-11-22T08:00 | false
      Jun-Sep Sa-Su 08:00-20:00             | 2026-07-04T12:00 | true
      Jun-Sep Sa-Su 08:00-20:00             | 2026-07-06T12:00 | false
      Jun-Sep Sa-Su 08:00-20:00             | 2026-11-22T12:00 | false
      Nov 15-Feb 28 22:00-06:00             | 2027-01-10T23:30 | true
      Nov 15-Feb 28 22:00-06:00             | 2027-03-01T05:59 | true
      Nov 15-Feb 28 22:00-06:00             | 2027-03-01T23:00 | false
      Sa-Mo                                 | 2026-11-23T00:00 | true
      Sa-Mo                                 | 2026-11-24T00:00 | false
      Mo-Su 06:00-22:00; Su off             | 2026-11-22T12:00 | false
      Mo-Su 06:00-22:00; Su off             | 2026-11-21T12:00 | true
      06:00-22:00; We 10:00-12:00           | 2026-11-25T08:00 | false
      06:00-22:00; We 10:00-12:00           | 2026-11-25T11:00 | true
      Mo-Fr 09:00-12:00; PH off             | 2026-12-08T10:00 | false
      Mo-Fr 09:00-12:00; PH off             | 2027-03-29T10:00 | false
      Mo-Fr 09:00-12:00; PH off             | 2026-12-09T10:00 | true
      Sa,PH 10:00-12:00                     | 2026-12-08T10:00 | true
      2026 Mo 08:00-10:00                   | 2026-11-23T09:00 | true
      2026 Mo 08:00-10:00                   | 2027-11-22T09:00 | false
      We[1] 08:00-10:00                     | 2026-12-02T09:00 | true
      We[1] 08:00-10:00                     | 2026-12-09T09:00 | false
      We[-1] 08:00-10:00                    | 2026-11-25T09:00 | true
      We[2-3] 08:00-10:00                   | 2026-11-18T09:00 | true
      week 10-20 Mo 08:00-10:00             | 2026-03-02T09:00 | true
      week 10-20 Mo 08:00-10:00             | 2026-02-23T09:00 | false
      """)
  void holdsAtTheTimesThatTheTextNames(String text, LocalDateTime time, boolean holds) {
    assertThat(OpeningHours.read(text).orElseThrow().holdAt(time)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in the morning", "SH off", "PH +1 day off", "sunrise-sunset", "easter off", "Mo 25:99", "08:00+", "Jun 31 off",
      "Mo-Fr 07:00-09:00 unknown", "Mo-Fr 09:00-12:00 || \"on call\""})
  void saysWhatItCanNotRead(String text) {
    assertThat(OpeningHours.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Mo-Fr 09:00-12:00,14:00-17:00; Fr 09:00-12:00                  | 2026-11-27 | 09:00-12:00
      Mo-Fr 09:00-12:00,14:00-17:00                                  | 2026-11-27 | 09:00-12:00 14:00-17:00
      Mo-Fr 09:00-12:00, Fr 14:00-16:00                              | 2026-11-27 | 09:00-12:00 14:00-16:00
      Mo-Fr 09:00-17:00; Fr 12:00-13:00 off                          | 2026-11-27 | 09:00-12:00 13:00-17:00
      Mo-Fr 09:00-12:00, Fr 11:00-13:00                              | 2026-11-27 | 09:00-13:00
      Mo-Fr 09:00-17:00; 2026 Nov 27 off                             | 2026-11-27 | closed
      Mo-Fr 09:00-17:00; 2026 Nov 27 off                             | 2026-11-30 | 09:00-17:00
      Mo-Su 09:00-17:00; 2026 Dec 24-2027 Jan 06 off                 | 2027-01-06 | closed
      Mo-Su 09:00-17:00; 2026 Dec 24-2027 Jan 06 off                 | 2027-01-07 | 09:00-17:00
      Mo-Fr 09:00-17:00; 2026 Nov 28 10:00-12:00                     | 2026-11-28 | 10:00-12:00
      Mar-Oct                                                        | 2026-11-27 | closed
      Mar-Oct                                                        | 2026-10-27 | 00:00-24:00
      Fr 22:00-02:00                                                 | 2026-11-27 | 22:00-26:00
      """)
  void saysTheWindowsOfADay(String text, LocalDate day, String windows) {
    List<Window> open = OpeningHours.read(text).orElseThrow().on(day);
    assertThat(open.isEmpty() ? "closed" : open.stream().map(window -> window.from() + "-" + window.to()).collect(Collectors.joining(" "))).isEqualTo(windows);
  }

  /** Dates of Easter as the calendar of the Church has them. */
  @ParameterizedTest
  @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2030, 2030-04-21", "2038, 2038-04-25", "2285, 2285-03-22"})
  void knowsWhenEasterIs(int year, LocalDate day) {
    assertThat(Holidays.easter(year)).isEqualTo(day);
  }
}
