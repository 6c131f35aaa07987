package org.comparto.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of everything this installation keeps, locked against a second application; the lock dies with the process. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** @throws DataFolderInUseException if another application holds it; DatabaseSetupException if it can not be written */
  static DataFolder open(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel = FileChannel.open(path.resolve("comparto.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new DataFolderInUseException(path);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new DatabaseSetupException("The data folder " + path.toAbsolutePath() + " can not be used: " + e.getMessage(), e);
    }
  }

  Path database() {
    return path.resolve("postgres");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
