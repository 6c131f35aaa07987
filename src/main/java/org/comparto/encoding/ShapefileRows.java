package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The features of a query in a work folder, apart by kind of shape and with values that a Shapefile's table can hold. */
final class ShapefileRows {

  private static final int LONGEST_TEXT = 254;
  private static final int MOST_DECIMALS = 15;
  private static final long MOST_BYTES = Integer.MAX_VALUE;
  private static final int RECORD_HEAD = 52; // of the largest kind of shape, beside what its well-known binary has too
  private static final int ROWS_BETWEEN_CHECKS = 1_000;

  private final FeatureQuery query;
  private final WorkFolder work;
  private final List<Attribute> attributes;
  private final List<String> names;
  private final long[] cut;
  private final Map<ShapefileKind, RowFile> files = new EnumMap<>(ShapefileKind.class);

  private ShapefileRows(FeatureQuery query, WorkFolder work) {
    this.query = query;
    this.work = work;
    this.attributes = query.attributes();
    this.names = ShortNames.of(Stream.concat(Stream.of("id"), attributes.stream().map(Attribute::name)).toList());
    this.cut = new long[attributes.size()];
  }

  /** @throws InvalidInputException naming f if a Shapefile of 2 GB is too small */
  static ShapefileRows read(FeatureRows rows, FeatureQuery query, WorkFolder work) throws IOException {
    ShapefileRows made = new ShapefileRows(query, work);
    try {
      rows.read(query, row -> ShapefileKind.split(row.geometry()).forEach((kind, shape) -> made.fileOf(kind).add(row, shape)));
      if (made.files.isEmpty()) {
        made.fileOf(ShapefileKind.of(query.layer().geometry()));
      }
    } finally {
      for (RowFile file : made.files.values()) {
        file.close();
      }
    }
    made.files.values().forEach(made::requireThatItFits);
    return made;
  }

  /** The document by which GDAL reads them. */
  Path layers() throws IOException {
    return VirtualLayers.write(work.path().resolve("rows.vrt"), document -> {
      for (Map.Entry<ShapefileKind, RowFile> file : files.entrySet()) {
        String name = query.layer().id() + (files.size() == 1 ? "" : file.getKey().suffix());
        document.beginLayer(name, file.getValue(), file.getKey().gdal(), query.crs().srid());
        document.field(names.get(0), "id", "Integer64", 18, 0);
        for (int i = 0; i < attributes.size(); i++) {
          AttributeType type = attributes.get(i).type();
          document.field(names.get(i + 1), RowFile.column(i), gdal(type), width(file.getValue(), i), decimals(file.getValue(), i));
        }
        document.endLayer();
      }
    });
  }

  /** Frees the space as soon as GDAL has made something of them. */
  void remove() throws IOException {
    for (RowFile file : files.values()) {
      Files.delete(file.path());
    }
  }

  /** A table of the short names and what they stand for. */
  void writeNames(OutputStream out, String language) throws IOException {
    CsvTable table = new CsvTable(out, ',');
    table.value("column").value("attribute").value("title").value("unit").value("texts_cut").endRow();
    table.value(names.get(0)).value("id").value("id").value(null).value("0").endRow();
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      table.value(names.get(i + 1)).value(attribute.name()).value(attribute.title().in(language)).value(attribute.unit())
          .value(Long.toString(cut[i])).endRow();
    }
    table.flush();
  }

  /** What a reader of these files has to know. */
  String notes(About about) {
    return about.text("I nomi delle colonne hanno al massimo 10 caratteri; names.csv ne dà il nome completo. I testi sono UTF-8 e al massimo di 254 byte: "
        + Arrays.stream(cut).sum() + " testi sono troncati. Vero è 1, falso è 0; una data con ora è un testo in UTC; un valore vuoto non è noto.",
        "Column names have at most 10 characters; names.csv gives the full ones. Texts are UTF-8 of at most 254 bytes: "
        + Arrays.stream(cut).sum() + " texts were cut. True is 1, false is 0; a date with time is a text in UTC; an empty value is not known.");
  }

  private RowFile fileOf(ShapefileKind kind) {
    RowFile file = files.computeIfAbsent(kind, k -> {
      try {
        return new RowFile(work.path().resolve("rows" + k.suffix() + ".csv"), attributes, this::text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    if (file.rows() % ROWS_BETWEEN_CHECKS == 0) {
      requireThatItFits(file);
    }
    return file;
  }

  private void requireThatItFits(RowFile file) {
    long record = 1 + 18;
    for (int i = 0; i < attributes.size(); i++) {
      record += width(file, i);
    }
    if (Math.max(record * file.rows(), file.shapeBytes() + RECORD_HEAD * file.rows()) > MOST_BYTES) {
      throw new InvalidInputException("f", "A Shapefile holds 2 GB and these features need more; ask for f=gpkg or f=fgb, "
          + "or for fewer features (filter, bbox) or attributes (properties)");
    }
  }

  private @Nullable String text(int attribute, @Nullable Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "1" : "0";
    }
    String text = Texts.of(value);
    if (text == null || !gdal(attributes.get(attribute).type()).equals("String")) {
      return text;
    }
    String held = beginning(text);
    if (held.length() < text.length()) {
      cut[attribute]++;
    }
    return held;
  }

  /** As much of a text as fits, without half a character at its end. */
  private static String beginning(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static String gdal(AttributeType type) {
    return switch (type) {
      case TEXT, TEXT_LIST, JSON, DATETIME -> "String";
      case INTEGER -> "Integer64";
      case NUMBER -> "Real";
      case BOOLEAN -> "Integer";
      case DATE -> "Date";
    };
  }

  /** As narrow as the values allow: a table of fixed widths is large enough. */
  private int width(RowFile file, int i) {
    int known = Math.max(1, file.width(i));
    return switch (attributes.get(i).type()) {
      case BOOLEAN -> 1;
      case DATE -> 8;
      case INTEGER -> Math.max(9, known);
      case NUMBER -> Math.max(9, known + 1 + decimals(file, i));
      default -> known;
    };
  }

  private int decimals(RowFile file, int i) {
    return attributes.get(i).type() == AttributeType.NUMBER ? Math.min(MOST_DECIMALS, Math.max(1, file.decimals(i))) : 0;
  }
}
