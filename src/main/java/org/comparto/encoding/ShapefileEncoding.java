package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Attribute;
import org.comparto.layer.Localized;

/**
 * Shapefiles in a zip, one per kind of shape that occurs, with what the format is too old to say in files beside them: the
 * full names of the columns and how many texts were cut (names.csv), and where the data come from (README.txt).
 */
final class ShapefileEncoding implements Encoding {

  private final FeatureRows rows;

  ShapefileEncoding(FeatureRows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "shp";
  }

  @Override
  public String mediaType() {
    return "application/zip"; // there is no registered type of its own
  }

  @Override
  public String extension() {
    return "zip";
  }

  @Override
  public Localized title() {
    return new Localized("Shapefile (ZIP)", "Shapefile (ZIP)");
  }

  @Override
  public String column(List<Attribute> attributes, String name) {
    List<String> names = Stream.concat(Stream.of("id"), attributes.stream().map(Attribute::name)).toList();
    return names.contains(name) ? ShortNames.of(names).get(names.indexOf(name)) : name;
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    try (WorkFolder work = WorkFolder.create()) {
      ShapefileRows files = ShapefileRows.read(rows, query, work);
      Path made = work.path().resolve("shapefiles");
      new Conversion("ESRI Shapefile", work).run(files.layers(), made,
          List.of("-lco", "ENCODING=UTF-8", "-lco", "SPATIAL_INDEX=NO", "-lco", "2GB_LIMIT=YES"));
      files.remove();
      pack(made, files, about, out);
    }
  }

  private static void pack(Path folder, ShapefileRows files, About about, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, zip);
      }
    }
    zip.putNextEntry(new ZipEntry("names.csv"));
    files.writeNames(zip, about.language());
    zip.putNextEntry(new ZipEntry("README.txt"));
    zip.write((about.text() + "\n\n" + files.notes(about) + "\n").getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }
}
