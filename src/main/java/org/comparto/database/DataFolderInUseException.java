package org.comparto.database;

import java.nio.file.Path;

/** Another application holds the data folder. */
class DataFolderInUseException extends DatabaseSetupException {

  DataFolderInUseException(Path folder) {
    super("Another Comparto is already running on the data folder " + folder.toAbsolutePath()
        + ". Stop it, or start this one with another folder (--data DIR) and port (--port N).");
  }
}
