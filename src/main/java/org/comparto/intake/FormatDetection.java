package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a file's format from its first bytes; the name helps only where the bytes leave it open. */
final class FormatDetection {

  private static final int LOOKED_AT = 64 << 10;
  private static final Pattern ROOT = Pattern.compile("<(?![?!])(?:[\\w.-]+:)?([\\w.-]+)");

  private FormatDetection() {}

  /** What the bytes say: a format, an archive to look into, a part of a shapefile, or nothing known. */
  enum Kind { FORMAT, ZIP, SHAPEFILE_PART, UNKNOWN }

  record Detected(Kind kind, Optional<SourceFormat> format, String note) {

    static Detected of(SourceFormat format) {
      return new Detected(Kind.FORMAT, Optional.of(format), "");
    }

    static Detected unknown(String note) {
      return new Detected(Kind.UNKNOWN, Optional.empty(), note);
    }
  }

  static Detected detect(Path file, String name) {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOKED_AT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String extension = extension(name);
    if (start.length == 0) {
      throw new SourceRefusedException("empty", name + " is empty.");
    }
    if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
      return zip(file, extension);
    }
    if (new String(start, 0, Math.min(15, start.length), StandardCharsets.ISO_8859_1).equals("SQLite format 3")) {
      String application = start.length < 72 ? "" : new String(start, 68, 4, StandardCharsets.ISO_8859_1);
      return extension.equals("gpkg") || application.startsWith("GP") ? Detected.of(SourceFormat.GEOPACKAGE)
          : Detected.unknown("It is an SQLite database without the marks of a GeoPackage.");
    }
    if (starts(start, 'f', 'g', 'b', 3)) {
      return Detected.of(SourceFormat.FLATGEOBUF);
    }
    if (start.length > 15 && new String(start, 4, 11, StandardCharsets.ISO_8859_1).equals("\n\tOSMHeader")) {
      return Detected.of(SourceFormat.OSM);
    }
    // file code 9994, big-endian
    if (starts(start, 0, 0, 0x27, 0x0a) || extension.matches("shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj")) {
      return new Detected(Kind.SHAPEFILE_PART, Optional.empty(), "");
    }
    if (starts(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Detected.unknown("It is a file of an old office program. Save it as .xlsx or .csv.");
    }
    if (starts(start, 'A', 'C', '1', '0')) {
      return Detected.unknown("It is a DWG drawing. Save it as DXF.");
    }
    return text(start, extension);
  }

  private static Detected zip(Path file, String extension) {
    boolean sheet = false;
    boolean kml = false;
    for (String name : Archive.names(file)) {
      sheet |= name.equals("xl/workbook.xml");
      kml |= name.toLowerCase(Locale.ROOT).endsWith(".kml");
    }
    if (sheet) {
      return Detected.of(SourceFormat.XLSX);
    }
    return kml && extension.equals("kmz") ? Detected.of(SourceFormat.KMZ) : new Detected(Kind.ZIP, Optional.empty(), "");
  }

  private static Detected text(byte[] bytes, String extension) {
    boolean wide = starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF);
    String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      text = text.substring(3);
    }
    String start = text.replace("\u001E", "").stripLeading();
    if (start.startsWith("<")) {
      return xml(start);
    }
    boolean json = extension.matches("geojson|json|geojsonl|geojsons|ndjson|jsonl|ndgeojson");
    if (start.startsWith("{")) {
      boolean lines = text.startsWith("\u001E") || extension.matches("geojsonl|geojsons|ndjson|jsonl|ndgeojson")
          || start.lines().limit(2).filter(line -> line.startsWith("{") && line.stripTrailing().endsWith("}")).count() == 2;
      return Detected.of(lines ? SourceFormat.GEOJSON_LINES : SourceFormat.GEOJSON);
    }
    if (json) {
      return Detected.of(SourceFormat.GEOJSON);
    }
    if (start.matches("(?s)\\s*0\\s*\\r?\\n\\s*SECTION\\b.*|\\s*999\\s*\\r?\\n.*") || start.startsWith("AutoCAD Binary DXF") || extension.equals("dxf")) {
      return Detected.of(SourceFormat.DXF);
    }
    if (extension.matches("csv|tsv|txt|tab") && (wide || text.indexOf('\0') < 0)) {
      return Detected.of(SourceFormat.CSV);
    }
    return Detected.unknown("");
  }

  private static Detected xml(String start) {
    Matcher root = ROOT.matcher(start.replaceAll("(?s)<!--.*?-->", ""));
    String name = root.find() ? root.group(1) : "";
    if (name.equals("kml")) {
      return Detected.of(SourceFormat.KML);
    }
    if (name.equals("gpx")) {
      return Detected.of(SourceFormat.GPX);
    }
    if (name.equals("osm")) {
      return Detected.of(SourceFormat.OSM);
    }
    if (start.contains("opengis.net/gml")) {
      return Detected.of(SourceFormat.GML);
    }
    return Detected.unknown("It is XML with the root element " + name + ".");
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean starts(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[i] != (byte) expected[i]) {
        return false;
      }
    }
    return true;
  }
}
