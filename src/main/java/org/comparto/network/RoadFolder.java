package org.comparto.network;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {comparto.data}/roads: one folder per graph, named by its version. What is under way begins with a dot and takes its name when it is
 * complete, so that a killed process leaves debris and never half a graph.
 */
@Component
class RoadFolder {

  /** Held by every instance that works in the folder, and let go of even by one that is killed. */
  private static final String LOCK = ".lock";

  private final Path folder;
  private @Nullable FileChannel presence;

  RoadFolder(@Value("${comparto.data}") Path data) {
    this.folder = data.toAbsolutePath().resolve("roads");
  }

  /** A new name below the folder, for a file or folder that is not complete yet. */
  Path begin(String suffix) throws IOException {
    Files.createDirectories(folder);
    return folder.resolve("." + UUID.randomUUID() + suffix);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  boolean has(String version) {
    return Files.isDirectory(folder.resolve(version));
  }

  /** A finished graph takes its name. */
  void complete(Path built, String version) throws IOException {
    Files.move(built, folder.resolve(version), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Says that this instance works here, and removes what a killed process left, unless another instance works here too. */
  void enter() throws IOException {
    Files.createDirectories(folder);
    presence = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock alone = presence.tryLock();
    if (alone != null) {
      remove(name -> name.startsWith(".") && !name.equals(LOCK));
      alone.release();
    }
    presence.lock(0, Long.MAX_VALUE, true);
  }

  @PreDestroy
  void leave() throws IOException {
    if (presence != null) {
      presence.close();
    }
  }

  /** All graphs but these. Whoever still answers from one has it in memory, or its files open. */
  void keep(Set<String> versions) throws IOException {
    remove(name -> !name.startsWith(".") && !versions.contains(name));
  }

  private void remove(java.util.function.Predicate<String> unwanted) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path one : all.filter(path -> unwanted.test(path.getFileName().toString())).toList()) {
          delete(one);
        }
      }
    }
  }

  /** A file, or a folder with all that is in it; nothing if it is gone already. */
  static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }
}
