package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comparto.gdal.WorkFolder;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.SilentProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every file of fixtures.csv is read or refused as its line says, and leaves nothing behind. */
@IntegrationTest
class FixturesTest {

  private static final Path OWN = Path.of("src", "test", "resources", "intake");
  private static final Path SHARED = Path.of("..", "shared", "data");
  private static final long LOAD = 990_001;

  @Autowired SourceFiles files;
  @Autowired JdbcClient db;
  @TempDir Path folder;

  /** One line of the table; as it reads in the name of a test. */
  record Expected(String file, String layer, String epsg, String outcome, String format, String crs, String rows, String problems) {

    @Override
    public String toString() {
      return file + (layer.isEmpty() ? "" : " / " + layer) + (epsg.isEmpty() ? "" : " as " + epsg) + ": " + outcome;
    }
  }

  @AfterEach
  void nothingStays() throws IOException {
    files.drop(LOAD);
    assertThat(db.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'staging' AND tablename LIKE 'load_99000%'").query(String.class).list()).isEmpty();
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith(WorkFolder.PREFIX + ProcessHandle.current().pid() + "-"))).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void isReadOrRefusedAsExpected(Expected expected) throws IOException {
    Path file = located(expected.file());
    String name = file.getFileName().toString();
    try {
      String layer = expected.layer().isEmpty() ? null : expected.layer();
      Integer epsg = expected.epsg().isEmpty() ? null : Integer.valueOf(expected.epsg());
      Inspection inspection = files.inspect(file, name, Limits.upload());
      assertThat(inspection.format()).isEqualTo(expected.format());
      Staged staged = files.stage(file, name, layer, epsg, RowFilter.ALL, LOAD, Limits.upload(), new SilentProgress());
      assertThat(expected.outcome()).as("it was read").isEqualTo("loads");
      assertThat(staged.rows()).isEqualTo(Long.parseLong(expected.rows()));
      assertThat(staged.sourceCrs() == null ? "" : staged.sourceCrs().epsg() + " " + staged.sourceCrs().how().name().toLowerCase()).isEqualTo(expected.crs());
      assertThat(staged.problems().stream().map(p -> p.code() + "=" + p.count()).collect(Collectors.joining(" "))).isEqualTo(expected.problems());
      assertThat(db.sql("SELECT count(*) FROM " + staged.table() + " WHERE ST_SRID(geom) <> 4326 OR ST_CoordDim(geom) <> 2").query(Long.class).single()).isZero();
    } catch (SourceRefusedException e) {
      assertThat(e.code()).as(e.getMessage()).isEqualTo(expected.outcome());
    }
  }

  @Test
  void everySharedFixtureHasALine() throws IOException {
    if (!Files.isDirectory(SHARED.resolve("fixtures"))) {
      return;
    }
    Set<String> named = lines().map(Expected::file).collect(Collectors.toCollection(HashSet::new));
    try (Stream<Path> all = Files.walk(SHARED.resolve("fixtures"))) {
      assertThat(all.filter(Files::isRegularFile).map(path -> SHARED.relativize(path).toString().replace('\\', '/'))).allMatch(named::contains);
    }
  }

  /** Lines of the shared folder are left out where it is not. */
  static Stream<Expected> lines() throws IOException {
    boolean shared = Files.isDirectory(SHARED);
    List<String> lines = Files.readAllLines(OWN.resolve("fixtures.csv"));
    return lines.stream().filter(line -> !line.startsWith("#") && (shared || line.startsWith("own/"))).map(line -> line.split(";", -1))
        .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
  }

  private Path located(String name) throws IOException {
    if (name.startsWith("own/")) {
      return OWN.resolve("files").resolve(name.substring("own/".length()));
    }
    if (!name.startsWith("zip:")) {
      return SHARED.resolve(name);
    }
    Path base = SHARED.resolve(name.substring("zip:".length()));
    Path zip = folder.resolve(base.getFileName() + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip)); Stream<Path> siblings = Files.list(base.getParent())) {
      for (Path part : siblings.sorted().toList()) {
        if (part.getFileName().toString().matches(Pattern.quote(base.getFileName().toString()) + "\\.(shp|dbf|shx|prj|cpg)")) {
          out.putNextEntry(new ZipEntry(part.getFileName().toString()));
          Files.copy(part, out);
        }
      }
    }
    return zip;
  }
}
