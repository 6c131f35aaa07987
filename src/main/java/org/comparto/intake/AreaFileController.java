package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.crs.Crs;
import org.comparto.database.ReadingPlaces;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The area that a file holds, for whoever wants to ask about it; for those who may propose, since reading foreign files costs. */
@RestController
class AreaFileController {

  private static final Pattern NUMBER = Pattern.compile("(?i)(?:EPSG:)?(\\d{4,6})");
  private static final int DECIMALS = 9;

  /**
   * What was read.
   *
   * @param geometry GeoJSON polygons in CRS84, all areas of the file united
   * @param leftOut features that are no areas
   * @param crs of the file's coordinates
   */
  record Answer(JsonNode geometry, int areas, int leftOut, String format, String crs, List<String> warnings) {}

  private final AreaFiles files;
  private final ReadingPlaces places;

  AreaFileController(AreaFiles files, ReadingPlaces places) {
    this.files = files;
    this.places = places;
  }

  /** @param crs what the coordinates are, where the file does not say; an EPSG number */
  @PostMapping(path = "/api/area-files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Answer> read(@RequestParam String name, @RequestParam(required = false) @Nullable String crs, InputStream body) throws IOException {
    String file = LoadController.fileName(name);
    Integer epsg = epsg(crs);
    AreaFiles.Read read;
    try (ReadingPlaces.Place place = places.takeForAll()) {
      read = files.read(body, file, epsg);
    }
    GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
    writer.setEncodeCRS(false);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(JsonMapper.shared().readTree(writer.write(read.area())), read.areas(), read.leftOut(),
        read.format(), "EPSG:" + read.epsg(), read.warnings()));
  }

  private static @Nullable Integer epsg(@Nullable String crs) {
    if (crs == null || crs.isBlank()) {
      return null;
    }
    Matcher number = NUMBER.matcher(crs.strip());
    return number.matches() ? Integer.valueOf(number.group(1)) : Crs.findNamed(crs).map(Crs::srid)
        .orElseThrow(() -> new InvalidInputException("crs", "crs must be an EPSG number like 32632"));
  }
}
