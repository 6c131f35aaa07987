package org.comparto.gdal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GDAL's programs, each run in a private folder with nothing of this process's environment, only the drivers it is given,
 * no way to the network, and an end of time and memory. Arguments are a list; no shell sees them.
 */
public final class Gdal {

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final long MEMORY_BYTES = 2L << 30;
  private static final int MOST_OUTPUT = 16 << 20;
  private static final int MOST_ERRORS = 64 << 10;
  private static final Pattern DRIVER = Pattern.compile("^  (\\S.*?) -[a-z,]+- \\(.*$", Pattern.MULTILINE);

  private static volatile List<String> drivers = List.of();

  private final Path folder;
  private final Duration timeout;
  private final long largestFileBytes;
  private final Function<Duration, RuntimeException> tooLong;

  /**
   * @param folder the only place where the programs find and leave anything
   * @param timeout of each run
   * @param largestFileBytes of any file that a program leaves there
   * @param tooLong makes what is thrown when a program was stopped for its time
   */
  public Gdal(Path folder, Duration timeout, long largestFileBytes, Function<Duration, RuntimeException> tooLong) {
    this.folder = folder;
    this.timeout = timeout;
    this.largestFileBytes = largestFileBytes;
    this.tooLong = tooLong;
  }

  /** What a program printed and how it ended. */
  public record Outcome(int exit, String output, String errors) {

    public boolean succeeded() {
      return exit == 0;
    }

    /** The first error it named, for people; paths of this machine are left out. */
    public String firstError() {
      return errors.lines().filter(line -> line.startsWith("ERROR") || line.startsWith("FAILURE")).findFirst()
          .map(line -> line.replaceFirst("^(ERROR|FAILURE)( \\d+)?: ?", "").replaceAll("(/[^/\\s'`\"]+)+/", "")).orElse("no reason was given; perhaps it is not what its name says, or its text is not in UTF-8");
    }
  }

  /** Runs ogrinfo with read access. */
  public Outcome info(List<String> allowed, String... arguments) {
    List<String> line = new ArrayList<>(List.of("ogrinfo", "-ro"));
    line.addAll(List.of(arguments));
    return run(line, only(allowed), () -> {}, output -> {});
  }

  /** Runs ogrinfo where it may write. */
  public Outcome change(List<String> allowed, String... arguments) {
    List<String> line = new ArrayList<>(List.of("ogrinfo", "-q"));
    line.addAll(List.of(arguments));
    return run(line, only(allowed), () -> {}, output -> {});
  }

  /** Runs gdalsrsinfo. */
  public Outcome crs(String... arguments) {
    List<String> line = new ArrayList<>(List.of("gdalsrsinfo"));
    line.addAll(List.of(arguments));
    return run(line, Map.of(), () -> {}, output -> {});
  }

  /**
   * Runs ogr2ogr from one format to another.
   *
   * @param allowed the drivers that may read and write
   * @param environment what it needs to know besides, for instance the database's password
   * @param waiting called several times a second; what it throws ends the program
   * @param percent told how far it is
   */
  public Outcome convert(List<String> allowed, List<String> arguments, Map<String, String> environment, Runnable waiting,
      Consumer<Double> percent) {
    List<String> line = new ArrayList<>(List.of("ogr2ogr", "-progress"));
    line.addAll(arguments);
    Map<String, String> all = new HashMap<>(only(allowed));
    all.putAll(environment);
    return run(line, all, waiting, percent);
  }

  private static Map<String, String> only(List<String> allowed) {
    return Map.of("GDAL_SKIP", drivers().stream().filter(driver -> !allowed.contains(driver)).collect(Collectors.joining(",")));
  }

  /** All that this machine's GDAL has; asked once. */
  private static List<String> drivers() {
    if (drivers.isEmpty()) {
      try (WorkFolder work = WorkFolder.create()) {
        Outcome formats = new Gdal(work.path(), Duration.ofMinutes(1), Long.MAX_VALUE,
            time -> new IllegalStateException("ogrinfo --formats does not end")).run(List.of("ogrinfo", "--formats"), Map.of(), () -> {}, percent -> {});
        Matcher driver = DRIVER.matcher(formats.output());
        List<String> found = new ArrayList<>();
        while (driver.find()) {
          found.add(driver.group(1));
        }
        if (found.isEmpty()) {
          throw new IllegalStateException("ogrinfo --formats named no driver: " + formats.errors());
        }
        drivers = List.copyOf(found);
      }
    }
    return drivers;
  }

