package org.comparto.ateco;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.comparto.problem.InvalidInputException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table that says which codes of 2025 the codes of 2007 have become, read from a file of a spreadsheet or with separators. Its columns are
 * found by their headings: a code and perhaps a title of each version.
 *
 * @param refused rows with something else than codes where codes should be
 */
record Correspondence(List<Pair> pairs, int refused) {

  private static final int HEADING_AMONG = 30;
  private static final int MOST_ROWS = 100_000;

  /** One line; titles are null where the file has none. */
  record Pair(String code2007, @Nullable String title2007, String code2025, @Nullable String title2025) {}

  private record Columns(int code2007, int title2007, int code2025, int title2025) {}

  /** @throws InvalidInputException if it is no such table */
  static Correspondence read(byte[] file) {
    List<List<String>> rows = file.length > 4 && file[0] == 'P' && file[1] == 'K' ? sheet(file) : separated(file);
    for (int i = 0; i < Math.min(HEADING_AMONG, rows.size()); i++) {
      Columns columns = columns(rows.get(i));
      if (columns != null) {
        return read(rows.subList(i + 1, rows.size()), columns);
      }
    }
    throw new InvalidInputException("body", "No line of the file heads a column of codes of ATECO 2007 and one of ATECO 2025; "
        + "there must be two headings with the word codice (or code) and the year");
  }

  private static Correspondence read(List<List<String>> rows, Columns columns) {
    List<Pair> pairs = new ArrayList<>();
    int refused = 0;
    for (List<String> row : rows) {
      String old = cell(row, columns.code2007());
      String fresh = cell(row, columns.code2025());
      if (old == null && fresh == null) {
        continue;
      }
      if (old == null || fresh == null || !AtecoCode.isCode(old) || !AtecoCode.isCode(fresh)) {
        refused++;
      } else {
        pairs.add(new Pair(old, cell(row, columns.title2007()), fresh, cell(row, columns.title2025())));
      }
    }
    if (pairs.isEmpty()) {
      throw new InvalidInputException("body", "The table holds no line with a code of each version");
    }
    return new Correspondence(pairs, refused);
  }

  private static @Nullable Columns columns(List<String> heading) {
    int old = find(heading, text -> isCode(text) && text.contains("2007"));
    int fresh = find(heading, text -> isCode(text) && text.contains("2025"));
    return old < 0 || fresh < 0 ? null : new Columns(old, find(heading, text -> isTitle(text) && text.contains("2007")), fresh,
        find(heading, text -> isTitle(text) && text.contains("2025")));
  }

  private static boolean isCode(String text) {
    return text.contains("cod");
  }

  private static boolean isTitle(String text) {
    return !isCode(text) && (text.contains("titol") || text.contains("title") || text.contains("descri") || text.contains("denomin"));
  }

  private static int find(List<String> heading, Predicate<String> is) {
    return IntStream.range(0, heading.size()).filter(i -> is.test(heading.get(i).toLowerCase(Locale.ROOT))).findFirst().orElse(-1);
  }

  private static @Nullable String cell(List<String> row, int column) {
    return column < 0 || column >= row.size() || row.get(column).isBlank() ? null : row.get(column).strip();
  }

  private static List<List<String>> sheet(byte[] file) {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file)); var rows = book.getFirstSheet().openStream()) {
      return rows.limit(MOST_ROWS).map(row -> IntStream.range(0, row.getCellCount())
          .mapToObj(i -> Objects.requireNonNullElse(row.getOptionalCell(i).map(cell -> cell.getRawValue() == null ? cell.getText() : text(cell)).orElse(""), "")).toList()).toList();
    } catch (IOException | RuntimeException e) {
      throw new InvalidInputException("body", "The file can not be read as a workbook (.xlsx)");
    }
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    return switch (cell.getType()) {
      case STRING, FORMULA -> cell.getText();
      default -> cell.getRawValue();
    };
  }

  private static List<List<String>> separated(byte[] file) {
    String text = decoded(file);
    int semicolons = (int) text.chars().limit(2000).filter(c -> c == ';').count();
    int tabs = (int) text.chars().limit(2000).filter(c -> c == '\t').count();
    int commas = (int) text.chars().limit(2000).filter(c -> c == ',').count();
    char separator = tabs > semicolons && tabs > commas ? '\t' : semicolons >= commas ? ';' : ',';
    try (MappingIterator<String[]> rows = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[].class)
        .with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(text)) {
      List<List<String>> read = new ArrayList<>();
      while (rows.hasNext() && read.size() < MOST_ROWS) {
        read.add(List.of(rows.next()));
      }
      return read;
    } catch (JacksonException | NullPointerException e) {
      throw new InvalidInputException("body", "The file can not be read as a table with separators (.csv)");
    }
  }

  /** UTF-8, or what spreadsheets in Italy write otherwise. */
  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString().replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      return new String(file, Charset.forName("windows-1252"));
    }
  }
}
