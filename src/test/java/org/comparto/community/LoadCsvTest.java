package org.comparto.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.problem.InvalidInputException;
import org.junit.jupiter.api.Test;

/** A file of loads is taken as it is or refused with its row. */
class LoadCsvTest {

  private static final EnergyYear YEAR = EnergyYear.of(2026);

  private static LoadCsv.Read read(String text, String unit) throws IOException {
    return LoadCsv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 2026, unit);
  }

  private static String rows(String header, int count, IntFunction<String> row) {
    return header + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\r\n")) + "\r\n";
  }

  @Test
  void hoursAndQuartersInKwhAndKw() throws IOException {
    assertThat(read(rows("", 8760, h -> "1.5"), "kWh").totalKwh()).isCloseTo(13_140, within(1e-6));
    assertThat(read(rows("kWh\n", 35_040, h -> "0,25"), null).hourly()).hasSize(8760).containsOnly(1.0);
    assertThat(read(rows("Data;Potenza (kW)\n", 35_040, q -> YEAR.begin(q / 4).plusMinutes(15L * (q % 4)).toLocalDateTime() + ";\"4,0\""),
        null).hourly()).containsOnly(4.0);
  }

  @Test
  void timesAreHeldAgainstTheClockOfRome() throws IOException {
    String times = rows("begin,kWh\n", 8760, h -> YEAR.begin(h).toLocalDateTime() + ",1");
    assertThat(read(times, null).totalKwh()).isEqualTo(8760);
    assertThat(times).contains("2026-10-25T02:00,1\r\n2026-10-25T02:00,1\r\n2026-10-25T03:00,1").doesNotContain("2026-03-29T02:00");
    String dates = rows("ora;kWh\n", 8760, h -> DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").format(YEAR.begin(h)) + ";1,0");
    assertThat(read(dates, null).totalKwh()).isEqualTo(8760);
    String offsets = rows("", 8760, h -> YEAR.begin(h) + ";1");
    assertThat(read(offsets, "kWh").totalKwh()).isEqualTo(8760);
    // a naive year of 24-hour days falls out of step in March
    LocalDateTime first = LocalDateTime.of(2026, 1, 1, 0, 0);
    refuses(rows("begin,kWh\n", 8760, h -> first.plusHours(h) + ",1"), null, "Row 2092", "2026-03-29T03:00");
  }

  @Test
  void whatIsWrongIsSaidWithItsRow() {
    refuses(rows("", 8760, h -> h == 99 ? "-0.5" : "1"), "kWh", "Row 100", "never negative");
    refuses(rows("kWh\n", 8760, h -> h == 99 ? "-0.5" : "1"), null, "Row 101", "never negative");
    refuses(rows("", 8760, h -> h == 7 ? "n/d" : "1"), "kWh", "Row 8", "not a number");
    refuses(rows("", 8760, h -> h == 7 ? "" : "1"), "kWh", "8759", "8760");
    refuses(rows("", 8761, h -> "1"), "kWh", "8761", "35040");
    refuses(rows("", 8760, h -> "1"), null, "unit", "kW");
    refuses(rows("", 8760, h -> "1"), "MWh", "unit", "kWh, kW");
    refuses(rows("a;kWh\n", 8760, h -> "yesterday;1"), null, "Row 2", "no time");
    refuses("", "kWh", "0 rows", "8760");
  }

  private static void refuses(String text, String unit, String... words) {
    assertThatThrownBy(() -> read(text, unit)).isInstanceOf(InvalidInputException.class).hasMessageContainingAll(words);
  }
}
