package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.database.Sql;
import org.comparto.job.Job;
import org.comparto.job.Jobs;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps campaigns. Whoever may propose in a territory reads those of it; whose they are, and who reviews there, changes and solves them. Of others' territories
 * nobody learns that they exist.
 */
@Component
class Campaigns {

  private static final String LIST = Sql.load("campaign/list.sql").text();
  private static final String FIND = Sql.load("campaign/find.sql").text();
  private static final String CREATE = Sql.load("campaign/create.sql").text();
  private static final String SAVE = Sql.load("campaign/save.sql").text();
  private static final String DELETE = Sql.load("campaign/delete.sql").text();
  private static final String OWN = Sql.load("campaign/own.sql").text();
  private static final String ASSIGN = Sql.load("campaign/assign.sql").text();
  private static final String BEGIN_SEARCH = Sql.load("campaign/begin-search.sql").text();
  private static final String PROGRESS = Sql.load("campaign/progress.sql").text();
  private static final int MOST_OF_ONE = 200;
  private static final int NAME = 200;
  /** What answers have besides the document; sent back, it is no part of it. */
  private static final List<String> OURS = List.of("id", "name", "territory", "owner", "version", "createdAt", "updatedAt");

  /** A line of the list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listed(long id, String territory, String name, String owner, int version, Instant updatedAt, int groups, int hosts, int visits, boolean demonstration) {}

  /** A campaign, and the job of its last search as it stood at the same moment: where that has ended, what it found is in the campaign. */
  record Seen(Campaign campaign, Optional<Job> lastSearch) {}

  private final JdbcClient db;
  private final CensusHosts census;
  private final Jobs jobs;

  Campaigns(JdbcClient db, CensusHosts census, Jobs jobs) {
    this.db = db;
    this.census = census;
    this.jobs = jobs;
  }

  /** The last changed first. @param territory null for all that the caller may see */
  List<Listed> list(@Nullable String territory, CurrentAccount account) {
    String bound = account.territory();
    if (bound != null && territory != null && !bound.equals(territory)) {
      return List.of();
    }
    return db.sql(LIST).param("territory", territory == null ? bound : territory).query((row, n) -> new Listed(row.getLong("id"), row.getString("territory_code"),
        row.getString("name"), row.getString("owner_name"), row.getInt("version"), row.getObject("updated_at", OffsetDateTime.class).toInstant(), row.getInt("groups"),
        row.getInt("hosts"), row.getInt("visits"), row.getBoolean("demonstration"))).list();
  }

  /** @throws NotFoundException also if it lies in another territory */
  Campaign get(long id, CurrentAccount account) {
    return find(id).filter(one -> account.territory() == null || account.territory().equals(one.territory()))
        .orElseThrow(() -> new NotFoundException("id", "There is no campaign " + id + "."));
  }

  /** @throws NotFoundException as {@link #get} */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Seen seen(long id, CurrentAccount account) {
    Campaign campaign = get(id, account);
    return new Seen(campaign, campaign.job() == null ? Optional.empty() : jobs.find(campaign.job()));
  }

  /** Whoever asks. */
  Optional<Campaign> find(long id) {
    return db.sql(FIND).param("id", id).query(Campaign::of).optional();
  }

