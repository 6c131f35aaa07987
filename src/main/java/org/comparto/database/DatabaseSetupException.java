package org.comparto.database;

/** PostGIS could not be found, made, started or reached; the message says what to do about it. */
public class DatabaseSetupException extends RuntimeException {

  public DatabaseSetupException(String message) {
    super(message);
  }

  DatabaseSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
