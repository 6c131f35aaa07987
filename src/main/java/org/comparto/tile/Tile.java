package org.comparto.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A Mapbox Vector Tile, compressed.
 *
 * @param gzipped of length 0 for a tile without features
 */
public record Tile(byte[] gzipped) {

  static Tile of(byte[] plain) {
    return new Tile(plain.length == 0 ? plain : gzip(plain));
  }

  public boolean isEmpty() {
    return gzipped.length == 0;
  }

  public byte[] plain() {
    if (isEmpty()) {
      return gzipped;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped), 8192)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As fast as it goes: a higher level makes a tile a tenth smaller and takes longer than drawing it. */
  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 8192) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    }) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
