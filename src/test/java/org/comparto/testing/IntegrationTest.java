package org.comparto.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.comparto.network.FixtureRoads;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application: real PostGIS with the demonstration data, real HTTP on a free port, the
 * hand-drawn roads of src/test/resources/roads. All such tests
 * share one application and one database, so a test that writes rolls back (@Transactional) or removes what it made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixtureRoads.class)
@ContextConfiguration(initializers = TestPostgres.Initializer.class)
public @interface IntegrationTest {}
