package org.comparto.intake;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a source made ready for GDAL: where it lies now, how to open it, and what was found on the way.
 *
 * @param readAs the format of the file as it lies in the work folder
 * @param layerInFile the layer's name for GDAL
 * @param options what GDAL is told when it opens the file (NAME=VALUE)
 * @param extent west, south, east, north in the source's coordinates; null if not known
 * @param textGeometry geometry stands in the column {@link CsvSource#GEOMETRY}, so that unreadable text can be told from none
 * @param problems rows that GDAL would have left out or changed
 */
record SourceTable(SourceLayer layer, Path file, SourceFormat readAs, String layerInFile, List<String> options,
    double @Nullable [] extent, boolean textGeometry, List<RowProblem> problems) {

  static SourceTable of(SourceLayer layer, Path file, SourceFormat readAs, String layerInFile, double @Nullable [] extent) {
    return new SourceTable(layer, file, readAs, layerInFile, List.of(), extent, false, List.of());
  }
}
