package org.comparto.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table in text as offices write it: any of four separators, three encodings, decimal commas, coordinates in two columns or
 * as WKT, EWKT or GeoJSON in one. It is written again as the plain CSV that GDAL reads, with types and one geometry column.
 */
final class CsvSource {

  /** The geometry column of the plain table. */
  static final String GEOMETRY = "__geometry";

  private static final Pattern WKT = Pattern.compile("(?is)\\s*(?:SRID\\s*=\\s*(\\d+)\\s*;)?\\s*((MULTI)?(POINT|LINESTRING|POLYGON|CURVE|SURFACE)"
      + "|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON)\\b\\s*(ZM?|M)?\\s*(\\(|EMPTY).*");
  private static final Pattern GEOJSON = Pattern.compile("(?s)\\s*\\{(?=.*\"type\")(?=.*\"(coordinates|geometries)\").*}\\s*");
  private static final Pattern POLYGON = Pattern.compile("(?i)(MULTI)?POLYGON");
  private static final Pattern RING = Pattern.compile("\\(([^()]+)\\)");
  private static final int LONGEST_NAME = 60;

  private final Path file;
  private final Charset charset;
  private final char separator;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> header;
  private final List<ColumnType> types = new ArrayList<>();
  private final List<long[]> geometryTexts = new ArrayList<>();
  private final Set<Integer> srids = new TreeSet<>();
  private final CoordinateColumns.Choice choice;
  private boolean withoutSrid;
  private boolean outsideDegrees;
  private long rows;
  private char quote = '"';
  private int geometryColumn = -1;

  private CsvSource(Path file, Limits limits) throws IOException {
    this.file = file;
    charset = charset(file);
    separator = separator();
    quote = quote();
    try (MappingIterator<String[]> records = records()) {
      if (!records.hasNext()) {
        throw new SourceRefusedException("empty", "The table has no header.");
      }
      header = names(records.next());
      choice = CoordinateColumns.choose(header);
      header.forEach(name -> {
        types.add(new ColumnType());
        geometryTexts.add(new long[2]);
      });
      while (records.hasNext()) {
        look(records.next());
        if (rows > limits.features()) {
          throw new SourceRefusedException("too-many-features", "The table has more than " + limits.features() + " rows.");
        }
      }
    }
    geometryColumn = textColumn();
    if (geometryColumn < 0 && choice.doubt() != null) {
      warnings.add("coordinates-ambiguous: " + choice.doubt());
    }
  }

