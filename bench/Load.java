import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks a server over and over on several connections, each waiting for its answer, and prints how many answers came a second:
 * {@code java bench/Load.java CONNECTIONS SECONDS FILE [HEADER: VALUE …]}. FILE holds one address a line; each connection
 * begins elsewhere in it. Prints {@code answers/s, MB/s, median ms, p99 ms, errors, statuses, p95 ms}. Plain sockets and blocking reads:
 * what it costs itself is little, since it shares the machine with what it measures.
 */
public class Load {

  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** One connection's figures. */
  private static final class Figures {
    long answers;
    long bytes;
    long errors;
    boolean closing;
    long[] nanos = new long[1024];
    final int[] statuses = new int[600];

    void note(long time) {
      if (answers == nanos.length) {
        nanos = Arrays.copyOf(nanos, nanos.length * 2);
      }
      nanos[(int) answers++] = time;
    }
  }

  public static void main(String[] arguments) throws Exception {
    int connections = Integer.parseInt(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    List<URI> addresses = Files.readAllLines(Path.of(arguments[2])).stream().filter(line -> !line.isBlank()).map(URI::create).toList();
    String headers = String.join("\r\n", Arrays.copyOfRange(arguments, 3, arguments.length));
    List<byte[]> requests = addresses.stream().map(address -> ("GET " + address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()) + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
        + (headers.isEmpty() ? "" : headers + "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII)).toList();
    AtomicBoolean stop = new AtomicBoolean();
    List<Figures> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Figures figures = new Figures();
      int first = i * requests.size() / connections;
      all.add(figures);
      threads.add(new Thread(() -> ask(addresses.get(0), requests, first, figures, stop)));
    }
    long begun = System.nanoTime();
    threads.forEach(Thread::start);
    Thread.sleep((long) (seconds * 1000));
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    print(all, (System.nanoTime() - begun) / 1e9);
  }

  private static void ask(URI server, List<byte[]> requests, int first, Figures figures, AtomicBoolean stop) {
    byte[] sink = new byte[1 << 16];
    int at = first;
    while (!stop.get()) {
      try (Socket socket = new Socket(server.getHost(), server.getPort())) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        OutputStream out = socket.getOutputStream();
        while (!stop.get()) {
          long begun = System.nanoTime();
          out.write(requests.get(at++ % requests.size()));
          figures.bytes += answer(in, sink, figures);
          figures.note(System.nanoTime() - begun);
          if (figures.closing) {
            break; // the server said that it closes this connection: no error
          }
        }
      } catch (IOException e) {
        figures.errors++;
        if (figures.errors > 1000) {
          return; // nobody answers
        }
      }
    }
  }

  /** Reads one answer. @return the bytes of its body */
  private static long answer(InputStream in, byte[] sink, Figures figures) throws IOException {
    StringBuilder head = new StringBuilder(512);
    int matched = 0;
    while (matched < END.length) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("closed");
      }
      head.append((char) c);
      matched = c == END[matched] ? matched + 1 : c == END[0] ? 1 : 0;
    }
    int status = Integer.parseInt(head.substring(9, 12));
    figures.statuses[status]++;
    if (status >= 400) {
      figures.errors++;
    }
    String lower = head.toString().toLowerCase();
    figures.closing = lower.contains("\r\nconnection: close");
    int length = lower.indexOf("\r\ncontent-length:");
    if (status == 304 || status == 204) {
      return 0;
    }
    if (length >= 0) {
      return skip(in, Long.parseLong(lower.substring(length + 17, lower.indexOf('\r', length + 2)).trim()), sink);
    }
    long total = 0;
    while (true) {
      int size = 0;
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("closed");
        }
        if (c != '\r') {
          size = size * 16 + Character.digit(c, 16);
        }
      }
      skip(in, size + 2L, sink);
      if (size == 0) {
        return total;
      }
      total += size;
    }
  }

  private static long skip(InputStream in, long length, byte[] sink) throws IOException {
    for (long rest = length; rest > 0; ) {
      int read = in.read(sink, 0, (int) Math.min(rest, sink.length));
      if (read < 0) {
        throw new IOException("closed");
      }
      rest -= read;
    }
    return length;
  }

  private static void print(List<Figures> all, double seconds) {
    long answers = all.stream().mapToLong(f -> f.answers).sum();
    long bytes = all.stream().mapToLong(f -> f.bytes).sum();
    long[] nanos = all.stream().flatMapToLong(f -> Arrays.stream(f.nanos, 0, (int) f.answers)).sorted().toArray();
    StringBuilder statuses = new StringBuilder();
    for (int status = 0; status < 600; status++) {
      int s = status;
      long count = all.stream().mapToLong(f -> f.statuses[s]).sum();
      if (count > 0) {
        statuses.append(' ').append(status).append('x').append(count);
      }
    }
    System.out.printf(java.util.Locale.ROOT, "%.2f %.2f %.2f %.2f %d%s p95:%.2f%n", answers / seconds, bytes / seconds / 1e6,
        nanos.length == 0 ? 0 : nanos[nanos.length / 2] / 1e6, nanos.length == 0 ? 0 : nanos[(int) (nanos.length * 0.99)] / 1e6,
        all.stream().mapToLong(f -> f.errors).sum(), statuses,
        nanos.length == 0 ? 0 : nanos[(int) (nanos.length * 0.95)] / 1e6);
  }
}
