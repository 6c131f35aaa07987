package org.comparto.network;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/roads}: which roads there are, for whom, and new ones. */
@RestController
class RoadGraphController {

  /** A kind of traveller, with the figures that hold where a question says nothing else. */
  record Traveller(String id, Localized title, Map<String, ProfileModel.Size> vehicle) {}

  /**
   * The roads in use.
   *
   * @param status {@code ready}, or {@code none}: then there are profiles only
   * @param bounds west, south, east, north
   * @param snapMetres how far from a road a point may be
   */
  record Status(String status, RoadGraph.@Nullable About graph, @Nullable String licence, @Nullable String fileName, @Nullable Instant importedAt,
      double @Nullable [] bounds, @Nullable Integer junctions, @Nullable Integer roads, @Nullable Double snapMetres, List<Traveller> profiles) {}

  /** The job that imports. */
  record Started(long job) {}

  private final Roads roads;
  private final RoadLoads loads;

  RoadGraphController(Roads roads, RoadLoads loads) {
    this.roads = roads;
    this.loads = loads;
  }

  @GetMapping("/api/roads")
  Status status() {
    List<Traveller> profiles = Arrays.stream(Profile.values())
        .map(profile -> new Traveller(profile.id(), ProfileModel.of(profile).title(), ProfileModel.of(profile).sizes())).toList();
    return roads.current().map(graph -> {
      RoadGraphRow row = graph.row();
      return new Status("ready", graph.about(), row.licence(), row.fileName(), row.importedAt(),
          new double[] {row.west(), row.south(), row.east(), row.north()}, row.junctions(), row.roads(), graph.snapMetres(), profiles);
    }).orElseGet(() -> new Status("none", null, null, null, null, null, null, null, null, profiles));
  }

  @PostMapping(path = "/api/roads/graphs", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started receive(@AuthenticationPrincipal CurrentAccount caller, @RequestParam String name, InputStream body) throws IOException {
    String fileName = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1).strip();
    if (fileName.isEmpty() || fileName.length() > 255 || fileName.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException("name", "name must be the file's name, of at most 255 characters");
    }
    return new Started(loads.receive(body, fileName, caller.username()));
  }
}
