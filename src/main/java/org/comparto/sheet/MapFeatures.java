package org.comparto.sheet;

import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.facts.AsOf;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What of a layer a map shows. */
final class MapFeatures {

  /**
   * One feature on paper.
   *
   * @param type the code that chooses its symbol; null for none
   * @param shape in millimetres from the upper left corner, not yet cut at the frame
   */
  record OnPaper(long id, @Nullable String type, @Nullable String label, Geometry shape) {}

  private static final Sql FEATURES = Sql.load("sheet/features.sql");
  /** Of one layer; a map with more would be black. */
  private static final int MOST = 3_000;

  private MapFeatures() {}

  static List<OnPaper> read(AsOf data, Layer layer, MapFrame frame) {
    PublicReading reading = new PublicReading(layer);
    String type = layer.style().by() == null ? "NULL" : reading.value(layer.findAttribute(layer.style().by()).orElseThrow());
    return data.query(FEATURES, layer, Map.of("class", type, "label", layer.id().equals("plot") ? "code" : "coalesce(name, code)"))
        .param("plane", frame.plane()).param("most", MOST).params(frame.box())
        .query((row, n) -> new OnPaper(row.getLong("id"), row.getString("class"), row.getString("label"), frame.onPaper(read(row.getBytes("shape"))))).list();
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
