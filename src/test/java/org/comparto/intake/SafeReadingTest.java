package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comparto.gdal.WorkFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want more than to be read. */
class SafeReadingTest {

  private static final String POINT = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[10,45]}}";

  @TempDir Path folder;

  @AfterEach
  void nothingStays() throws IOException {
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith(WorkFolder.PREFIX + ProcessHandle.current().pid() + "-"))).isEmpty();
    }
  }

  @Test
  void aZipBombIsRefusedByItsRatio() throws IOException {
    assertRefused("zip-bomb", zip("bomb.zip", "a.geojson", new byte[64 << 20]), Limits.upload());
  }

  @Test
  void manySmallFilesMayNotUnpackToMoreThanTheLimit() throws IOException {
    Path file = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 20; i++) {
        out.putNextEntry(new ZipEntry(i + ".geojson"));
        out.write(new byte[1 << 20]);
      }
    }
    assertRefused("zip-bomb", file, new Limits(50 << 20, 10 << 20, 100, 100, Duration.ofSeconds(20)));
  }

  @Test
  void aWorkbookThatIsABombIsRefusedBeforeGdalSeesIt() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(new byte[64 << 20]);
    }
    assertRefused("zip-bomb", file, Limits.upload());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.geojson", "/etc/outside.geojson", "a/../../outside.geojson", "..\\outside.geojson", "C:\\outside.geojson"})
  void pathsOutOfTheArchiveAreRefused(String path) throws IOException {
    assertRefused("unsafe-path", zip("paths.zip", path, POINT.getBytes(StandardCharsets.UTF_8)), Limits.upload());
  }

  @Test
  void aLinkInAnArchiveIsOnlyAFileWithItsText() throws IOException {
    // unix mode of a symbolic link in the directory's external attributes, as zip -y writes it
    byte[] zip = Files.readAllBytes(zip("link.zip", "a.geojson", "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < zip.length - 4; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 5] = 3;
        zip[i + 40] = 0;
        zip[i + 41] = (byte) 0xA1;
      }
    }
    Path file = folder.resolve("link.zip");
    Files.write(file, zip);
    assertRefused("not-readable", file, Limits.upload());
  }

  @Test
  void anArchiveInAnArchiveIsRefused() throws IOException {
    byte[] inner = Files.readAllBytes(zip("inner.zip", "a.geojson", POINT.getBytes(StandardCharsets.UTF_8)));
    assertRefused("not-readable", zip("outer.zip", "inner.zip", inner), Limits.upload());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Document><name>&x;</name></Document></kml>",
      "<!doctype gpx SYSTEM \"http://127.0.0.1/x.dtd\"><gpx/>",
      "<kml><Document/></kml><!ENTITY a \"b\">"})
  void documentTypesAndEntitiesAreRefused(String xml) throws IOException {
    assertRefused("xml-entity", file("a.kml", xml), Limits.upload());
    Path wide = folder.resolve("wide.kml");
    Files.write(wide, ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE));
    assertRefused("xml-entity", wide, Limits.upload());
  }

  @Test
  void entitiesInsideAKmzAreRefused() throws IOException {
    assertRefused("xml-entity", zip("a.kmz", "doc.kml", "<!DOCTYPE kml [<!ENTITY a \"b\">]><kml/>".getBytes(StandardCharsets.UTF_8)), Limits.upload());
  }

  @Test
  void sizeFeaturesAndVerticesAreLimited() throws IOException {
    Path file = file("three.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", List.of(POINT, POINT, POINT)) + "]}");
    assertRefused("too-large", file, new Limits(10, 1 << 20, 100, 100, Duration.ofSeconds(20)));
    assertRefused("too-many-features", file, new Limits(1 << 20, 1 << 20, 2, 100, Duration.ofSeconds(20)));
    assertRefused("too-many-vertices", file, new Limits(1 << 20, 1 << 20, 100, 2, Duration.ofSeconds(20)));
    assertRefused("timeout", file, new Limits(1 << 20, 1 << 20, 100, 100, Duration.ZERO));
    assertThat(read(file, Limits.unlimited()).layers().get(0).features()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
      "{\"type\":\"Topology\",\"objects\":{}}", "<html/>", "%PDF-1.4"})
  void whatIsNoneOfTheFormatsIsRefused(String content) throws IOException {
    assertRefused("unknown-format", file("file.bin", content), Limits.upload());
  }

  @Test
  void aFileOfOneFormatIsNotReadByTheDriverOfAnother() throws IOException {
    // a virtual file named as a drawing: only the DXF driver may look at it
    assertThatThrownBy(() -> read(file("a.dxf", "  0\nSECTION\n<OGRVRTDataSource/>"), Limits.upload())).isInstanceOf(SourceRefusedException.class);
  }

  @Test
  void anEmptyFileSaysSo() throws IOException {
    assertRefused("empty", file("a.geojson", ""), Limits.upload());
    assertRefused("empty", file("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}"), Limits.upload());
    assertRefused("empty", file("a.csv", "lon,lat\n"), Limits.upload());
  }

  @Test
  void theMessageOfALooseShapefileSaysWhatToDo() throws IOException {
    assertThatThrownBy(() -> read(file("strade.shp", "x"), Limits.upload())).isInstanceOf(SourceRefusedException.class)
        .hasMessageContaining(".dbf, .shx and .prj").hasMessageContaining("zip");
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    Path gone = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), WorkFolder.PREFIX + "2147480000-x"));
    Files.writeString(gone.resolve("source"), "x");
    try (WorkFolder inUse = WorkFolder.create()) {
      WorkFolder.removeLeftovers();
      assertThat(gone).doesNotExist();
      assertThat(inUse.path()).exists();
    }
  }

  private static Inspection read(Path file, Limits limits) {
    try (WorkFolder work = WorkFolder.create()) {
      return new SourceReader(work, limits).read(file, file.getFileName().toString()).inspection();
    }
  }

  private static void assertRefused(String code, Path file, Limits limits) {
    assertThatThrownBy(() -> read(file, limits)).isInstanceOfSatisfying(SourceRefusedException.class,
        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path zip(String name, String entry, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return file;
  }
}
