package org.comparto.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.comparto.database.PostgresCluster;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one database of a test run: the empty database that COMPARTO_TEST_DATABASE_URL names, else a fresh cluster of the
 * installed PostGIS, else a container where a Docker engine answers.
 */
public final class TestPostgres {

  private static JdbcConnectionDetails details;

  private TestPostgres() {}

  public static synchronized JdbcConnectionDetails get() {
    if (details == null) {
      details = start();
    }
    return details;
  }

  /** For a second application on the same database. */
  public static ApplicationContextInitializer<ConfigurableApplicationContext> initializer() {
    return new Initializer();
  }

  private static JdbcConnectionDetails start() {
    String given = System.getenv("COMPARTO_TEST_DATABASE_URL");
    if (given != null && !given.isBlank()) {
      return new Details(given, System.getenv("COMPARTO_TEST_DATABASE_USER"), System.getenv("COMPARTO_TEST_DATABASE_PASSWORD"));
    }
    return PostgresCluster.isPossible() || !dockerAnswers() ? cluster() : container();
  }

  private static JdbcConnectionDetails cluster() {
    try {
      Path folder = Files.createTempDirectory("comparto-test");
      PostgresCluster cluster = PostgresCluster.start(folder, PostgresCluster.Durability.NONE);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        cluster.close();
        delete(folder);
      }));
      return new Details(cluster.jdbcUrl(), cluster.user(), cluster.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JdbcConnectionDetails container() {
    PostgreSQLContainer container = new PostgreSQLContainer(
        DockerImageName.parse("postgis/postgis:15-3.4").asCompatibleSubstituteFor("postgres"));
    container.start();
    return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  private static boolean dockerAnswers() {
    return org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for each application: the operator's token of one must not take the place of another's. */
  private static Path dataFolder() {
    try {
      Path made = Files.createTempDirectory("comparto-test-data");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Details(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

  /** Puts the test database in the place of the application's own, and its files into a folder of their own. */
  static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      context.getBeanFactory().registerSingleton("database", get());
      TestPropertyValues.of("comparto.data=" + dataFolder(), "comparto.job.heartbeat=500ms", "comparto.roads.demonstration=false", "comparto.inquiry.minimum-fill=1s",
          "comparto.inquiry.desk-address=desk@example.org", "comparto.tour.patience=1s", "comparto.tiles.settled=0s").applyTo(context);
      // plots and eligible areas are to change when a test changes them, and not some seconds later
      TestPropertyValues.of("comparto.access.follow=false", "comparto.eligible.follow=false", "comparto.substations.follow=false", "comparto.district.follow=false").applyTo(context);
      // few rounds, as People have them: what is tested is who gets in, not how long guessing would take
      context.addBeanFactoryPostProcessor(beans ->
          beans.getBeanDefinition("org.comparto.account.Passwords").getConstructorArgumentValues().addIndexedArgumentValue(0, People.COST));
      // applications that wait for their next test keep no connections from the one that is tested
      TestPropertyValues.of("spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000").applyTo(context);
    }
  }
}