  /** @param folder where the plain table goes */
  static SourceTable read(Path file, String layerName, Path folder, Limits limits, List<String> warnings) {
    try {
      CsvSource source = new CsvSource(file, limits);
      warnings.addAll(source.warnings);
      return source.plain(layerName, folder);
    } catch (JacksonException e) {
      throw new SourceRefusedException("not-readable", "The table can not be read: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(String[] row) {
    rows++;
    for (int i = 0; i < Math.min(row.length, header.size()); i++) {
      types.get(i).see(row[i]);
      if (!row[i].isBlank()) {
        Matcher wkt = WKT.matcher(row[i]);
        boolean isWkt = wkt.matches();
        geometryTexts.get(i)[isWkt || GEOJSON.matcher(row[i]).matches() ? 0 : 1]++;
        if (isWkt && wkt.group(1) != null) {
          srids.add(Integer.valueOf(wkt.group(1)));
        } else if (isWkt) {
          withoutSrid = true;
        }
      }
    }
    CoordinateColumns.Pair pair = choice.pair();
    if (pair != null) {
      double x = CoordinateColumns.number(cell(row, pair.x())).orElse(0.0);
      double y = CoordinateColumns.number(cell(row, pair.y())).orElse(0.0);
      outsideDegrees |= Math.abs(x) > 180 || Math.abs(y) > 90;
    }
  }

  /** The first column that holds geometry in most of its filled cells. */
  private int textColumn() {
    for (int i = 0; i < header.size(); i++) {
      long[] counts = geometryTexts.get(i);
      if (counts[0] > counts[1]) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasGeometry() {
    return geometryColumn >= 0 || choice.pair() != null;
  }

  private SourceCrs crs() {
    if (geometryColumn >= 0) {
      if (srids.size() == 1 && !withoutSrid) {
        int srid = srids.iterator().next();
        return SourceCrs.stated(srid, "SRID=" + srid + " in the column " + header.get(geometryColumn));
      }
      return SourceCrs.missing(null, srids.isEmpty() ? "the column " + header.get(geometryColumn) + " names no coordinate reference system"
          : "crs-ambiguous: the rows name different systems");
    }
    CoordinateColumns.Pair pair = choice.pair();
    if (pair == null) {
      return SourceCrs.missing(null, "the table has no geometry");
    }
    String columns = header.get(pair.x()) + " and " + header.get(pair.y());
    return pair.geographic() && !outsideDegrees
        ? SourceCrs.stated(4326, "the columns are named " + columns + " and all values are within ±180, ±90")
        : SourceCrs.missing(null, "nothing says which system the columns " + columns + " are in");
  }

  private SourceTable plain(String layerName, Path folder) throws IOException {
    Path plain = Files.createTempFile(folder, "table-", ".csv");
    List<SourceField> fields = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      fields.add(new SourceField(header.get(i), i == geometryColumn ? "String" : types.get(i).name()));
    }
    List<RowProblem> problems = new ArrayList<>();
    double[] extent = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    try (BufferedWriter out = Files.newBufferedWriter(plain); MappingIterator<String[]> records = records()) {
      // GDAL gives a meaning to some names (WKT, _xlink_href), so columns have numbers until they are in the database
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < header.size(); i++) {
        cells.add("__column_" + (i + 1));
      }
      cells.add(GEOMETRY);
      line(out, cells);
      records.next();
      for (long number = 1; records.hasNext(); number++) {
        String[] row = records.next();
        cells.clear();
        for (int i = 0; i < header.size(); i++) {
          cells.add(i == geometryColumn ? cell(row, i) : types.get(i).write(cell(row, i)));
        }
        boolean ragged = isRagged(row, header.size());
        String geometry = ragged ? "" : geometry(row, number, problems, extent);
        if (ragged) {
          problems.add(new RowProblem(number, "row-ragged", "it has " + row.length + " cells, the header " + header.size()));
        } else if (geometryColumn >= 0 && hasOpenRing(geometry)) {
          problems.add(new RowProblem(number, RowProblem.UNCLOSED, "a ring does not end where it begins"));
        }
        cells.add(geometry);
        line(out, cells);
      }
    }
    StringBuilder csvt = new StringBuilder();
    fields.forEach(field -> csvt.append('"').append(field.type()).append("\","));
    Files.writeString(Path.of(plain.toString() + "t"), csvt + "\"String\"");
    String geometryType = !hasGeometry() ? "None" : geometryColumn >= 0 ? "Unknown" : "Point";
    return new SourceTable(new SourceLayer(layerName, rows, geometryType, List.copyOf(fields), crs()), plain, SourceFormat.CSV,
        plain.getFileName().toString().replaceAll("\\.csv$", ""),
        List.of("AUTODETECT_TYPE=NO", "GEOM_POSSIBLE_NAMES=" + GEOMETRY, "KEEP_GEOM_COLUMNS=YES", "EMPTY_STRING_AS_NULL=YES"),
        extent[0] <= extent[2] ? extent : null, true, problems);
  }

  private String geometry(String[] row, long number, List<RowProblem> problems, double[] extent) {
    if (geometryColumn >= 0) {
      return cell(row, geometryColumn).strip().replaceFirst("(?i)^SRID\\s*=\\s*\\d+\\s*;\\s*", "");
    }
    CoordinateColumns.Pair pair = choice.pair();
    if (pair == null) {
      return "";
    }
    String east = cell(row, pair.x());
    String north = cell(row, pair.y());
    if (east.isBlank() && north.isBlank()) {
      return "";
    }
    Double x = CoordinateColumns.number(east).orElse(null);
    Double y = CoordinateColumns.number(north).orElse(null);
    if (x == null || y == null) {
      problems.add(new RowProblem(number, "geometry-unreadable", "the coordinates are no numbers: " + shortened(east) + ", " + shortened(north)));
      return "";
    }
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
    return "POINT (" + x + " " + y + ")";
  }

  /** Looks at the innermost parentheses of areas in WKT; GeoJSON in a table is rare enough to leave to the reader. */
  private static boolean hasOpenRing(String wkt) {
    if (!POLYGON.matcher(wkt).lookingAt()) {
      return false;
    }
    Matcher ring = RING.matcher(wkt);
    while (ring.find()) {
      String[] positions = ring.group(1).split(",");
      String[] first = positions[0].strip().split("\\s+");
      String[] last = positions[positions.length - 1].strip().split("\\s+");
      if (first.length >= 2 && last.length >= 2 && !(same(first[0], last[0]) && same(first[1], last[1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String a, String b) {
    try {
      return Double.parseDouble(a) == Double.parseDouble(b);
    } catch (NumberFormatException e) {
      return a.equals(b);
    }
  }

  /** Cells beyond the header mean that a separator was not one, and that all behind it stand in wrong columns. */
  private static boolean isRagged(String[] row, int columns) {
    for (int i = columns; i < row.length; i++) {
      if (row[i] != null && !row[i].isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static String shortened(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  private static String cell(String[] row, int i) {
    return i < row.length && row[i] != null ? row[i] : "";
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "\"" : ",\"");
      out.write(cells.get(i).replace("\0", "").replace("\"", "\"\""));
      out.write('"');
    }
    out.write('\n');
  }

  /** Every column gets a name of its own that a database takes as it is. */
  private static List<String> names(String[] first) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(GEOMETRY));
    for (int i = 0; i < first.length; i++) {
      String name = first[i] == null || first[i].isBlank() ? "field_" + (i + 1) : first[i].strip().replaceAll("\\s+", " ");
      while (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        name = name.substring(0, name.length() - 1);
      }
      String free = name;
      for (int n = 2; !taken.add(free); n++) {
        free = name.substring(0, Math.min(name.length(), LONGEST_NAME - 4)) + "_" + n;
      }
      names.add(free);
    }
    return names;
  }

  private MappingIterator<String[]> records() throws IOException {
    CsvMapper mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES).build();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator).withQuoteChar(quote).withoutEscapeChar();
    return mapper.readerFor(String[].class).with(schema).readValues(reader());
  }

  private Reader reader() throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** Whichever of the four stands most often in the first line, outside of quotes. */
  private char separator() throws IOException {
    String candidates = ";,\t|";
    int[] counts = new int[candidates.length()];
    try (Reader reader = reader()) {
      boolean quoted = false;
      for (int c; (c = reader.read()) >= 0 && (quoted || (c != '\n' && c != '\r'));) {
        quoted ^= c == '"';
        int place = candidates.indexOf(c);
        if (!quoted && place >= 0) {
          counts[place]++;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return counts[best] == 0 ? ',' : candidates.charAt(best);
  }

  /** A few programs quote with apostrophes; those are taken only where they make all rows fit and the usual ones do not. */
  private char quote() throws IOException {
    if (misfits('"') == 0) {
      return '"';
    }
    return misfits('\'') == 0 ? '\'' : '"';
  }

  private int misfits(char candidate) throws IOException {
    quote = candidate;
    int misfits = 0;
    try (MappingIterator<String[]> records = records()) {
      int columns = records.hasNext() ? records.next().length : 0;
      for (int i = 0; i < 200 && records.hasNext(); i++) {
        misfits += isRagged(records.next(), columns) ? 1 : 0;
      }
    } catch (JacksonException e) {
      misfits++;
    }
    return misfits;
  }

  private Charset charset(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] mark = in.readNBytes(2);
      if (mark.length == 2 && (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE || mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)) {
        return StandardCharsets.UTF_16;
      }
    }
    if (isUtf8(file)) {
      return StandardCharsets.UTF_8;
    }
    warnings.add("encoding-assumed: the table is not UTF-8; it was read as Windows-1252");
    return Charset.forName("windows-1252");
  }

  static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(1 << 16);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      for (boolean end = false; !end;) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, text, end);
        if (result.isError()) {
          return false;
        }
        text.clear();
        bytes.compact();
      }
    }
    return true;
  }
}
