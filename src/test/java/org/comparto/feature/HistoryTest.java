package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The database keeps every version of every record with who, when and why, whoever writes and however. */
@IntegrationTest
@Transactional
class HistoryTest {

  @Autowired
  JdbcClient db;

  @Autowired
  Changes changes;

  @ParameterizedTest
  @CsvSource({"plot, plot", "company, company", "territory, territory", "thematic_quarry, quarry"})
  void aChangedRecordCanBeBroughtBackToTheLastBit(String relation, String layer) {
    long id = db.sql("SELECT min(id) FROM " + relation).query(Long.class).single();
    String before = content(relation, id);
    int version = version(relation, id);
    int formerVersions = formerVersions(layer, id);
    long change = changes.begin(Changes.Kind.EDIT, "a new name and place");
    db.sql("UPDATE " + relation + " SET name = 'other', geom = ST_Translate(geom, 0.001, 0) WHERE id = :id").param("id", id).update();
    assertThat(content(relation, id)).isNotEqualTo(before);

    changes.begin(Changes.Kind.ROLLBACK, "it was right before");
    assertThat(changes.restore(relation, layer, id, change)).isTrue();

    assertThat(content(relation, id)).isEqualTo(before);
    assertThat(version(relation, id)).isEqualTo(version + 2);
    assertThat(formerVersions(layer, id)).isEqualTo(formerVersions + 2);
  }

  @Test
  void aDeletedRecordExistsAgainUnderItsId() {
    long id = db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    String before = content("gateway", id);
    long change = changes.begin(Changes.Kind.EDIT, "closed");
    db.sql("DELETE FROM gateway WHERE id = :id").param("id", id).update();
    assertThat(db.sql("SELECT deleted FROM feature_history WHERE feature_id = :id AND ended_by = :change")
        .param("id", id).param("change", change).query(Boolean.class).single()).isTrue();

    changes.begin(Changes.Kind.ROLLBACK, "opened again");
    assertThat(changes.restore("gateway", "gateway", id, change)).isTrue();
    assertThat(content("gateway", id)).isEqualTo(before);
  }

  @Test
  void anInsertWritesNoHistoryAndNamesItsChange() {
    long change = changes.begin(Changes.Kind.LOAD, "a file");
    db.sql("""
        INSERT INTO thematic_quarry (code, name, geom) SELECT 'test-' || n, 'Test', ST_SetSRID(ST_MakePoint(9, 45), 4326)
        FROM generate_series(1, 100) AS n""").update();
    assertThat(db.sql("SELECT count(*) FROM thematic_quarry WHERE change_id = :change").param("change", change).query(Integer.class).single())
        .isEqualTo(100);
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE ended_by = :change").param("change", change).query(Integer.class).single())
        .isZero();
  }

  @Test
  void aWriterThatAnnouncesNothingIsNotedAsTheDatabaseUserItIs() {
    db.sql("UPDATE gateway SET name = name || '!' WHERE id = (SELECT min(id) FROM gateway)").update();
    Map<String, Object> change = db.sql("SELECT author, kind FROM change ORDER BY id DESC LIMIT 1").query().singleRow();
    assertThat(change.get("kind")).isEqualTo("system");
    assertThat(change.get("author")).isEqualTo(db.sql("SELECT session_user::text").query(String.class).single());
  }

  @Test
  void whatNeverWasCanNotBeRestored() {
    long change = changes.begin(Changes.Kind.ROLLBACK, "of nothing");
    assertThat(changes.restore("gateway", "gateway", 1, change)).isFalse();
  }

  private String content(String relation, long id) {
    return db.sql("SELECT md5(ROW(to_jsonb(r) - 'version' - 'change_id' - 'updated_at' - 'updated_by', ST_AsEWKB(geom))::text) FROM "
        + relation + " AS r WHERE id = :id").param("id", id).query(String.class).single();
  }

  private int version(String relation, long id) {
    return db.sql("SELECT version FROM " + relation + " WHERE id = :id").param("id", id).query(Integer.class).single();
  }

  private int formerVersions(String layer, long id) {
    return db.sql("SELECT count(*) FROM feature_history WHERE layer_id = :layer AND feature_id = :id")
        .param("layer", layer).param("id", id).query(Integer.class).single();
  }
}
