package org.comparto.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table as offices send it: XLSX (its first sheet), or text with semicolons, tabs or commas in UTF-8 or Windows-1252, as it is also when it comes from the
 * clipboard of a spreadsheet.
 *
 * @param header in small letters, blanks as underscores
 * @param rows cells without blanks around them, as many as the header has; empty where there is nothing
 */
record Table(List<String> header, List<Line> rows) {

  static final int MOST_ROWS = 5000;
  private static final int MOST_CELLS = 60;

  /** @param number of the row in the file, the header's being 1 */
  record Line(int number, List<String> cells) {}

  /** Nothing if it can not be read. */
  static Optional<Table> read(byte[] file) {
    try {
      List<Line> lines = file.length > 3 && file[0] == 'P' && file[1] == 'K' ? workbook(file) : text(file);
      lines.removeIf(line -> line.cells().stream().allMatch(String::isEmpty));
      if (lines.isEmpty()) {
        return Optional.of(new Table(List.of(), List.of()));
      }
      List<String> header = lines.remove(0).cells().stream().map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "_")).toList();
      return Optional.of(new Table(header, lines.stream().map(line -> new Line(line.number(), padded(line.cells(), header.size()))).toList()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever is wrong with a file that somebody sends, it can not be read
    }
  }

  private static List<String> padded(List<String> cells, int width) {
    List<String> all = new ArrayList<>(cells);
    while (all.size() < width) {
      all.add("");
    }
    return all;
  }

  private static List<Line> workbook(byte[] file) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file)); var rows = workbook.getFirstSheet().openStream()) {
      rows.limit(MOST_ROWS + 2L).forEach(row -> lines.add(new Line(row.getRowNum(), cells(row))));
    }
    return lines;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_CELLS); i++) {
      cells.add(row.getOptionalCell(i).map(Table::written).orElse("").strip());
    }
    return cells;
  }

  /** Dates and times are numbers there, told by their format only. */
  private static String written(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString().toLowerCase(Locale.ROOT);
      BigDecimal number = cell.asNumber();
      if (format.contains("y") || format.contains("d") && format.contains("m")) {
        return LocalDateTime.of(1899, 12, 30, 0, 0).plusDays(number.longValue()).toLocalDate().toString();
      }
      if (format.contains("h:mm") || format.contains("h.mm")) {
        long minutes = Math.round(number.doubleValue() % 1 * 1440);
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
      }
      return number.stripTrailingZeros().toPlainString();
    }
    return cell.getText() == null ? "" : cell.getText();
  }

  private static List<Line> text(byte[] file) throws IOException {
    String text = decoded(file);
    String first = text.lines().findFirst().orElse("");
    char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    List<Line> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[].class)
        .with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(text)) {
      while (rows.hasNext() && lines.size() <= MOST_ROWS + 1) {
        lines.add(new Line(lines.size() + 1, Arrays.stream(rows.next()).limit(MOST_CELLS).map(String::strip).toList()));
      }
    } catch (JacksonException e) {
      throw new IOException(e);
    }
    return lines;
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString().replace("\uFEFF", "");
    } catch (CharacterCodingException e) {
      return Charset.forName("windows-1252").decode(ByteBuffer.wrap(file)).toString();
    }
  }
}
