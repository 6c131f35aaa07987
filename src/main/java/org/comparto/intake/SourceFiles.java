package org.comparto.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comparto.gdal.Gdal;
import org.comparto.gdal.WorkFolder;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files from strangers, read under limits in a private folder that is gone afterwards, into tables of the staging schema. */
@Component
class SourceFiles {

  private final Staging staging;
  private final GeometryChecks checks;

  SourceFiles(Staging staging, GeometryChecks checks) {
    this.staging = staging;
    this.checks = checks;
    WorkFolder.removeLeftovers();
  }

  /**
   * Says what a file is and what is in it.
   *
   * @param originalName as the sender called it; helps where the bytes leave the format open, and names the layers
   * @throws SourceRefusedException if it is not read
   */
  Inspection inspect(Path upload, String originalName, Limits limits) {
    try (WorkFolder work = WorkFolder.create()) {
      return new SourceReader(work, limits).read(upload, originalName).inspection();
    }
  }

  /**
   * Copies one layer into staging.load_(id), as WGS 84 with longitude first, and notes in load_problem what is wrong with
   * its rows; a table of an earlier try is replaced. If it is refused or cancelled, nothing stays.
   *
   * @param sourceLayer its name; null where the file has one layer
   * @param epsg what the coordinates are; null: as inspected
   * @param rows which rows are wanted
   * @throws SourceRefusedException if it is not read
   */
  Staged stage(Path upload, String originalName, @Nullable String sourceLayer, @Nullable Integer epsg, RowFilter rows, long loadId,
      Limits limits, JobProgress progress) {
    drop(loadId);
    boolean done = false;
    try (WorkFolder work = WorkFolder.create()) {
      progress.step("inspect", 0);
      SourceReader.Content content = new SourceReader(work, limits).read(upload, originalName);
      progress.checkCancelled();
      Gdal gdal = new Gdal(work.path(), limits.timeout(), limits.unpackedBytes(), SourceRefusedException::tooLong);
      Staged staged = stage(chosen(content.tables(), sourceLayer), epsg, rows, loadId, limits, gdal,
          new ArrayList<>(content.warnings()), progress);
      done = true;
      return staged;
    } finally {
      if (!done) {
        drop(loadId);
      }
    }
  }

  /**
   * Finds what is wrong with staged rows in view of where they shall go: type and place. May be called again.
   *
   * @param geometryType of the target layer; null for any
   * @param territory whose box rows must touch; null for all territories together
   * @return all problems of the load by now, by code
   */
  List<Staged.ProblemCount> check(long loadId, @Nullable String geometryType, @Nullable String territory) {
    checks.forTarget(loadId, geometryType, territory);
    return checks.counts(loadId);
  }

  /** Removes all that stage has made; no harm if there is nothing. */
  void drop(long loadId) {
    staging.drop(loadId);
  }

  private Staged stage(SourceTable source, @Nullable Integer epsg, RowFilter filter, long loadId, Limits limits, Gdal gdal, List<String> warnings,
      JobProgress progress) {
    boolean placed = source.layer().hasGeometry();
    SourceCrs crs = placed ? effective(source, epsg, warnings) : null;
    Transformation transformation = crs == null ? null : Transformation.of(supported(crs), source.extent());
    if (transformation != null && transformation.warning() != null) {
      warnings.add(transformation.warning());
    }
    long expected = source.layer().features() == null ? 0 : source.layer().features();
    progress.step("read", expected);
    boolean closed = staging.fill(loadId, source, filter, transformation == null ? List.of() : transformation.arguments(), limits, gdal, progress);
    List<SourceField> columns = staging.shape(loadId, source);
    long rows = staging.count(loadId);
    if (rows > limits.features()) {
      throw new SourceRefusedException("too-many-features", "The layer has more than " + limits.features()
          + " features. Cut it, or let the operator load it from the command line.");
    }
    if (rows < expected) {
      warnings.add("rows-missing: the layer says it has " + expected + " rows, " + rows + " could be read");
    }
    progress.done(rows);
    progress.checkCancelled();
    rows = kept(loadId, filter, columns, rows);
    if (rows == 0) {
      throw new SourceRefusedException("empty", filter.isEmpty() ? "The layer holds no features." : "None of the layer's rows is wanted.");
    }
    progress.step("geometry", rows);
    checkGeometry(source, loadId, limits, closed);
    progress.done(rows);
    return new Staged(rows, Staging.table(loadId), columns, crs, transformation == null ? null : transformation.description(),
        transformation == null ? null : transformation.accuracyM(), checks.counts(loadId), List.copyOf(warnings));
  }

