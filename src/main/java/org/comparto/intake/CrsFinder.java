package org.comparto.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.gdal.Gdal;

/** Finds the code of a coordinate reference system that a source describes without naming it. */
final class CrsFinder {

  private static final int SURE = 90;

  private final Gdal gdal;
  private final Path folder;

  CrsFinder(Gdal gdal, Path folder) {
    this.gdal = gdal;
    this.folder = folder;
  }

  /**
   * @param namesItsCode whether a code in the description stands in the source; otherwise the library has matched it
   */
  SourceCrs find(OgrInfo.Described layer, boolean namesItsCode) {
    String name = layer.crsName();
    if (layer.wkt() == null || layer.wkt().startsWith("ENGCRS") || layer.wkt().startsWith("LOCAL_CS")
        || (name != null && name.startsWith("Undefined "))) {
      return SourceCrs.missing(null, "the source names no coordinate reference system");
    }
    Integer epsg = layer.epsg();
    if (epsg != null && namesItsCode) {
      return new SourceCrs(epsg, SourceCrs.How.STATED, name, "the source names it");
    }
    return match(layer.wkt(), name);
  }

  private SourceCrs match(String wkt, String name) {
    Map<Integer, Integer> confidences = matches(wkt);
    Set<Integer> sure = confidences.entrySet().stream().filter(match -> match.getValue() >= SURE).map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> systems = sure.stream().map(SupportedCrs::ignoringAxisOrder).collect(Collectors.toSet());
    if (systems.size() == 1) {
      int epsg = sure.iterator().next();
      return new SourceCrs(epsg, SourceCrs.How.MATCHED, name, "described as " + name + ", which is EPSG:" + epsg
          + " and no other system" + (sure.size() > 1 ? " but for the order of its axes" : ""));
    }
    if (systems.size() > 1) {
      return SourceCrs.missing(name, "crs-ambiguous: " + name + " fits " + codes(sure));
    }
    return SourceCrs.missing(name, name + " is no known system"
        + (confidences.isEmpty() ? "" : "; it resembles " + codes(confidences.keySet())));
  }

  private static String codes(Set<Integer> codes) {
    return codes.stream().map(code -> "EPSG:" + code).collect(Collectors.joining(", "));
  }

  /** Codes with GDAL's confidence in percent; it says none where the match is exact. */
  private Map<Integer, Integer> matches(String wkt) {
    Path file = folder.resolve("crs.wkt");
    try {
      Files.writeString(file, wkt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Gdal.Outcome outcome = gdal.crs("-e", "-o", "epsg", file.toString());
    Map<Integer, Integer> found = new LinkedHashMap<>();
    int confidence = 100;
    for (String line : outcome.output().split("\n")) {
      if (line.startsWith("Confidence in this match:")) {
        confidence = Integer.parseInt(line.replaceAll("\\D", ""));
      } else if (line.matches("EPSG:\\d+")) {
        int code = Integer.parseInt(line.substring(5));
        if (code > 0) {
          found.merge(code, confidence, Math::max);
        }
        confidence = 100;
      }
    }
    return found;
  }
}
