package org.comparto.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A Mapbox Vector Tile, as it was made or compressed: compressed when somebody first asks for that, and only that is kept then.
 * Of length 0 where there are no features.
 */
public final class Tile {

  private volatile byte @Nullable [] plain;
  private volatile byte @Nullable [] gzipped;

  /** @param compressed whether that is how it is wanted first */
  Tile(byte[] made, boolean compressed) {
    boolean empty = made.length == 0;
    this.plain = empty || !compressed ? made : null;
    this.gzipped = empty ? made : compressed ? gzip(made) : null;
  }

  public boolean isEmpty() {
    byte[] made = plain;
    return made != null && made.length == 0;
  }

  public byte[] gzipped() {
    byte[] compressed = gzipped;
    if (compressed == null) {
      byte[] made = plain();
      compressed = gzip(made);
      gzipped = compressed;
      plain = null;
    }
    return compressed;
  }

  public byte[] plain() {
    byte[] made = plain;
    if (made != null) {
      return made;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped), 8192)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes it takes at most. */
  int size() {
    byte[] made = plain;
    return made != null ? made.length : gzipped.length;
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
