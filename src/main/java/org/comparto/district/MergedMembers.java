package org.comparto.district;

import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.duplicate.MergeFollower;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Networks follow companies that become one; where both belong to a network, their times become one. */
@Component
class MergedMembers implements MergeFollower {

  private static final String MEMBER = Sql.load("district/membership.sql").text();
  private static final String WRITE_MEMBER = Sql.load("district/write-membership.sql").text();

  private final JdbcClient db;
  private final Networks networks;
  private final NetworkMemberships memberships;

  MergedMembers(JdbcClient db, Networks networks, NetworkMemberships memberships) {
    this.db = db;
    this.networks = networks;
    this.memberships = memberships;
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    ArrayNode did = JsonMapper.shared().createArrayNode();
    for (long network : db.sql("SELECT network_id FROM company_network_member WHERE company_id = :gone ORDER BY 1").param("gone", gone).query(Long.class).list()) {
      networks.keepFormer(network);
      ObjectNode one = did.addObject().put("network", network);
      one.set("gone", member(network, gone).orElseThrow());
      member(network, kept).ifPresent(before -> one.set("kept", before));
    }
    memberships.merge(gone, kept);
    for (JsonNode one : did) {
      ((ObjectNode) one).set("merged", member(one.path("network").asLong(), kept).orElseThrow());
    }
    return did;
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    for (JsonNode one : did) {
      long network = one.path("network").asLong();
      JsonNode now = member(network, kept).orElse(null);
      if (now == null) {
        continue; // somebody has taken it out since
      }
      networks.keepFormer(network);
      if (now.equals(one.path("merged"))) {
        if (one.has("kept")) {
          write(network, kept, one.path("kept"));
        } else {
          db.sql("DELETE FROM company_network_member WHERE network_id = :network AND company_id = :kept").param("network", network).param("kept", kept).update();
        }
      }
      write(network, gone, one.path("gone"));
      db.sql("UPDATE company_network SET version = version + 1, updated_at = now() WHERE id = :network").param("network", network).update();
    }
  }

  private Optional<JsonNode> member(long network, long company) {
    return db.sql(MEMBER).param("network", network).param("company", company).query(String.class).optional().map(JsonMapper.shared()::readTree);
  }

  private void write(long network, long company, JsonNode member) {
    db.sql(WRITE_MEMBER).param("network", network).param("company", company).param("member", member.toString()).update();
  }
}
