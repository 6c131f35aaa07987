package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/**
 * A response's body, by gzip where the caller takes it, at the level that costs least: at the usual one compressing GeoJSON
 * costs more than finding it. Nothing is sent or promised before the first byte, so that a failure until then is still told.
 */
final class Compressed extends OutputStream {

  private static final int BUFFER = 1 << 13;

  private final HttpServletResponse response;
  private final boolean gzip;
  private OutputStream out;

  Compressed(HttpServletRequest request, HttpServletResponse response) {
    this.response = response;
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    this.gzip = accepted != null && accepted.matches("(?i)(.*[, ])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    opened().write(bytes, from, length);
  }

  /** Not called after a failure, so that half an answer never looks whole. */
  @Override
  public void close() throws IOException {
    opened().close();
  }

  private OutputStream opened() throws IOException {
    if (out == null) {
      out = response.getOutputStream();
      if (gzip) {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        out = new FastGzip(out);
      }
    }
    return out;
  }

  /** Gzip at level 1. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
