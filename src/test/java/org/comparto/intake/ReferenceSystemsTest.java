package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.SilentProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coordinates arrive where they are on the ground, within what is said of their accuracy. */
@IntegrationTest
class ReferenceSystemsTest {

  private static final long LOAD = 990_002;

  @Autowired SourceFiles files;
  @Autowired JdbcClient db;
  @TempDir Path folder;

  @AfterEach
  void nothingStays() {
    files.drop(LOAD);
  }

  @ParameterizedTest
  @CsvSource({"3003, 1580238.669, 4997916.986, 4", "7791, 580209.593, 4997897.934, 1", "6707, 580209.593, 4997897.934, 1",
      "25832, 580209.593, 4997897.934, 1", "32632, 580209.593, 4997897.934, 0", "3857, 1115421.299, 5642010.596, 0",
      "4326, 10.02, 45.13, 0", "6706, 10.02, 45.13, 1"})
  void theKnownPointComesOutWithinACentimetre(int epsg, double east, double north, double accuracy) throws IOException {
    Staged staged = stage("nome,x,y\nuno," + east + "," + north + "\n", epsg);
    assertThat(metresFrom(10.02, 45.13)).isLessThan(0.01);
    assertThat(staged.accuracyM()).isEqualTo(accuracy);
  }

  /** Whatever PostGIS makes of a point, this reads back: axes and parameters are right for every system. */
  @ParameterizedTest
  @ValueSource(ints = {3857, 32632, 32633, 6706, 6707, 6708, 7791, 7792, 7793, 7794, 7795, 25832, 25833, 3035, 23032, 23033, 3003, 3004})
  void everySystemAgreesWithPostgis(int epsg) throws IOException {
    double[] place = db.sql("SELECT ST_X(p) AS x, ST_Y(p) AS y FROM ST_Transform(ST_SetSRID(ST_MakePoint(12.1, 44.4), 4326), :epsg) AS p")
        .param("epsg", epsg).query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)}).single();
    Staged staged = stage("nome,x,y\nuno," + place[0] + "," + place[1] + "\n", epsg);
    assertThat(metresFrom(12.1, 44.4)).isLessThan(Math.max(0.01, staged.accuracyM() >= 4 ? staged.accuracyM() : 0));
  }

  @Test
  void monteMarioWithoutTheGridSaysSo() throws IOException {
    Staged staged = stage("nome,x,y\nuno,1580238.669,4997916.986\n", 3003);
    assertThat(staged.warnings()).anyMatch(warning -> warning.startsWith("monte-mario-without-grid"));
    assertThat(staged.transform()).contains("EPSG:1660").contains("+proj=pipeline");
  }

  @ParameterizedTest
  @CsvSource({"3003, 1500000, 4430000, 1662", "3004, 2420000, 4160000, 1664", "3004, 2560000, 4500000, 1660", "3004, 2577500, 4218000, 1660"})
  void islandsHaveParametersOfTheirOwn(int epsg, double east, double north, String operation) {
    assertThat(Transformation.of(SupportedCrs.find(epsg).orElseThrow(), new double[] {east, north, east, north}).name()).contains("EPSG:" + operation);
  }

  @Test
  void coordinatesThatNothingNamesAreAskedFor() {
    assertThatThrownBy(() -> stage("nome,x,y\nuno,10.02,45.13\n", null)).isInstanceOfSatisfying(SourceRefusedException.class,
        e -> assertThat(e.code()).isEqualTo("crs-missing"));
    assertThatThrownBy(() -> stage("nome,lon,lat\nuno,580209,4997897\n", null)).isInstanceOfSatisfying(SourceRefusedException.class,
        e -> assertThat(e.code()).isEqualTo("crs-missing"));
  }

  @Test
  void aSystemThatIsNotReadIsNamed() {
    assertThatThrownBy(() -> stage("nome,x,y\nuno,1,2\n", 27700)).isInstanceOfSatisfying(SourceRefusedException.class,
        e -> assertThat(e.code()).isEqualTo("crs-unsupported"));
  }

  private Staged stage(String csv, Integer epsg) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), csv);
    return files.stage(file, "a.csv", null, epsg, RowFilter.ALL, LOAD, Limits.upload(), new SilentProgress());
  }

  private double metresFrom(double lon, double lat) {
    return db.sql("SELECT ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography) FROM " + Staging.table(LOAD))
        .param("lon", lon).param("lat", lat).query(Double.class).single();
  }
}
