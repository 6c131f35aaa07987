package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data are named after who made them. */
class OriginTest {

  @TempDir Path folder;

  @Test
  void aFileThatSaysNothingOfItsMakersIsOpenStreetMaps() throws IOException {
    assertThat(origin("<?xml version='1.0'?><osm version=\"0.6\"><node id=\"1\"/></osm>").attribution()).isEqualTo("© OpenStreetMap contributors");
    assertThat(origin("<osm version=\"0.6\" attribution=\"http://www.openstreetmap.org/copyright\" license=\"http://opendatacommons.org/licenses/odbl/1-0/\">").licence())
        .startsWith("ODbL 1.0");
    assertThat(origin("\u0000\u0000\u0000\rOSMHeader")).isEqualTo(origin(""));
  }

  @Test
  void aFileThatNamesItsMakersIsTheirs() throws IOException {
    Origin origin = origin("<osm version=\"0.6\" attribution=\"Provincia &amp; Comune\" license=\"CC BY 4.0\">");
    assertThat(origin).isEqualTo(new Origin("Provincia & Comune", "CC BY 4.0", false));
  }

  @Test
  void aZippedFileIsReadToo_AndADamagedOneIsLeftToItsImport() throws IOException {
    Path zipped = folder.resolve("zipped");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("<osm version=\"0.6\" attribution=\"Demonstration of somebody\">".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Origin.of(zipped)).isEqualTo(new Origin("Demonstration of somebody", "not known", true));
    Path damaged = folder.resolve("damaged");
    Files.write(damaged, new byte[] {0x1f, (byte) 0x8b, 8});
    assertThat(Origin.of(damaged).demonstration()).isFalse();
  }

  private Origin origin(String text) throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, text);
    return Origin.of(file);
  }
}
