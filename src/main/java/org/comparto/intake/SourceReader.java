package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.gdal.Gdal;
import org.comparto.gdal.WorkFolder;
import org.jspecify.annotations.Nullable;

/** Makes a file ready in a work folder and lists the layers in it; what is unsafe or unknown is refused here. */
final class SourceReader {

  private static final Pattern PART = Pattern.compile(".*\\.(shx|prj|cpg|sbn|sbx|qix|qpj|fbn|fbx|ain|aih|atx|ixs|mxs|cst|qml|qmd|sld|xml)");
  private static final Pattern BYSTANDER = Pattern.compile(".*\\.(txt|pdf|md|html?|docx?|odt|jpe?g|png|tiff?|tfw|lyr|lyrx|qgs|qgz|mxd|csvt|gfs|xsd)");
  private static final String PARTS_CURE = "Put its .shp, .dbf, .shx and .prj (and .cpg) into one zip and send that.";

  private final WorkFolder work;
  private final Limits limits;
  private final Gdal gdal;
  private final CrsFinder crsFinder;
  private final List<String> warnings = new ArrayList<>();
  private final Set<SourceFormat> formats = EnumSet.noneOf(SourceFormat.class);

  SourceReader(WorkFolder work, Limits limits) {
    this.work = work;
    this.limits = limits;
    gdal = new Gdal(work.path(), limits.timeout(), limits.unpackedBytes(), SourceRefusedException::tooLong);
    crsFinder = new CrsFinder(gdal, work.path());
  }

  /** What a file holds; its layers are valid as long as the work folder. */
  record Content(SourceFormat format, List<SourceTable> tables, List<String> warnings) {

    Inspection inspection() {
      return new Inspection(format.title, tables.stream().map(SourceTable::layer).toList(), warnings);
    }
  }

