package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours are read as OpenStreetMap means them, and what is not read is said. */
class ActiveHoursTest {

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
      """)
  void holdsAtTheTimesThatTheTextNames(String text, LocalDateTime time, boolean holds) {
    assertThat(ActiveHours.read(text).orElseThrow().holdAt(time)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in the morning", "PH off", "Mo[1] 08:00-10:00", "sunrise-sunset", "2026 Mo 08:00-10:00", "week 10-20", "Mo 25:99", "08:00+",
      "Mo-Fr 07:00-09:00 unknown"})
  void saysWhatItCanNotRead(String text) {
    assertThat(ActiveHours.read(text)).isEmpty();
  }
}
