package org.comparto.survey;

import org.comparto.database.Sql;
import org.comparto.duplicate.MergeFollower;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Surveys go with their company by their foreign key; but one company is asked once in a campaign. Where both were asked, the request that went less
 * far is revoked; two that were both answered stay where they are, since both answers were given.
 */
@Component
class MergedSurveys implements MergeFollower {

  private static final String REVOKE = Sql.load("survey/revoke-merged.sql").text();

  private final JdbcClient db;

  MergedSurveys(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "survey";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    return JsonMapper.shared().readTree(db.sql(REVOKE).param("gone", gone).param("kept", kept).query(String.class).single());
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    for (JsonNode one : did) {
      db.sql("UPDATE survey SET state = :state WHERE id = :id AND state = 'revoked'").param("state", one.path("state").asString()).param("id", one.path("id").asLong()).update();
    }
  }
}
