package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashSet;
import java.util.Set;
import org.comparto.testing.IntegrationTest;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the core layers and the entities that write them say the same. */
@IntegrationTest
@Transactional
class EntitiesMatchTheSchemaTest {

  @Autowired EntityManager entities;
  @Autowired JdbcClient db;

  @ForEachCoreLayer
  void readsBackEveryRowAndChangesNone(String entity, String table) {
    var before = db.sql("SELECT id, xmin::text FROM " + table).query().listOfRows();

    var records = entities.createQuery("SELECT r FROM " + entity + " r", FeatureRecord.class).getResultList();
    entities.flush(); // a field that does not survive the way back would be written here

    assertThat(records).hasSameSizeAs(before);
    assertThat(db.sql("SELECT id, xmin::text FROM " + table).query().listOfRows()).containsExactlyInAnyOrderElementsOf(before);
  }

  @ForEachCoreLayer
  void mapsEveryColumnButTheDerivedOnes(String entity, String table) {
    var columns = db.sql("""
        SELECT column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = :table AND is_generated = 'NEVER'
          AND coalesce(col_description(CAST(:table AS regclass), ordinal_position), '') NOT LIKE 'derived:%'""")
        .param("table", table).query(String.class).set();

    assertThat(mappedColumns(entity)).isEqualTo(columns);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @CsvSource({"Territory, territory", "Municipality, municipality", "IndustrialZone, industrial_zone", "Plot, plot",
    "LogisticsZone, logistics_zone", "EnergyArea, energy_area", "PrimarySubstationArea, primary_substation_area",
    "Bottleneck, bottleneck", "Gateway, gateway", "Company, company", "VisitPlace, visit_place"})
  @interface ForEachCoreLayer {}

  private Set<String> mappedColumns(String entity) {
    var type = entities.getMetamodel().getEntities().stream().filter(e -> e.getName().equals(entity)).findFirst().orElseThrow();
    var mapping = entities.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class).getMappingMetamodel()
        .getEntityDescriptor(type.getJavaType());
    var columns = new HashSet<String>();
    mapping.getIdentifierMapping().forEachSelectable((i, column) -> columns.add(column.getSelectionExpression()));
    mapping.forEachSelectable((i, column) -> columns.add(column.getSelectionExpression()));
    return columns;
  }
}