  private long kept(long loadId, RowFilter filter, List<SourceField> columns, long rows) {
    if (filter.isEmpty()) {
      return rows;
    }
    filter.checkFields(columns.stream().map(SourceField::name).toList());
    staging.keep(loadId, filter);
    return staging.count(loadId);
  }

  private void checkGeometry(SourceTable source, long loadId, Limits limits, boolean closed) {
    checks.note(loadId, source.problems());
    if (source.layer().hasGeometry()) {
      if (limits.vertices() < Long.MAX_VALUE && staging.vertices(loadId) > limits.vertices()) {
        throw new SourceRefusedException("too-many-vertices", "The layer has more than " + limits.vertices()
            + " vertices. Simplify or cut it, or let the operator load it from the command line.");
      }
      String type = source.layer().geometryType();
      if (!type.matches("(Multi)?(Point|LineString|Polygon)")) {
        checks.flatten(loadId);
      }
      List<Long> open = new ArrayList<>(source.problems().stream().filter(RowProblem::isUnclosed).map(RowProblem::row).toList());
      if (closed) {
        open.addAll(staging.closedRows(loadId));
      }
      checks.unclosed(loadId, open);
    }
    if (source.textGeometry()) {
      checks.unreadable(loadId, CsvSource.GEOMETRY);
    }
    if (source.layer().hasGeometry()) {
      checks.general(loadId);
    }
  }

  private static SourceTable chosen(List<SourceTable> tables, @Nullable String name) {
    if (name == null && tables.size() == 1) {
      return tables.get(0);
    }
    String names = String.join(", ", tables.stream().map(table -> table.layer().name()).toList());
    return tables.stream().filter(table -> table.layer().name().equals(name)).findFirst()
        .orElseThrow(() -> new SourceRefusedException("no-layer", name == null ? "The file has several layers; name one of: " + names
            : "The file has no layer " + name + "; it has: " + names));
  }

  static SourceCrs effective(SourceTable source, @Nullable Integer epsg, List<String> warnings) {
    SourceCrs found = source.layer().crs();
    if (epsg != null) {
      if (found.epsg() != null && SupportedCrs.ignoringAxisOrder(found.epsg()) != SupportedCrs.ignoringAxisOrder(epsg)) {
        warnings.add("crs-overridden: the source says EPSG:" + found.epsg() + ", it is read as EPSG:" + epsg + " as asked");
      }
      return SourceCrs.stated(epsg, "given with the load");
    }
    if (found.epsg() == null) {
      String note = found.note() == null ? "" : found.note();
      throw note.startsWith("crs-ambiguous: ")
          ? new SourceRefusedException("crs-ambiguous", "The coordinate reference system is ambiguous: " + note.substring(15) + ". Name its EPSG code.")
          : new SourceRefusedException("crs-missing", "The coordinate reference system is not known: " + note + ". Name its EPSG code.");
    }
    if (found.how() == SourceCrs.How.MATCHED) {
      warnings.add("crs-matched: " + found.note());
    }
    return found;
  }

  static SupportedCrs supported(SourceCrs crs) {
    return SupportedCrs.find(crs.epsg()).orElseThrow(() -> new SourceRefusedException("crs-unsupported", "EPSG:" + crs.epsg()
        + (crs.name() == null ? "" : " (" + crs.name() + ")") + " is not read. Transform the file to one of " + SupportedCrs.codes() + "."));
  }
}
