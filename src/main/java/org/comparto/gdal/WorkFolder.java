package org.comparto.gdal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of one piece of work, closed to other users, and gone with all that is in it when the work ends, however it ends. */
public record WorkFolder(Path path) implements AutoCloseable {

  /** The process is named, so that what a killed one left behind can be told. */
  public static final String PREFIX = "comparto-work-";

  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,10})-.*");

  public static WorkFolder create() {
    try {
      return new WorkFolder(Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what processes that were killed have left: folders whose process is gone, or is this one before it began. */
  public static void removeLeftovers() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Instant begun = ProcessHandle.current().info().startInstant().orElse(Instant.MIN);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (name.matches() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(folder)) {
          long process = Long.parseLong(name.group(1));
          boolean own = process == ProcessHandle.current().pid();
          boolean old = Files.getLastModifiedTime(folder).toInstant().isBefore(begun);
          if (own ? old : ProcessHandle.of(process).isEmpty()) {
            new WorkFolder(folder).close();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder in this one, made if it is not there. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          Files.delete(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
          Files.delete(folder);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