  @Transactional
  public Campaign create(ObjectNode sent, CurrentAccount account) {
    String name = Field.required("name", text(sent, "name"), NAME);
    String asked = text(sent, "territory");
    String territory = Field.required("territory", asked == null ? account.territory() : asked, 100);
    ObjectNode document = document(sent);
    if (account.territory() != null && !account.territory().equals(territory)) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "forbidden-territory", "You may not write in the territory " + territory + ".", null, null);
    }
    // of two that are made at the same time one waits, so that both are counted
    db.sql("SELECT pg_advisory_xact_lock(hashtext('visit_campaign'), hashtext(:owner))").param("owner", account.username()).query((row, number) -> 0).list();
    if (db.sql(OWN).param("owner", account.username()).query(Integer.class).single() >= MOST_OF_ONE) {
      throw RefusedException.conflict("too-many", "You keep " + MOST_OF_ONE + " campaigns, which is the most; delete one that you do not need.", null);
    }
    Long id = db.sql(CREATE).param("territory", territory).param("name", name).param("ownerId", account.id()).param("owner", account.username())
        .param("document", document.toString()).query(Long.class).optional()
        .orElseThrow(() -> new InvalidInputException("territory", "There is no territory with this code; leave it out for any."));
    return get(id, account);
  }

  @Transactional
  public Campaign save(long id, @Nullable String ifMatch, ObjectNode sent, CurrentAccount account) {
    Campaign before = changeable(id, account);
    same(ifMatch, String.valueOf(before.version()), before.answer());
    String territory = text(sent, "territory");
    if (territory != null && !territory.equals(before.territory())) {
      throw new InvalidInputException("territory", "A campaign stays in its territory; make a new one for another.");
    }
    String name = text(sent, "name");
    int changed = db.sql(SAVE).param("id", id).param("version", before.version()).param("name", name == null ? before.name() : Field.required("name", name, NAME))
        .param("document", document(sent).toString()).update();
    if (changed == 0) {
      throw changedMeanwhile(get(id, account).answer());
    }
    return get(id, account);
  }

  @Transactional
  public void delete(long id, @Nullable String ifMatch, CurrentAccount account) {
    Campaign before = changeable(id, account);
    same(ifMatch, String.valueOf(before.version()), before.answer());
    if (db.sql(DELETE).param("id", id).param("version", before.version()).update() == 0) {
      throw changedMeanwhile(get(id, account).answer());
    }
  }

  /** By hand. */
  @Transactional
  public Campaign assign(long id, @Nullable String ifMatch, List<Assigned> assignments, CurrentAccount account) {
    Campaign before = changeable(id, account);
    same(ifMatch, "r" + before.resultVersion(), Map.of("version", before.resultVersion()));
    if (db.sql(ASSIGN).param("id", id).param("version", before.resultVersion()).param("assignments", Bodies.MAPPER.writeValueAsString(assignments)).update() == 0) {
      throw changedMeanwhile(Map.of("version", get(id, account).resultVersion()));
    }
    return get(id, account);
  }

  void beginSearch(long id, long job, Search search) {
    db.sql(BEGIN_SEARCH).param("id", id).param("job", job).param("search", Bodies.MAPPER.writeValueAsString(search)).update();
  }

  /** @param assignments null where they are what they were */
  void progress(long id, long job, @Nullable List<Assigned> assignments, Search search) {
    db.sql(PROGRESS).param("id", id).param("job", job).param("assignments", assignments == null ? null : Bodies.MAPPER.writeValueAsString(assignments))
        .param("search", Bodies.MAPPER.writeValueAsString(search)).update();
  }

  /** @throws RefusedException if it is somebody else's, answered with 403 */
  Campaign changeable(long id, CurrentAccount account) {
    Campaign present = get(id, account);
    if (!Objects.equals(present.owner(), account.username()) && !account.may(Scope.REVIEW)) {
      throw new RefusedException(HttpStatus.FORBIDDEN, "not-yours", "This campaign belongs to somebody else; make one of your own.", null, null);
    }
    return present;
  }

  private static void same(@Nullable String ifMatch, String version, Object current) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "Name the version that you have read: If-Match with its ETag.", "If-Match", null);
    }
    if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag -> tag.equals("\"" + version + "\"") || tag.equals("\"" + version + "-gzip\""))) {
      throw changedMeanwhile(current);
    }
  }

  private static RefusedException changedMeanwhile(Object current) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "Somebody else has changed this campaign meanwhile; read it again and decide anew.",
        "If-Match", Map.of("current", current));
  }

  private static @Nullable String text(ObjectNode sent, String name) {
    return sent.path(name).isString() ? sent.path(name).asString() : null;
  }

  /** What can not be read as a campaign is refused; what is only not complete yet can be kept. Hosts of the census that are only named are filled in. */
  private ObjectNode document(ObjectNode sent) {
    ObjectNode document = sent.deepCopy();
    document.remove(OURS);
    Document read = Bodies.value(document, Document.class).checked();
    return census.complete(read).map(complete -> (ObjectNode) Bodies.MAPPER.valueToTree(complete)).orElse(document);
  }
}
