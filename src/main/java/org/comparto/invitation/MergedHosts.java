package org.comparto.invitation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.duplicate.MergeFollower;
import org.comparto.hours.Window;
import org.comparto.problem.RefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invitations follow companies that become one, and with them the times that they hold. Two companies that are promised to more groups at one time
 * than the one they become receives do not become one before somebody has settled that: nobody is booked twice, by a merge neither.
 */
@Component
class MergedHosts implements MergeFollower {

  /** A visit that the company that is kept has no room for. */
  record Clash(long invitation, String about, LocalDate date, String start, String end) {}

  private final JdbcClient db;

  MergedHosts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "invitation";
  }

  @Override
  public JsonNode follow(long gone, long kept) {
    List<Long> all = db.sql("SELECT id FROM invitation WHERE host_id = :gone ORDER BY id").param("gone", gone).query(Long.class).list();
    List<Long> left = move(all, gone, kept);
    if (!left.isEmpty()) {
      List<Clash> clashes = left.stream().map(this::clash).toList();
      Clash first = clashes.get(0);
      throw RefusedException.conflict("booked-twice", "The two companies are promised to visits at the same time, more than one of them receives: " + clashes.size()
          + ", the first on " + first.date() + " from " + first.start() + " to " + first.end() + " for " + first.about() + ". Settle that before they become one.", "gone",
          Map.of("visits", clashes));
    }
    return JsonMapper.shared().valueToTree(all);
  }

  @Override
  public void part(long kept, long gone, JsonNode did) {
    move(did.valueStream().map(JsonNode::asLong).toList(), kept, gone);
  }

  private List<Long> move(List<Long> ids, long from, long to) {
    return db.sql("SELECT move_invitations(:ids, :from, :to)").param("ids", ids.toArray(Long[]::new)).param("from", from).param("to", to)
        .query((row, n) -> Arrays.asList((Long[]) row.getArray(1).getArray())).single();
  }

  private Clash clash(long id) {
    return db.sql("SELECT about, visit_date, starts, ends FROM invitation WHERE id = :id").param("id", id)
        .query((row, n) -> {
          Window window = new Window(row.getInt("starts"), row.getInt("ends"));
          return new Clash(id, row.getString("about"), row.getObject("visit_date", LocalDate.class), window.from(), window.to());
        }).single();
  }
}