  Content read(Path upload, String originalName) {
    String name = lastPart(originalName);
    try {
      if (Files.size(upload) > limits.bytes()) {
        throw new SourceRefusedException("too-large", name + " has " + Files.size(upload) / 1_000_000 + " MB; " + (limits.bytes() >> 20)
            + " MB may be sent. Cut it, or let the operator load it from the command line.");
      }
      List<SourceTable> tables = readFile(upload, name);
      return content(name, tables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content content(String name, List<SourceTable> tables) {
    if (tables.isEmpty()) {
      throw new SourceRefusedException("no-layer", name + " holds no layer that can be read.");
    }
    List<SourceTable> filled = tables.stream().filter(table -> table.layer().features() == null || table.layer().features() > 0).toList();
    if (filled.isEmpty()) {
      throw new SourceRefusedException("empty", name + " holds no features.");
    }
    for (SourceTable table : filled) {
      if (table.layer().features() != null && table.layer().features() > limits.features()) {
        throw new SourceRefusedException("too-many-features", "The layer " + table.layer().name() + " has " + table.layer().features()
            + " features; " + limits.features() + " may be sent. Cut it, or let the operator load it from the command line.");
      }
    }
    if (filled.size() < tables.size()) {
      warnings.add("empty-layers: " + (tables.size() - filled.size()) + " layers without features are not shown");
    }
    return new Content(formats.iterator().next(), filled, List.copyOf(warnings));
  }

  private List<SourceTable> readFile(Path upload, String name) throws IOException {
    FormatDetection.Detected detected = FormatDetection.detect(upload, name);
    return switch (detected.kind()) {
      case ZIP -> readArchive(upload);
      case FORMAT -> readFormat(brought(upload, name, detected.format().orElseThrow()), name, detected.format().orElseThrow());
      case SHAPEFILE_PART -> throw new SourceRefusedException("not-readable", name + " is one part of a shapefile. " + PARTS_CURE);
      case UNKNOWN -> throw new SourceRefusedException("unknown-format", name + " is in no format that is read. "
          + (detected.note().isEmpty() ? "" : detected.note() + " ") + "Formats: Shapefile (zip), GeoPackage, GeoJSON, FlatGeobuf, KML, KMZ, GML,"
          + " DXF, GPX, CSV, XLSX, OpenStreetMap (.osm, .osm.pbf).");
    };
  }

  /** Linked or copied under a plain name, so that GDAL sees no folder but its own. */
  private Path brought(Path upload, String name, SourceFormat format) throws IOException {
    Path target = work.folder("source").resolve(plain(name) + "." + format.extension);
    try {
      return Files.createLink(target, upload.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      return Files.copy(upload, target);
    }
  }

  private List<SourceTable> readArchive(Path upload) throws IOException {
    List<Path> files = Archive.unpack(upload, work.folder("source"), limits);
    List<Path> shapefiles = named(files, ".*\\.shp");
    if (shapefiles.isEmpty() && !named(files, PART.pattern()).isEmpty() || !named(files, ".*\\.dbf").isEmpty() && shapefiles.isEmpty()) {
      throw new SourceRefusedException("no-layer", "The archive holds parts of a shapefile but no .shp. " + PARTS_CURE);
    }
    List<SourceTable> tables = new ArrayList<>();
    for (Path shapefile : shapefiles) {
      tables.addAll(readShapefile(shapefile));
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      String lower = name.toLowerCase(Locale.ROOT);
      if (!shapefiles.isEmpty() && lower.matches(".*\\.(shp|dbf)|" + PART.pattern()) || BYSTANDER.matcher(lower).matches()) {
        continue;
      }
      FormatDetection.Detected detected = FormatDetection.detect(file, name);
      if (detected.kind() == FormatDetection.Kind.FORMAT && (shapefiles.isEmpty() || detected.format().orElseThrow() != SourceFormat.CSV)) {
        tables.addAll(readFormat(file, name, detected.format().orElseThrow()));
      }
    }
    if (formats.size() > 1) {
      throw new SourceRefusedException("not-readable", "The archive holds files of several formats. Send one format at a time.");
    }
    if (tables.isEmpty()) {
      throw new SourceRefusedException("no-layer", "The archive holds no file that can be read.");
    }
    return tables;
  }

  private static List<Path> named(List<Path> files, String pattern) {
    return files.stream().filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches(pattern)).sorted().toList();
  }

  private List<SourceTable> readFormat(Path file, String name, SourceFormat format) throws IOException {
    formats.add(format);
    if (format.isXml() || format == SourceFormat.OSM && startsWithTag(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        XmlScan.refuseEntities(in, name);
      }
    }
    if (format == SourceFormat.KMZ || format == SourceFormat.XLSX) {
      Archive.check(file, limits);
    }
    return switch (format) {
      case CSV -> List.of(CsvSource.read(file, layerName(name), work.folder("tables"), limits, warnings));
      case XLSX -> readSheets(file);
      case GEOJSON, GEOJSON_LINES -> readGeoJson(file, name, format);
      // its own index of nodes is fast, but takes files in the order of their ids only; what people edit and export is not
      case OSM -> readByGdal(file, format, List.of("CONFIG_FILE=" + osmFields(), "MAX_TMPFILE_SIZE=64",
          "USE_CUSTOM_INDEXING=" + (startsWithTag(file) ? "NO" : "YES")), true);
      default -> readByGdal(file, format, List.of(), format == SourceFormat.KML || format != SourceFormat.SHAPEFILE);
    };
  }

  private static boolean startsWithTag(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() != 0;
    }
  }

  /** Which tags become fields. */
  private Path osmFields() throws IOException {
    Path fields = work.folder("osm").resolve("osmconf.ini");
    if (!Files.exists(fields)) {
      try (InputStream in = SourceReader.class.getResourceAsStream("/gis-data/intake/osmconf.ini")) {
        Files.copy(in, fields);
      }
    }
    return fields;
  }

  private List<SourceTable> readGeoJson(Path file, String name, SourceFormat format) {
    GeoJsonSource.Scanned scanned = GeoJsonSource.scan(file, format == SourceFormat.GEOJSON_LINES, work.folder("tables"), limits);
    if (scanned.rows() == 0) {
      throw new SourceRefusedException("empty", name + " holds no features.");
    }
    return readByGdal(scanned.file(), scanned.readAs(), List.of(), true).stream().map(table -> {
      SourceLayer layer = table.layer();
      SourceCrs crs = scanned.namesCrs() ? layer.crs() : scanned.degrees()
          ? SourceCrs.stated(4326, "GeoJSON is WGS 84 unless it says otherwise (RFC 7946)")
          : SourceCrs.missing(null, "GeoJSON without a crs member must hold degrees, and this holds larger numbers");
      return new SourceTable(new SourceLayer(layerName(name), scanned.rows(), layer.geometryType(), layer.fields(), crs), table.file(),
          table.readAs(), table.layerInFile(), table.options(), table.extent(), false, scanned.problems());
    }).toList();
  }

  private List<SourceTable> readShapefile(Path shapefile) throws IOException {
    formats.add(SourceFormat.SHAPEFILE);
    String base = shapefile.getFileName().toString().replaceAll("(?i)\\.shp$", "");
    Path index = null;
    Path table = null;
    Path pages = null;
    Path crs = null;
    try (Stream<Path> siblings = Files.list(shapefile.getParent())) {
      for (Path sibling : siblings.toList()) {
        String name = sibling.getFileName().toString();
        if (name.length() == base.length() + 4 && name.substring(0, base.length()).equalsIgnoreCase(base)) {
          switch (FormatDetection.extension(name)) {
            case "shx" -> index = sibling;
            case "dbf" -> table = sibling;
            case "cpg" -> pages = sibling;
            case "prj" -> crs = sibling;
            default -> { }
          }
        }
      }
    }
    if (index == null) {
      warnings.add("index-restored: " + base + " came without its .shx; it was made again from the .shp");
    }
    if (table == null) {
      warnings.add("attributes-missing: " + base + " came without its .dbf; it has geometry only");
    }
    boolean namesItsCode = crs != null && Files.readString(crs, StandardCharsets.ISO_8859_1).matches("(?s).*(AUTHORITY|ID)\\s*\\[\\s*\"EPSG\".*]\\s*");
    return readByGdal(shapefile, SourceFormat.SHAPEFILE, encoding(base, table, pages), namesItsCode);
  }

  /** Without a .cpg and a mark in the .dbf nothing says the encoding; text that is valid UTF-8 by accident is rare. */
  private List<String> encoding(String base, @Nullable Path table, @Nullable Path pages) throws IOException {
    if (table == null || pages != null) {
      return List.of();
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(table)) {
      head = in.readNBytes(32);
    }
    if (head.length == 32 && head[29] != 0) {
      return List.of();
    }
    boolean ascii = isAsciiAfterHeader(table);
    boolean utf8 = !ascii && CsvSource.isUtf8(bodyOf(table));
    if (!ascii) {
      warnings.add("encoding-assumed: nothing says the encoding of " + base + ".dbf; it was read as " + (utf8 ? "UTF-8" : "ISO-8859-1"));
    }
    return List.of("ENCODING=" + (utf8 ? "UTF-8" : "ISO-8859-1"));
  }

  private static boolean isAsciiAfterHeader(Path table) throws IOException {
    try (InputStream in = Files.newInputStream(table)) {
      in.skipNBytes(Math.min(32, Files.size(table)));
      byte[] buffer = new byte[1 << 16];
      for (int read; (read = in.read(buffer)) > 0;) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private Path bodyOf(Path table) throws IOException {
    Path body = work.path().resolve("dbf-body");
    try (InputStream in = Files.newInputStream(table)) {
      in.skipNBytes(Math.min(32, Files.size(table)));
      Files.copy(in, body, StandardCopyOption.REPLACE_EXISTING);
    }
    return body;
  }

  private List<SourceTable> readSheets(Path workbook) throws IOException {
    Path sheets = work.folder("sheets");
    Gdal.Outcome outcome = gdal.convert(SourceFormat.XLSX.driversAnd("CSV"),
        List.of("-f", "CSV", sheets.resolve("csv").toString(), workbook.toString()), Map.of(), () -> {}, percent -> {});
    if (!outcome.succeeded() || !Files.exists(sheets.resolve("csv"))) {
      throw new SourceRefusedException("not-readable", "The workbook can not be read: " + outcome.firstError());
    }
    List<SourceTable> tables = new ArrayList<>();
    Path made = sheets.resolve("csv");
    List<Path> files;
    if (Files.isDirectory(made)) {
      try (Stream<Path> all = Files.list(made)) {
        files = all.sorted().toList();
      }
    } else {
      files = List.of(made);
    }
    for (Path sheet : files) {
      if (Files.size(sheet) > 0) {
        String name = Files.isDirectory(made) ? layerName(sheet.getFileName().toString()) : layerName(workbook.getFileName().toString());
        tables.add(CsvSource.read(sheet, name, work.folder("tables"), limits, warnings));
      }
    }
    return tables;
  }

  private List<SourceTable> readByGdal(Path file, SourceFormat format, List<String> options, boolean namesItsCode) {
    List<String> line = new ArrayList<>(List.of("-so", "-al", "-nomd"));
    List<String> all = new ArrayList<>(options);
    if (format == SourceFormat.GML) {
      all.add("DOWNLOAD_SCHEMA=NO");
    }
    all.forEach(option -> line.addAll(List.of("-oo", option)));
    line.add(file.toString());
    Gdal.Outcome outcome = gdal.info(format.drivers, line.toArray(String[]::new));
    List<OgrInfo.Described> described = OgrInfo.layers(outcome.output());
    if (described.isEmpty()) {
      if (outcome.succeeded()) {
        throw new SourceRefusedException("no-layer", "The file holds no layer.");
      }
      throw new SourceRefusedException("not-readable", "The file can not be read: " + outcome.firstError());
    }
    return described.stream().filter(layer -> format != SourceFormat.OSM || !layer.name().equals("other_relations")).map(layer -> {
      SourceCrs crs = format.isAlwaysWgs84() ? SourceCrs.stated(4326, format.title + " is always WGS 84")
          : layer.geometryType().equals("None") ? SourceCrs.missing(null, "the table has no geometry") : crsFinder.find(layer, namesItsCode);
      SourceLayer source = new SourceLayer(layer.name(), layer.countedFeatures(), layer.geometryType(), layer.fields(), crs);
      return new SourceTable(source, file, format, layer.name(), List.copyOf(all), layer.extent(), false, List.of());
    }).toList();
  }

  private static String lastPart(String name) {
    String plain = name.replace('\\', '/');
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  private static String layerName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private static String plain(String fileName) {
    String plain = layerName(fileName).replaceAll("[^\\p{L}\\p{N}_ -]", "_");
    return plain.isBlank() ? "source" : plain.substring(0, Math.min(plain.length(), 60));
  }
}
