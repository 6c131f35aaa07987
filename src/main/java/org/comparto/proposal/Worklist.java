package org.comparto.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to do for somebody, among all proposals that this one may see. */
@Component
class Worklist {

  private static final Sql PAGE = Sql.load("proposal/worklist.sql");
  private static final Sql COUNTS = Sql.load("proposal/counts.sql");
  private static final String OPEN_COMMENTS = Sql.load("proposal/open-comments.sql").text();
  private static final String COMPETING = Sql.load("proposal/competing.sql").text();

  /**
   * A proposal in a list.
   *
   * @param openComments that nobody has resolved
   * @param competing whether something else is open about the same feature
   */
  record Summary(long id, String layer, @Nullable Long feature, String kind, String state, @Nullable String title, String author,
      @Nullable String territory, @Nullable String municipality, int version, Instant createdAt, Instant updatedAt, String updatedBy,
      int openComments, boolean competing) {}

  /** How much waits: one's own that are open, what one may review, what one may publish. */
  record Counts(int mine, int review, int publish) {}

  /** @param next give it as {@code after} for the following page; null on the last */
  record Page(List<Summary> proposals, @Nullable String next, Counts counts) {}

  private record Row(long id, String layer, @Nullable Long feature, String kind, String state, @Nullable String title, String author,
      @Nullable String territory, @Nullable String municipality, int version, Instant createdAt, Instant updatedAt, String updatedBy) {}

  private record Comments(long proposalId, int open) {}

  private final JdbcClient db;

  Worklist(JdbcClient db) {
    this.db = db;
  }

  Page page(WorklistQuestion question, Caller reader) {
    List<String> conditions = new ArrayList<>(List.of(ProposalStore.SEEN));
    Map<String, @Nullable Object> values = new HashMap<>();
    question.conditions(reader, conditions, values);
    List<Row> found = ProposalStore.seen(db.sql(PAGE.with(Map.of("condition", String.join("\n  AND ", conditions)))), reader).params(values)
        .param("limit", question.limit() + 1).query(Row.class).list();
    List<Row> page = found.subList(0, Math.min(question.limit(), found.size()));
    return new Page(summaries(page), found.size() > page.size() ? WorklistQuestion.after(page.get(page.size() - 1).updatedAt(), page.get(page.size() - 1).id())
        : null, counts(reader));
  }

  private Counts counts(Caller reader) {
    return ProposalStore.seen(db.sql(COUNTS.with(Map.of("seen", ProposalStore.SEEN))), reader).param("reviews", reader.account().may(Scope.REVIEW))
        .query(Counts.class).single();
  }

  private List<Summary> summaries(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rows.stream().map(Row::id).toList();
    Map<Long, Integer> open = db.sql(OPEN_COMMENTS).param("ids", ids).query(Comments.class).list().stream()
        .collect(Collectors.toMap(Comments::proposalId, Comments::open));
    Set<Long> competing = Set.copyOf(db.sql(COMPETING).param("ids", ids).query(Long.class).list());
    return rows.stream().map(row -> new Summary(row.id(), row.layer(), row.feature(), row.kind(), row.state(), row.title(), row.author(),
        row.territory(), row.municipality(), row.version(), row.createdAt(), row.updatedAt(), row.updatedBy(), open.getOrDefault(row.id(), 0),
        competing.contains(row.id()))).toList();
  }
}
