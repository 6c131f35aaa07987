package org.comparto.encoding;

import static org.comparto.database.Sql.literal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Localized;

/**
 * GeoPackage (OGC 12-128r17): ids as keys, types kept, titles of the columns, a spatial index. Coordinates are easting or
 * longitude first whatever the reference system, as the standard wants it.
 */
final class GeoPackageEncoding implements Encoding {

  private static final Sql DATA_COLUMNS = Sql.load("encoding/geopackage-data-columns.sql");
  private static final Sql EXTENSION = Sql.load("encoding/geopackage-schema-extension.sql");
  private static final Sql TITLES = Sql.load("encoding/geopackage-titles.sql");

  private final FeatureRows rows;

  GeoPackageEncoding(FeatureRows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "gpkg";
  }

  @Override
  public String mediaType() {
    return "application/geopackage+sqlite3";
  }

  @Override
  public String extension() {
    return "gpkg";
  }

  @Override
  public Localized title() {
    return new Localized("GeoPackage", "GeoPackage");
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    String layer = query.layer().id();
    try (WorkFolder work = WorkFolder.create()) {
      TypedRows typed = TypedRows.read(rows, query, work);
      Path made = work.path().resolve(layer + ".gpkg");
      Conversion conversion = new Conversion("GPKG", work);
      conversion.run(typed.layers("Date", false), made, List.of("-preserve_fid", "-nlt", typed.shape(), "-lco", "FID=id", "-lco", "GEOMETRY_NAME=geom",
          "-lco", "IDENTIFIER=" + about.title(), "-lco", "DESCRIPTION=" + about.text(), "-gt", "65536"));
      typed.remove();
      conversion.change(made, DATA_COLUMNS.text());
      conversion.change(made, EXTENSION.text());
      if (!query.attributes().isEmpty()) {
        conversion.change(made, TITLES.with(Map.of("titles", titles(layer, query.attributes(), about.language()))));
      }
      Files.copy(made, out);
    }
  }

  private static String titles(String layer, List<Attribute> attributes, String language) {
    Set<String> taken = new HashSet<>(); // the standard wants them unique
    return attributes.stream().map(attribute -> {
      String title = attribute.title().in(language) + (attribute.unit() == null ? "" : " [" + attribute.unit() + "]");
      String name = taken.add(title) ? title : attribute.name();
      boolean json = attribute.type() == AttributeType.JSON || attribute.type() == AttributeType.TEXT_LIST;
      return "(" + literal(layer) + ", " + literal(attribute.name()) + ", " + literal(name) + ", " + literal(title) + ", "
          + (attribute.help() == null ? "NULL" : literal(attribute.help().in(language))) + ", " + (json ? "'application/json'" : "NULL") + ")";
    }).collect(Collectors.joining(",\n"));
  }
}
