package org.comparto.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.comparto.database.Sql;
import org.comparto.gdal.Gdal;
import org.comparto.job.JobProgress;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The staging schema: one table per load, filled by ogr2ogr and tidied by SQL. */
@Component
class Staging {

  private static final String ROW = "__row";
  private static final String GEOMETRY = "__geom";

  private final JdbcClient db;
  private final JdbcConnectionDetails connection;

  Staging(JdbcClient db, JdbcConnectionDetails connection) {
    this.db = db;
    this.connection = connection;
  }

  static String table(long loadId) {
    return "staging.load_" + loadId;
  }

  void drop(long loadId) {
    for (String suffix : List.of("", "_repair", "_strict")) {
      db.sql("DROP TABLE IF EXISTS " + table(loadId) + suffix + " CASCADE").update(); // with a view of it, if an earlier check made one
    }
    db.sql("DELETE FROM load_problem WHERE load_id = :load").param("load", loadId).update();
  }

  /**
   * Fills the load's table; geometry is still as the source has it but for the coordinate reference system.
   *
   * @return whether the reader has closed rings that were open
   * @throws SourceRefusedException not-readable or timeout
   */
  boolean fill(long loadId, SourceTable source, RowFilter rows, List<String> transformation, Limits limits, Gdal gdal, JobProgress progress) {
    List<String> wanted = wanted(source, rows, limits);
    Gdal.Outcome outcome = copy("load_" + loadId, source, transformation, wanted, Map.of(), gdal, progress);
    if (!outcome.succeeded() && outcome.errors().contains("PQconnectdb failed")) {
      throw new IllegalStateException("ogr2ogr can not write to the database: " + outcome.firstError());
    }
    if (!outcome.succeeded()) {
      // a date that is none, or bytes that are no text, stop the copy: as plain text every value is possible
      progress.log("Reading again with all values as text: " + outcome.firstError());
      outcome = copy("load_" + loadId, source, transformation, with(wanted, "-fieldTypeToString", "All"), Map.of(), gdal, progress);
    }
    if (!outcome.succeeded()) {
      throw new SourceRefusedException("not-readable", "The layer can not be read: " + outcome.firstError());
    }
    boolean closed = outcome.errors().contains("Non closed ring");
    if (closed && source.problems().stream().noneMatch(RowProblem::isUnclosed)) {
      copy("load_" + loadId + "_strict", source, transformation, with(wanted, "-select", ""), Map.of("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "NO"), gdal, progress);
      return true;
    }
    return false;
  }

  /**
   * What spares the way of rows that are not wanted. Only of OpenStreetMap files, whose fields are named by us and whose rows have
   * no numbers of their own; elsewhere rows are left out afterwards, so that they keep the numbers they have in their file.
   */
  private static List<String> wanted(SourceTable source, RowFilter rows, Limits limits) {
    List<String> line = new ArrayList<>();
    if (source.readAs() == SourceFormat.OSM) {
      if (!rows.isEmpty()) {
        line.addAll(List.of("-where", rows.ogr()));
      }
      if (limits.features() < Long.MAX_VALUE) {
        line.addAll(List.of("-limit", String.valueOf(limits.features() + 1)));
      }
    }
    return line;
  }

  private static List<String> with(List<String> line, String... further) {
    List<String> all = new ArrayList<>(line);
    all.addAll(List.of(further));
    return all;
  }

  /** Leaves out what is not wanted; the table has its promised shape already. */
  void keep(long loadId, RowFilter rows) {
    if (!rows.isEmpty()) {
      db.sql("DELETE FROM " + table(loadId) + " AS s WHERE NOT (" + rows.sql() + ")").update();
    }
  }

  private Gdal.Outcome copy(String name, SourceTable source, List<String> transformation, List<String> further,
      Map<String, String> environment, Gdal gdal, JobProgress progress) {
    db.sql("DROP TABLE IF EXISTS staging." + name).update();
    List<String> line = new ArrayList<>(List.of("-f", "PostgreSQL", "PG:schemas=staging", source.file().toString(), "-nln", name, "-nlt", geometryType(source), "-lco", "FID=" + ROW, "-lco", "FID64=YES", "-lco", "GEOMETRY_NAME=" + GEOMETRY,
        "-lco", "LAUNDER=NO", "-lco", "PRECISION=NO", "-lco", "UNLOGGED=ON", "-lco", "SPATIAL_INDEX=NONE", "-gt", "unlimited"));
    source.options().forEach(option -> line.addAll(List.of("-oo", option)));
    line.addAll(transformation);
    line.addAll(further);
    line.addAll(layerArguments(source));
    Map<String, String> all = new HashMap<>(connection());
    all.putAll(environment);
    long total = source.layer().features() == null ? 0 : source.layer().features();
    return gdal.convert(source.readAs().driversAnd("PostgreSQL"), line, all, progress::checkCancelled, percent -> progress.done(Math.round(total * percent / 100)));
  }

  /** Names the layer for ogr2ogr, behind the files: the name is the sender's and must not become an option. */
  static List<String> layerArguments(SourceTable source) {
    return source.layerInFile().startsWith("-")
        ? List.of("-sql", "SELECT * FROM \"" + source.layerInFile().replace("\\", "\\\\").replace("\"", "\\\"") + '"') : List.of(source.layerInFile());
  }

  /** Heights are taken where there may be some, to tell whether any are lost; a flat layer is spared the way round. */
  private static String geometryType(SourceTable source) {
    String type = source.layer().geometryType();
    if (type.equals("None")) {
      return "NONE";
    }
    return type.equals("Unknown") || type.endsWith("Z") || type.endsWith("ZM") ? "GEOMETRYZ" : "GEOMETRY";
  }

  /** For libpq, in its environment and not in the arguments, which every user of the machine can read. */
  private Map<String, String> connection() {
    Properties parsed = Driver.parseURL(connection.getJdbcUrl(), new Properties());
    if (parsed == null) {
      throw new IllegalStateException("the database's address is no address of PostgreSQL");
    }
    Map<String, String> environment = new HashMap<>(Map.of("PGCLIENTENCODING", "UTF8", "PGAPPNAME", "comparto-intake"));
    putIfThere(environment, "PGHOST", parsed.getProperty("PGHOST"));
    putIfThere(environment, "PGPORT", parsed.getProperty("PGPORT"));
    putIfThere(environment, "PGDATABASE", parsed.getProperty("PGDBNAME"));
    putIfThere(environment, "PGSSLMODE", parsed.getProperty("sslmode"));
    putIfThere(environment, "PGUSER", connection.getUsername());
    putIfThere(environment, "PGPASSWORD", connection.getPassword());
    return environment;
  }

  private static void putIfThere(Map<String, String> environment, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      environment.put(name, value);
    }
  }

  /**
   * Gives the table its promised shape: row_number, the source's fields, geom.
   *
   * @return the fields under the names they have now
   */
  List<SourceField> shape(long loadId, SourceTable source) {
    String table = table(loadId);
    List<String> columns = db.sql("""
        SELECT column_name FROM information_schema.columns
        WHERE table_schema = 'staging' AND table_name = :name ORDER BY ordinal_position""").param("name", "load_" + loadId).query(String.class).list();
    List<SourceField> fields = new ArrayList<>();
    List<SourceField> described = source.layer().fields();
    for (String column : columns) {
      if (column.equals(ROW) || column.equals(GEOMETRY) || column.equals(CsvSource.GEOMETRY)) {
        continue;
      }
      String name = source.textGeometry() ? described.get(fields.size()).name() : column;
      if (name.equals("row_number") || name.equals("geom")) {
        name = freeName(name, columns);
      }
      if (!name.equals(column)) {
        db.sql("ALTER TABLE " + table + " RENAME COLUMN " + Sql.quote(column) + " TO " + Sql.quote(name)).update();
      }
      String type = fields.size() < described.size() ? described.get(fields.size()).type() : "String";
      fields.add(new SourceField(name, type));
    }
    db.sql("ALTER TABLE " + table + " RENAME COLUMN " + ROW + " TO row_number").update();
    if (columns.contains(GEOMETRY)) {
      db.sql("ALTER TABLE " + table + " RENAME COLUMN " + GEOMETRY + " TO geom").update();
    } else {
      db.sql("ALTER TABLE " + table + " ADD COLUMN geom geometry(Geometry, 4326)").update();
    }
    db.sql("CREATE UNLOGGED TABLE " + table + "_repair (row_number bigint PRIMARY KEY, geom geometry(Geometry, 4326))").update();
    return List.copyOf(fields);
  }

  private static String freeName(String name, List<String> taken) {
    String free = name + "_source";
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }

  long count(long loadId) {
    return db.sql("SELECT count(*) FROM " + table(loadId)).query(Long.class).single();
  }

  long vertices(long loadId) {
    return db.sql("SELECT coalesce(sum(ST_NPoints(geom)), 0) FROM " + table(loadId)).query(Long.class).single();
  }

  /** The rows whose rings only a forgiving reader takes. */
  List<Long> closedRows(long loadId) {
    List<Long> rows = db.sql("SELECT s.row_number FROM " + table(loadId) + " AS s JOIN " + table(loadId) + "_strict AS t ON t." + ROW
        + " = s.row_number WHERE s.geom IS NOT NULL AND t." + GEOMETRY + " IS NULL").query(Long.class).list();
    db.sql("DROP TABLE " + table(loadId) + "_strict").update();
    return rows;
  }
}
