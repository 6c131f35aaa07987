package org.comparto.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data are kept.
 *
 * @param url an external PostGIS as {@code jdbc:postgresql://host:5432/db} or {@code postgresql://user:password@host:5432/db};
 *     without it a private cluster is kept under the data folder
 * @param user the external database's user, if the URL does not name it
 * @param password the external database's password, if the URL does not name it
 */
@ConfigurationProperties("comparto.database")
record DatabaseProperties(@Nullable String url, @Nullable String user, @Nullable String password) {

  boolean isExternal() {
    return url != null && !url.isBlank();
  }
}
