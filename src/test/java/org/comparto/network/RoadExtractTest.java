package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.comparto.job.JobCancelledException;
import org.comparto.job.JobFailedException;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.comparto.testing.RoadFixture;
import org.comparto.testing.SilentProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: real extracts where there are some beside the project, damaged ones, other packings, and somebody who changes their mind. */
class RoadExtractTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"monaco-20210419.osm.pbf", "liechtenstein-20240304.osm.pbf"})
  void realExtractsImportAndTheirRoutesKeepToTheLimitsOnTheirSigns(String name) {
    RoadFixture.extract(name).ifPresent(file -> {
      RoadGraph graph = TestGraph.of(file);
      Travel truck = graph.travel(Profile.TRUCK, Vehicle.DEFAULT, Conditions.NONE);
      Vehicle vehicle = RoadGraph.vehicle(Profile.TRUCK, Vehicle.DEFAULT);
      var box = graph.store().graph.getBounds();
      Random random = new Random(1);
      int found = 0;
      for (int i = 0; i < 300; i++) {
        Snapped from = graph.snap(random.nextDouble(box.minLon, box.maxLon), random.nextDouble(box.minLat, box.maxLat), truck);
        Snapped to = graph.snap(random.nextDouble(box.minLon, box.maxLon), random.nextDouble(box.minLat, box.maxLat), truck);
        Way way = from == null || to == null ? null : Way.find(truck, graph.landmarks(Profile.TRUCK), from.place(), to.place());
        if (way != null) {
          found++;
          for (int arc : way.arcs()) {
            assertThat(graph.limits(arc >> 1).admit(vehicle)).as("way %d", graph.osmWay(arc >> 1)).isTrue();
          }
        }
      }
      assertThat(found).isGreaterThan(20);
      assertThat(graph.store().limited()).isNotEmpty();
      assertThat(graph.osmWay(0)).isPositive();
    });
  }

  /** The same file, the same model, another search: GraphHopper's own, from where both put the points. */
  @Test
  void carsNeedTheTimeThatGraphHopperSays() {
    RoadFixture.extract("monaco-20210419.osm.pbf").ifPresent(file -> {
      RoadGraph graph = TestGraph.of(file);
      Travel car = graph.unlimited(Profile.CAR);
      GraphHopper hopper = new GraphHopper();
      hopper.init(new GraphHopperConfig().putObject("datareader.file", file.toString()).putObject("graph.location", temporary.resolve("plain").toString())
          .putObject("graph.encoded_values", RoadTags.ALL).putObject("import.osm.ignored_highways", "").setProfiles(List.of(
              new com.graphhopper.config.Profile("car").setCustomModel(ProfileModel.of(Profile.CAR).model())
                  .setTurnCostsConfig(new com.graphhopper.util.TurnCostsConfig(ProfileModel.of(Profile.CAR).turns())))));
      hopper.setImportRegistry(new RoadTags());
      hopper.importOrLoad();
      var box = graph.store().graph.getBounds();
      Random random = new Random(2);
      int compared = 0;
      for (int i = 0; i < 200; i++) {
        Snapped from = graph.snap(random.nextDouble(box.minLon, box.maxLon), random.nextDouble(box.minLat, box.maxLat), car);
        Snapped to = graph.snap(random.nextDouble(box.minLon, box.maxLon), random.nextDouble(box.minLat, box.maxLat), car);
        if (from == null || to == null) {
          continue;
        }
        GHResponse theirs = hopper.route(new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile("car"));
        Way ours = Way.find(car, null, from.place(), to.place());
        if (!theirs.hasErrors() && ours != null && ours.metres() > 300) {
          compared++;
          assertThat((double) ours.millis()).isBetween(theirs.getBest().getTime() * 0.99, theirs.getBest().getTime() * 1.01);
        }
      }
      assertThat(compared).isGreaterThan(50);
      hopper.close();
    });
  }

  @Test
  void aPackedFileIsTheSame() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(Files.readAllBytes(RoadFixture.file()));
    }
    Path packed = Files.write(temporary.resolve("fixture.osm.gz"), bytes.toByteArray());
    SilentProgress progress = new SilentProgress();
    RoadImport.run(packed, temporary.resolve("graph"), false, progress);
    assertThat(RoadStore.open(temporary.resolve("graph"), false).graph.getEdges()).isEqualTo(TestGraph.fixture().roads());
    assertThat(progress.steps).containsExactly("roads-read", "roads-build", "roads-islands", "roads-index");
  }

  @Test
  void aGraphMayAlsoBeMappedInsteadOfRead() throws Exception {
    RoadImport.run(RoadFixture.file(), temporary.resolve("graph"), true, new SilentProgress());
    RoadStore mapped = RoadStore.open(temporary.resolve("graph"), true);
    assertThat(mapped.weights(Profile.TRUCK).millis()).isEqualTo(TestGraph.fixture().store().weights(Profile.TRUCK).millis());
  }

  @Test
  void damagedFilesAreToldApartFromFilesOfAnotherKind() throws Exception {
    byte[] whole = Files.readAllBytes(RoadFixture.file());
    refused("half.osm", java.util.Arrays.copyOf(whole, whole.length / 2), "can not be read");
    refused("half.osm.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, "gzip");
    refused("page.osm", "<html/>".getBytes(StandardCharsets.UTF_8), "neither as .osm.pbf nor as .osm");
    RoadFixture.extract("monaco-20210419.osm.pbf").ifPresent(file -> {
      try {
        byte[] pbf = Files.readAllBytes(file);
        refused("half.osm.pbf", java.util.Arrays.copyOf(pbf, pbf.length / 2), "can not be read");
        for (int i = 200_000; i < 200_100; i++) {
          pbf[i] ^= 0x5a;
        }
        refused("bent.osm.pbf", pbf, "can not be read");
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private void refused(String name, byte[] content, String why) throws java.io.IOException {
    Path file = Files.write(temporary.resolve(name), content);
    assertThatThrownBy(() -> RoadImport.run(file, temporary.resolve(name + "-graph"), false, new SilentProgress()))
        .isInstanceOf(JobFailedException.class).hasMessageContaining(why).hasMessageContaining("roads in use are unchanged");
  }

  @Test
  void anImportThatIsCancelledEndsAtTheNextWay() {
    assertThatThrownBy(() -> RoadImport.run(RoadFixture.file(), temporary.resolve("graph"), false, new CancelledAfter(5)))
        .isInstanceOf(JobCancelledException.class);
  }

  /** Somebody cancels after some ways. */
  private static final class CancelledAfter extends SilentProgress {

    private long left;

    CancelledAfter(long ways) {
      this.left = ways;
    }

    @Override
    public void done(long rows) {
      left--;
    }

    @Override
    public void checkCancelled() {
      if (left <= 0) {
        throw new JobCancelledException();
      }
    }
  }
}
