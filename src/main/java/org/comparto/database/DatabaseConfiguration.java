package org.comparto.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides which database is used. The data source depends on the connection details, so it is closed before the server stops. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  JdbcConnectionDetails database(DatabaseProperties properties, @Value("${comparto.data}") Path data) {
    return properties.isExternal()
        ? ExternalDatabase.at(properties.url(), properties.user(), properties.password())
        : EmbeddedDatabase.start(data);
  }

  /** A cluster of our own together with the lock on the folder it is kept in; Spring closes it last. */
  record EmbeddedDatabase(DataFolder folder, PostgresCluster cluster) implements JdbcConnectionDetails, AutoCloseable {

    static EmbeddedDatabase start(Path data) {
      DataFolder folder = DataFolder.open(data);
      return new EmbeddedDatabase(folder, PostgresCluster.start(folder.database(), PostgresCluster.Durability.FULL));
    }

    @Override
    public String getJdbcUrl() {
      return cluster.jdbcUrl();
    }

    @Override
    public String getUsername() {
      return cluster.user();
    }

    @Override
    public String getPassword() {
      return cluster.password();
    }

    @Override
    public void close() throws Exception {
      cluster.close();
      folder.close();
    }
  }
}
