package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CopyTextTest {

  @Test
  void marksTheUnknownAndEscapesWhatCopyWouldMisread() {
    assertThat(text(null)).isEqualTo("\\N");
    assertThat(text("a\tb\nc\\d")).isEqualTo("a\\tb\\nc\\\\d");
    assertThat(text(12.0)).isEqualTo("12");
    assertThat(text(0.65)).isEqualTo("0.65");
  }

  @Test
  void quotesTheWordsOfAList() {
    assertThat(text(List.of("15", "a, b", "say \"no\""))).isEqualTo("{\"15\",\"a, b\",\"say \\\\\"no\\\\\"\"}");
  }

  @Test
  void writesGeometryWithItsReferenceSystem() {
    // little endian, point with SRID flag, 0x10E6 = 4326
    assertThat(text(LocalFrame.DEGREES.createPoint(new Coordinate(10, 45)))).startsWith("0101000020E6100000");
  }

  private static String text(Object value) {
    StringBuilder line = new StringBuilder();
    new CopyText().append(line, value);
    return line.toString();
  }
}
