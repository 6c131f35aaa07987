package org.comparto.community;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps communities. Whoever may propose in a territory reads and copies those of it; whose they are, and who reviews there, changes them. Of others'
 * territories nobody learns that they exist.
 */
@Component
class Communities {

  private static final String LIST = Sql.load("community/list.sql").text();
  private static final String FIND = Sql.load("community/find.sql").text();
  private static final String CREATE = Sql.load("community/create.sql").text();
  private static final String SAVE = Sql.load("community/save.sql").text();
  private static final String DELETE = Sql.load("community/delete.sql").text();
  private static final String OWN = Sql.load("community/own.sql").text();
  private static final int MOST_OF_ONE = 200;
  private static final int NAME = 200;

  /** What is sent to be kept. */
  record Sent(@Nullable String name, @Nullable String territory, @Nullable ObjectNode document) {}

  private final JdbcClient db;

  Communities(JdbcClient db) {
    this.db = db;
  }

  /** The last changed first. @param territory null for all that the caller may see */
  List<Saved> list(@Nullable String territory, CurrentAccount account) {
    String bound = account.territory();
    if (bound != null && territory != null && !bound.equals(territory)) {
      return List.of();
    }
    return db.sql(LIST).param("territory", territory == null ? bound : territory).query(Saved::listed).list();
  }

  /** @throws NotFoundException also if it lies in another territory */
  Saved get(long id, CurrentAccount account) {
    return db.sql(FIND).param("id", id).query(Saved::whole).optional().filter(one -> account.territory() == null || account.territory().equals(one.territory()))
        .orElseThrow(() -> new NotFoundException("id", "There is no community " + id + "."));
  }

  @Transactional
  public Saved create(Sent sent, @Nullable Long scenarioOf, CurrentAccount account) {
    String name = Field.required("name", sent.name(), NAME);
    String territory = Field.required("territory", sent.territory(), 100);
    ObjectNode document = document(sent);
    if (account.territory() != null && !account.territory().equals(territory)) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "forbidden-territory", "You may not write in the territory " + territory + ".", null, null);
    }
    // of two that are made at the same time one waits, so that both are counted
    db.sql("SELECT pg_advisory_xact_lock(hashtext('energy_community'), hashtext(:owner))").param("owner", account.username()).query((row, number) -> 0).list();
    if (db.sql(OWN).param("owner", account.username()).query(Integer.class).single() >= MOST_OF_ONE) {
      throw RefusedException.conflict("too-many", "You keep " + MOST_OF_ONE + " communities, which is the most; delete one that you do not need.", null);
    }
    Long id = db.sql(CREATE).param("territory", territory).param("name", name).param("scenarioOf", scenarioOf).param("ownerId", account.id())
        .param("owner", account.username()).param("document", document.toString()).query(Long.class).optional()
        .orElseThrow(() -> new InvalidInputException("territory", "There is no territory with this code; leave it out for any."));
    return get(id, account);
  }

  @Transactional
  public Saved save(long id, @Nullable String ifMatch, Sent sent, CurrentAccount account) {
    Saved before = changeable(id, ifMatch, account);
    String territory = sent.territory() == null ? before.territory() : Field.required("territory", sent.territory(), 100);
    if (!territory.equals(before.territory())) {
      throw new InvalidInputException("territory", "A community stays in its territory; make a new one for another.");
    }
    int changed = db.sql(SAVE).param("id", id).param("version", before.version()).param("name", Field.required("name", sent.name(), NAME))
        .param("document", document(sent).toString()).update();
    if (changed == 0) {
      throw changedMeanwhile(get(id, account));
    }
    return get(id, account);
  }

  @Transactional
  public void delete(long id, @Nullable String ifMatch, CurrentAccount account) {
    Saved before = changeable(id, ifMatch, account);
    if (db.sql(DELETE).param("id", id).param("version", before.version()).update() == 0) {
      throw changedMeanwhile(get(id, account));
    }
  }

  /** A scenario that begins as this one is. @param name null adds nothing to the old one's */
  @Transactional
  public Saved copy(long id, @Nullable String name, CurrentAccount account) {
    Saved from = get(id, account);
    return create(new Sent(name == null ? from.name() : name, from.territory(), from.document()), id, account);
  }

  private Saved changeable(long id, @Nullable String ifMatch, CurrentAccount account) {
    Saved present = get(id, account);
    if (!Objects.equals(present.owner(), account.username()) && !account.may(Scope.REVIEW)) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "not-yours", "This community belongs to somebody else; make a copy of it.", null, null);
    }
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required",
          "Name the version that you have read: If-Match with the ETag of this community.",
          "If-Match", null);
    }
    boolean same = Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag -> tag.equals("\"" + present.version() + "\"")
        || tag.equals("\"" + present.version() + "-gzip\""));
    if (!same) {
      throw changedMeanwhile(present);
    }
    return present;
  }

  private static RefusedException changedMeanwhile(Saved current) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
        "Somebody else has changed this community meanwhile; read it again and decide anew.",
        "If-Match", Map.of("current", current));
  }

  /** What can not be read as a question is refused; what is only not complete yet can be kept. */
  private static ObjectNode document(Sent sent) {
    if (sent.document() == null) {
      throw new InvalidInputException("document", "document is required");
    }
    Bodies.value(sent.document(), BalanceQuestion.class);
    return sent.document();
  }
}
