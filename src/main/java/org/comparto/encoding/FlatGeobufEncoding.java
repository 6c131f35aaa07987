package org.comparto.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.gdal.WorkFolder;
import org.comparto.layer.Localized;

/** FlatGeobuf with its index, in the order of the index; it has no dates without a time, which are texts therefore. */
final class FlatGeobufEncoding implements Encoding {

  private final FeatureRows rows;

  FlatGeobufEncoding(FeatureRows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "fgb";
  }

  @Override
  public String mediaType() {
    return "application/flatgeobuf";
  }

  @Override
  public String extension() {
    return "fgb";
  }

  @Override
  public Localized title() {
    return new Localized("FlatGeobuf", "FlatGeobuf");
  }

  @Override
  public void write(FeatureQuery query, About about, OutputStream out) throws IOException {
    try (WorkFolder work = WorkFolder.create()) {
      TypedRows typed = TypedRows.read(rows, query, work);
      Path made = work.path().resolve(query.layer().id() + ".fgb");
      new Conversion("FlatGeobuf", work).run(typed.layers("String", true), made, List.of("-nlt", typed.shape()));
      typed.remove();
      Files.copy(made, out);
    }
  }
}