  private Outcome run(List<String> words, Map<String, String> environment, Runnable waiting, Consumer<Double> percent) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(PRLIMIT)) {
      line.addAll(List.of(PRLIMIT.toString(), "--as=" + MEMORY_BYTES, "--core=0",
          "--fsize=" + (largestFileBytes == Long.MAX_VALUE ? "unlimited" : String.valueOf(largestFileBytes)), "--"));
    }
    line.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    setEnvironment(builder.environment(), environment);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("GDAL's programs are needed to read and write files; ./comparto run installs them (Debian: gdal-bin)", e);
    }
    try {
      Collector output = new Collector(process.getInputStream(), MOST_OUTPUT, percent);
      Collector errors = new Collector(process.getErrorStream(), MOST_ERRORS, part -> {});
      Instant end = Instant.now().plus(timeout);
      long step = Math.min(200, timeout.toMillis());
      while (!process.waitFor(step, TimeUnit.MILLISECONDS)) {
        waiting.run();
        if (Instant.now().isAfter(end)) {
          throw tooLong.apply(timeout);
        }
      }
      return new Outcome(process.exitValue(), output.text(), errors.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while GDAL was working", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private void setEnvironment(Map<String, String> environment, Map<String, String> further) {
    Map<String, String> kept = Map.copyOf(environment);
    environment.clear();
    for (String name : List.of("PATH", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot")) {
      if (kept.containsKey(name)) {
        environment.put(name, kept.get(name));
      }
    }
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.put("CPL_TMPDIR", folder.toString());
    // nothing listens on the discard port: whatever a file makes a driver ask for fails at once
    for (String proxy : List.of("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY")) {
      environment.put(proxy, "http://127.0.0.1:9");
    }
    environment.put("GDAL_HTTP_TIMEOUT", "1");
    environment.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "none");
    environment.put("PROJ_NETWORK", "OFF");
    environment.put("GML_SKIP_RESOLVE_ELEMS", "ALL");
    environment.put("GML_FIELDTYPES", "ALWAYS_STRING");    // guessed types would take the zeros off codes
    environment.put("SHAPE_RESTORE_SHX", "YES");
    environment.put("OGR_XLSX_HEADERS", "FORCE");
    environment.put("GDAL_CACHEMAX", "64");
    environment.put("PG_USE_COPY", "YES");
    environment.putAll(further);
  }

  /** Reads one stream to its end in a thread of its own, keeping the beginning. */
  private static final class Collector {

    private static final Pattern PERCENT = Pattern.compile("(\\d+)\\.\\.\\.\\z|(\\d+)(\\.{0,3})\\z");

    private final StringBuilder kept = new StringBuilder();
    private final Thread reader;

    Collector(InputStream in, int most, Consumer<Double> percent) {
      reader = new Thread(() -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (in) {
          for (int read; (read = in.read(buffer)) >= 0;) {
            if (bytes.size() < most) {
              bytes.write(buffer, 0, Math.min(read, most - bytes.size()));
            }
            percentOf(bytes).ifPresent(percent::accept);
          }
        } catch (IOException e) {
          // the program was ended; what it had said is enough
        }
        kept.append(bytes.toString(StandardCharsets.UTF_8));
      }, "gdal-output");
      reader.setDaemon(true);
      reader.start();
    }

    /** ogr2ogr draws 0...10...20 as it goes; each point is two and a half percent. */
    private static Optional<Double> percentOf(ByteArrayOutputStream bytes) {
      if (bytes.size() > 200) {
        return Optional.empty();
      }
      Matcher drawn = PERCENT.matcher(bytes.toString(StandardCharsets.US_ASCII));
      if (!drawn.find()) {
        return Optional.empty();
      }
      String tens = drawn.group(1) != null ? drawn.group(1) : drawn.group(2);
      int points = drawn.group(1) != null ? 3 : drawn.group(3).length();
      return Optional.of(Math.min(100, Integer.parseInt(tens) + 2.5 * points));
    }

    String text() throws InterruptedException {
      reader.join(5_000);
      return kept.toString();
    }
  }
}
