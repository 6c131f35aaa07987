package org.comparto.proposal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people say about a proposal, pinned to a place or an attribute where it belongs to one. */
@Component
class Comments {

  private static final String COMMENTS = Sql.load("proposal/comments.sql").text();
  private static final String ADD = Sql.load("proposal/add-comment.sql").text();
  private static final String RESOLVE = Sql.load("proposal/resolve-comment.sql").text();
  private static final int LONGEST = 4_000;

  /**
   * A comment as it is shown.
   *
   * @param place GeoJSON point, longitude first; null for the whole
   * @param version of the proposal that was looked at
   */
  record Comment(long id, Instant at, String author, String text, @Nullable JsonNode place, @Nullable String attribute, int version,
      boolean resolved, @Nullable Instant resolvedAt, @Nullable String resolvedBy) {}

  /**
   * A comment as it is sent; it checks itself.
   *
   * @param place GeoJSON point
   * @param attribute by name
   */
  record Remark(@Nullable String text, @Nullable JsonNode place, @Nullable String attribute) {

    void check(Layer layer) {
      if (Field.text("text", text, LONGEST) == null) {
        throw new InvalidInputException("text", "text is required");
      }
      if (isPinned() && !(place.path("type").asString("").equals("Point") && coordinate(0, 180) && coordinate(1, 90))) {
        throw new InvalidInputException("place", "place must be a GeoJSON point, longitude before latitude");
      }
      if (attribute != null && layer.findAttribute(attribute).isEmpty()) {
        throw new InvalidInputException("attribute", "attribute is none of the attributes of " + layer.id());
      }
    }

    private boolean isPinned() {
      return place != null && !place.isNull();
    }

    private boolean coordinate(int axis, int most) {
      JsonNode value = place.path("coordinates").path(axis);
      return value.isNumber() && Math.abs(value.asDouble()) <= most;
    }

    private @Nullable Double at(int axis) {
      return isPinned() ? Double.valueOf(place.path("coordinates").path(axis).asDouble()) : null;
    }
  }

  private final JdbcClient db;

  Comments(JdbcClient db) {
    this.db = db;
  }

  /** Oldest first. */
  List<Comment> of(long proposal) {
    return db.sql(COMMENTS).param("id", proposal).query((row, n) -> {
      Timestamp resolved = row.getTimestamp("resolved_at");
      String place = row.getString("place");
      return new Comment(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("author"), row.getString("text"),
          place == null ? null : Json.MAPPER.readTree(place), row.getString("attribute"), row.getInt("version"), resolved != null,
          resolved == null ? null : resolved.toInstant(), row.getString("resolved_by"));
    }).list();
  }

  /** @param remark that was checked */
  void add(long proposal, Remark remark, String author) {
    db.sql(ADD).param("id", proposal).param("author", author).param("text", Field.text("text", remark.text(), LONGEST))
        .param("longitude", remark.at(0)).param("latitude", remark.at(1)).param("attribute", remark.attribute()).update();
  }

  /** @throws NotFoundException if the proposal has no such comment */
  void resolve(long proposal, long comment, boolean resolved, String who) {
    if (db.sql(RESOLVE).param("id", proposal).param("comment", comment).param("resolved", resolved).param("who", who).update() == 0) {
      throw new NotFoundException("comment", "This proposal has no comment " + comment + ".");
    }
  }
}
