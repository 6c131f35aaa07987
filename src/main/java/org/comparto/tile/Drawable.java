package org.comparto.tile;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What tiles draw of one feature, packed into bytes: how it was read and from which version of its row, its shape in EPSG:3857 as
 * well-known binary, and its values as they are encoded in every tile.
 */
final class Drawable {

  private static final int VERSION = 4;
  private static final int LENGTH = 8;
  private static final int SHAPE = 12;

  private Drawable() {}

  /**
   * @param form the number of how the layer is read
   * @param shapeColumn of the shape; behind it come the values
   */
  static byte[] pack(ResultSet row, int form, int version, int shapeColumn, TileValues values) throws SQLException {
    byte[] shape = row.getBytes(shapeColumn);
    ProtoBuffer packed = new ProtoBuffer(SHAPE + shape.length + 128);
    packed.raw(ByteBuffer.allocate(SHAPE).putInt(form).putInt(version).putInt(shape.length).array(), 0, SHAPE);
    packed.raw(shape, 0, shape.length);
    values.pack(row, shapeColumn + 1, packed);
    return packed.toBytes();
  }

  /** Whether it was read in this way, from this version of its row. */
  static boolean is(byte[] packed, int form, int version) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    return bytes.getInt(0) == form && bytes.getInt(VERSION) == version;
  }

  /** Adds it to a tile if any of it lies there. */
  static void draw(long id, byte[] packed, TileValues values, ShapeEncoder shapes, LayerWriter out) {
    int length = ByteBuffer.wrap(packed).getInt(LENGTH);
    Commands shape = shapes.draw(ByteBuffer.wrap(packed, SHAPE, length).slice());
    if (!shape.isEmpty()) {
      values.tag(packed, SHAPE + length, out, 0);
      out.add(id, shape);
    }
  }
}
