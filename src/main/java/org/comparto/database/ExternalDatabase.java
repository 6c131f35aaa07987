package org.comparto.database;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostGIS that somebody else runs. */
record ExternalDatabase(String getJdbcUrl, @Nullable String getUsername, @Nullable String getPassword) implements JdbcConnectionDetails {

  /**
   * Reads both the JDBC form and the usual {@code postgresql://user:password@host:port/database?options} form.
   *
   * @throws DatabaseSetupException if it is neither
   */
  static ExternalDatabase at(String url, @Nullable String user, @Nullable String password) {
    String trimmed = url.trim();
    if (trimmed.startsWith("jdbc:postgresql:")) {
      return new ExternalDatabase(trimmed, user, password);
    }
    if (!trimmed.matches("postgres(ql)?://.+/.+")) {
      throw new DatabaseSetupException("COMPARTO_DATABASE_URL is neither jdbc:postgresql://host:port/database "
          + "nor postgresql://user:password@host:port/database");
    }
    URI uri = URI.create(trimmed);
    String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    String authority = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new ExternalDatabase("jdbc:postgresql://" + authority + uri.getRawPath() + options,
        login.length > 0 ? login[0] : user, login.length > 1 ? login[1] : password);
  }
}
