package org.comparto.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of PostgreSQL's programs with its arguments; no shell in between.
 *
 * @param user who runs it; null: whoever runs the application
 * @param environment variables it gets beside ours: secrets go here, where other users can not see them
 */
record Command(List<String> words, @Nullable String user, Map<String, String> environment) {

  static Command of(Path program, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return new Command(List.copyOf(words), null, Map.of());
  }

  /** The same, run by another user; only root can do that. */
  Command as(@Nullable String otherUser) {
    return new Command(words, otherUser, environment);
  }

  Command with(Map<String, String> variables) {
    return new Command(words, user, variables);
  }

  /** The words to give to the operating system. */
  List<String> line() {
    if (user == null) {
      return words;
    }
    List<String> line = new ArrayList<>(List.of("runuser", "-u", user, "--"));
    line.addAll(words);
    return line;
  }

  boolean succeeds() {
    try {
      run();
      return true;
    } catch (DatabaseSetupException e) {
      return false;
    }
  }

  /**
   * Runs it to its end and returns what it printed.
   *
   * @throws DatabaseSetupException if it fails, with what it printed
   */
  String run() {
    try {
      // the folder the application stands in may be closed to the other user
      ProcessBuilder builder = new ProcessBuilder(line()).directory(Path.of("/").toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new DatabaseSetupException(String.join(" ", line()) + " ended with " + exit + ":\n" + output.strip());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseSetupException("interrupted while " + words.get(0) + " was running", e);
    }
  }
}
