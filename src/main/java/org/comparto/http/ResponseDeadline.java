package org.comparto.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.comparto.problem.SlowReceiverException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends answers whose receiver takes them too slowly: behind each of them a cursor and a connection wait. The receiver sees a
 * broken stream, which no reader takes for a whole one.
 */
@Component
class ResponseDeadline extends OncePerRequestFilter {

  private final Duration answers;
  private final Duration downloads;

  /**
   * @param answers how long a page, tile or list may take to be received
   * @param downloads the same for a whole layer
   */
  ResponseDeadline(@Value("${comparto.deadline.answers:PT2M}") Duration answers,
      @Value("${comparto.deadline.downloads:PT1H}") Duration downloads) {
    this.answers = answers;
    this.downloads = downloads;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/ogc") && !path.startsWith("/tiles/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration allowed = request.getServletPath().endsWith("/download") ? downloads : answers;
    chain.doFilter(request, new Bounded(response, System.nanoTime() + allowed.toNanos()));
  }

  /** A response that no longer takes bytes after its time. */
  private static final class Bounded extends HttpServletResponseWrapper {

    private final long end;

    Bounded(HttpServletResponse response, long end) {
      super(response);
      this.end = end;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new BoundedStream(super.getOutputStream(), end);
    }
  }

  /** Its stream. */
  private static final class BoundedStream extends ServletOutputStream {

    private final ServletOutputStream out;
    private final long end;

    BoundedStream(ServletOutputStream out, long end) {
      this.out = out;
      this.end = end;
    }

    @Override
    public void write(int oneByte) throws IOException {
      check();
      out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      check();
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }

    private void check() throws IOException {
      if (System.nanoTime() - end > 0) {
        throw new SlowReceiverException();
      }
    }
  }
}
