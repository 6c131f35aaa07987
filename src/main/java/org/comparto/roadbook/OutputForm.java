package org.comparto.roadbook;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.comparto.problem.NotFoundException;

/** The forms in which a tour leaves. */
enum OutputForm {
  ROADBOOK("roadbook.pdf", "application/pdf"),
  GPX("tour.gpx", "application/gpx+xml"),
  CALENDAR("tour.ics", "text/calendar;charset=utf-8"),
  KML("tour.kml", "application/vnd.google-earth.kml+xml"),
  CSV("tour.csv", "text/csv;charset=utf-8"),
  GEOJSON("tour.geojson", "application/geo+json");

  private final String file;
  private final String mediaType;

  OutputForm(String file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
  }

  /** As it stands in addresses. */
  String file() {
    return file;
  }

  String mediaType() {
    return mediaType;
  }

  static OutputForm of(String file) {
    return Arrays.stream(values()).filter(form -> form.file.equals(file)).findFirst().orElseThrow(() -> new NotFoundException("form",
        "There is no " + file + "; there are " + Arrays.stream(values()).map(OutputForm::file).collect(Collectors.joining(", "))));
  }
}
