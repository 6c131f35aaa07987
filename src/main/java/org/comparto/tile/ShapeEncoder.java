package org.comparto.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.comparto.tile.Commands.Type;

/**
 * Draws the shapes of one tile: from well-known binary (OGC 06-103r4) in EPSG:3857 to drawing commands, without an object per
 * point. Of a collection that mixes kinds only those of the highest dimension are drawn, since a feature of a tile has one
 * kind. A line or polygon too small for the grid becomes a point instead of vanishing.
 */
final class ShapeEncoder {

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int COLLECTION = 7;
  private static final Path NOTHING = new Path();

  private final TileGrid grid;
  private final Commands out = new Commands();
  private final Path path = new Path();
  private final GridPath points = new GridPath();
  private final Clip clip = new Clip();
  private final Simplification simplification = new Simplification();
  private final Polygons polygons = new Polygons();
  private final Path all = new Path();
  private final Path inTile = new Path();

  ShapeEncoder(TileGrid grid) {
    this.grid = grid;
  }

  /**
   * Draws one shape.
   *
   * @param in from its beginning to its limit
   * @return empty if nothing of it is in the tile; valid until the next call
   */
  Commands draw(ByteBuffer in) {
    int dimension = dimension(in);
    in.rewind();
    points.clear();
    polygons.begin();
    out.begin(dimension == POINT ? Type.POINT : dimension == LINE ? Type.LINE : Type.POLYGON);
    read(in, dimension);
    if (dimension == POINT && points.size() > 0) {
      out.points(points);
    } else if (dimension == POLYGON) {
      polygons.writeTo(out);
    }
    if (out.isEmpty() && dimension > POINT) {
      in.rewind();
      drawAsPoint(in, dimension);
    }
    return out;
  }

  /** A point in metres of EPSG:3857. */
  Commands drawPoint(double easting, double northing) {
    out.begin(Type.POINT);
    points.clear();
    points.add(TileGrid.step(grid.x(easting)), TileGrid.step(grid.y(northing)));
    out.points(points);
    return out;
  }

  /** At the middle of the corners that lie in the tile, or in its margin too if all of the shape is drawn here. */
  private void drawAsPoint(ByteBuffer in, int dimension) {
    all.clear();
    inTile.clear();
    gather(in, dimension);
    Path shown = all.isInside() ? all : inTile;
    if (shown.size() > 0) {
      out.begin(Type.POINT);
      points.clear();
      points.add(TileGrid.step(shown.middleX()), TileGrid.step(shown.middleY()));
      out.points(points);
    }
  }

  private void gather(ByteBuffer in, int wanted) {
    int type = type(in);
    if (type == POINT) {
      readPoint(in, false);
      return;
    }
    for (int i = type == LINE ? 1 : in.getInt(); i > 0; i--) {
      if (type > POLYGON) {
        gather(in, wanted);
      } else {
        readPath(in);
        for (int corner = 0; type == wanted && corner < path.size(); corner++) {
          all.add(path.x(corner), path.y(corner));
          if (TileGrid.isInTile(path.x(corner), path.y(corner))) {
            inTile.add(path.x(corner), path.y(corner));
          }
        }
      }
    }
  }

  /** The kind of the highest dimension in it; 0 if it is empty. */
  private static int dimension(ByteBuffer in) {
    int type = type(in);
    if (type == POINT) {
      in.position(in.position() + 16);
      return POINT;
    }
    int count = in.getInt();
    int highest = type <= POLYGON && count > 0 ? type : 0;
    for (int i = 0; i < count; i++) {
      switch (type) {
        case LINE -> in.position(in.position() + 16);
        case POLYGON -> in.position(in.position() + 4 + 16 * in.getInt(in.position()));
        default -> highest = Math.max(highest, dimension(in));
      }
    }
    return highest;
  }

  private void read(ByteBuffer in, int wanted) {
    int type = type(in);
    switch (type) {
      case POINT -> readPoint(in, wanted == POINT);
      case LINE -> readLine(in, wanted == LINE);
      case POLYGON -> readPolygon(in, wanted == POLYGON);
      default -> {
        for (int i = in.getInt(); i > 0; i--) {
          read(in, wanted);
        }
      }
    }
  }

  private static int type(ByteBuffer in) {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt();
    if (type < POINT || type > COLLECTION) {
      throw new IllegalArgumentException("shapes of type " + type + " are not kept");
    }
    return type;
  }

  private void readPoint(ByteBuffer in, boolean wanted) {
    double x = grid.x(in.getDouble());
    double y = grid.y(in.getDouble());
    if (wanted && TileGrid.isDrawn(x, y)) {
      points.add(TileGrid.step(x), TileGrid.step(y));
    }
  }

  private void readPath(ByteBuffer in) {
    path.clear();
    for (int i = in.getInt(); i > 0; i--) {
      path.add(grid.x(in.getDouble()), grid.y(in.getDouble()));
    }
  }

  private void readLine(ByteBuffer in, boolean wanted) {
    readPath(in);
    if (!wanted || path.isOutside()) {
      return;
    }
    if (path.isInside()) {
      drawLine(path);
    } else {
      clip.line(path, this::drawLine);
    }
  }

  private void drawLine(Path part) {
    points.clear();
    for (int i = 0; i < part.size(); i++) {
      points.addToLine(TileGrid.step(part.x(i)), TileGrid.step(part.y(i)));
    }
    simplification.line(points, grid.tolerance());
    if (points.size() > 1) {
      out.line(points);
    }
  }

  private void readPolygon(ByteBuffer in, boolean wanted) {
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      readPath(in);
      if (wanted) {
        polygons.add(path.isOutside() ? NOTHING : path.isInside() ? path : clip.ring(path), i == 0, grid.tolerance());
      }
    }
  }
}
