package org.comparto.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The application in a JVM of its own, started from the classes under test on a free port: to be stopped, killed, started twice.
 *
 * @param port 0 for one that was only launched
 */
public record RunningApplication(Process process, Path log, int port) {

  private static final List<String> WITHOUT_ROADS = List.of("--comparto.roads.demonstration=false", "--comparto.access.follow=false",
      "--comparto.substations.follow=false");
  private static final Pattern ADDRESS = Pattern.compile("Comparto is at http://localhost:(\\d+)/");
  private static final List<Process> STARTED = new ArrayList<>();

  /** Starts it without waiting for anything. */
  public static RunningApplication launch(Path data, String... settings) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(ClassArchive.get().options());
    command.addAll(List.of("org.comparto.CompartoApplication", "--server.port=0", "--comparto.data=" + data));
    command.add("--comparto.eligible.follow=false"); // a minute of two processors, which no such test is about
    command.addAll(List.of(settings));
    Path log = Files.createTempFile(data, "run", ".log");
    Process process = new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    STARTED.add(process);
    return new RunningApplication(process, log, 0);
  }

  /**
   * Starts it and waits until it has printed its address.
   *
   * @param settings as on the command line, {@code --name=value}
   */
  public static RunningApplication start(Path data, String... settings) throws IOException, InterruptedException {
    RunningApplication started = launch(data, settings);
    Instant end = Instant.now().plusSeconds(180);
    while (started.process.isAlive() && Instant.now().isBefore(end)) {
      Matcher address = ADDRESS.matcher(started.output());
      if (address.find()) {
        ClassArchive.get().keep(started.process);
        return new RunningApplication(started.process, started.log, Integer.parseInt(address.group(1)));
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the application did not start:\n" + started.output());
  }

  /** As {@link #start}, for a test that asks for no ways and times: spares each start the work of drawing and computing them. */
  public static RunningApplication startWithoutRoads(Path data, String... settings) throws IOException, InterruptedException {
    return start(data, Stream.concat(WITHOUT_ROADS.stream(), Stream.of(settings)).toArray(String[]::new));
  }

  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Ends it as Ctrl-C would. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the application did not stop");
    }
  }

  /** Ends what a failed test left running. */
  public static void stopAll() throws InterruptedException {
    for (Process process : STARTED) {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
    STARTED.clear();
  }
}
