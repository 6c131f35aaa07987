package org.comparto.district;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps networks of firms: whoever may propose changes of companies in a territory keeps those of it, the public sees what is public, and nobody's name without consent. */
@Component
class Networks {

  private static final String LAYER = "company";
  private static final int MOST_LISTED = 500;
  private static final String LIST = Sql.load("district/networks.sql").text();
  private static final String MEMBERS = Sql.load("district/network-members.sql").text();
  private static final String INSERT = Sql.load("district/insert-network.sql").text();
  private static final String UPDATE = Sql.load("district/update-network.sql").text();

  private final JdbcClient db;
  private final Audit audit;
  private final JsonMapper json;
  private final DistrictProperties properties;

  Networks(JdbcClient db, Audit audit, JsonMapper json, DistrictProperties properties) {
    this.db = db;
    this.audit = audit;
    this.json = json;
    this.properties = properties;
  }

  /** @param company only those that it belongs to today: none for the public where it may not be named */
  List<Network> list(@Nullable String territory, @Nullable String kind, @Nullable Long company, @Nullable String words) {
    if (kind != null && NetworkKind.find(kind).isEmpty()) {
      throw new InvalidInputException("kind", "kind is \"" + kind + "\"; /api/networks lists the kinds there are");
    }
    if (company != null && !mayBeNamed(company)) {
      return List.of();
    }
    return query(null, territory, kind, company, words);
  }

  /** @throws NotFoundException also if it is not public and the caller is not of its desk */
  NetworkPage page(long id) {
    Network network = find(id);
    boolean all = mayKeep(network.territory());
    List<NetworkMember> named = db.sql(MEMBERS).param("network", id).query((row, number) -> !all && !row.getBoolean("named") ? Optional.<NetworkMember>empty()
        : Optional.of(new NetworkMember(row.getLong("company"), row.getString("name"), row.getString("role"), row.getObject("joined_on", java.time.LocalDate.class),
            row.getObject("left_on", java.time.LocalDate.class), row.getDouble("lon"), row.getDouble("lat"),
            all || row.getBoolean("with_activity") ? row.getString("production_chain") : null, row.getBoolean("demonstration"))))
        .list().stream().flatMap(Optional::stream).toList();
    java.time.LocalDate today = java.time.LocalDate.now();
    int present = (int) named.stream().filter(member -> member.leftOn() == null || member.leftOn().isAfter(today)).count();
    int unnamed = Math.max(0, network.members() - present);
    return new NetworkPage(network, named, all || unnamed > 0 ? unnamed : null, all ? null : properties.k());
  }

  Network find(long id) {
    return query(id, null, null, null, null).stream().findFirst().orElseThrow(() -> new NotFoundException("id", "There is no network " + id + "."));
  }

  @Transactional
  public NetworkPage create(NewNetwork sent) {
    CurrentAccount caller = CurrentAccount.get();
    if (sent.territory() == null) {
      throw new InvalidInputException("territory", "territory is required");
    }
    caller.checkPropose(LAYER, sent.territory(), caller.municipality());
    if (!db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", sent.territory()).query(Boolean.class).single()) {
      throw new InvalidInputException("territory", "There is no territory with the code \"" + sent.territory() + "\"; /ogc/collections/territory/items lists them.");
    }
    long id = unique(() -> bind(db.sql(INSERT), sent, caller).param("territory", sent.territory()).param("demonstration", false).query(Long.class).single());
    writeMembers(id, sent, sent.territory());
    audit.note(caller.username(), AuditAction.NETWORK_CREATED, "network:" + id, sent.name());
    return page(id);
  }

  /** @throws RefusedException 412 with the present one if somebody else was faster */
  @Transactional
  public NetworkPage change(long id, int version, NewNetwork sent) {
    CurrentAccount caller = CurrentAccount.get();
    Network before = kept(id, caller);
    if (sent.territory() != null && !sent.territory().equals(before.territory())) {
      throw new InvalidInputException("territory", "A network stays in its territory; make a new one for another.");
    }
    keepFormer(before, caller);
    if (unique(() -> bind(db.sql(UPDATE), sent, caller).param("id", id).param("version", version).update()) == 0) {
      throw changedMeanwhile(id);
    }
    writeMembers(id, sent, before.territory());
    audit.note(caller.username(), AuditAction.NETWORK_CHANGED, "network:" + id, sent.name());
    return page(id);
  }

  @Transactional
  public void remove(long id, int version) {
    CurrentAccount caller = CurrentAccount.get();
    Network gone = kept(id, caller);
    keepFormer(gone, caller);
    if (db.sql("DELETE FROM company_network WHERE id = :id AND version = :version").param("id", id).param("version", version).update() == 0) {
      throw changedMeanwhile(id);
    }
    audit.note(caller.username(), AuditAction.NETWORK_REMOVED, "network:" + id, gone.name());
  }

  /** Former states, the last first, as they were: for whoever keeps the network. */
  List<Map<String, Object>> history(long id) {
    kept(id, CurrentAccount.get());
    return db.sql("SELECT version, ended_at, ended_by, document::text AS document FROM company_network_history WHERE network_id = :id ORDER BY version DESC").param("id", id)
        .query((row, number) -> Map.<String, Object>of("version", row.getInt("version"), "endedAt", row.getObject("ended_at", java.time.OffsetDateTime.class),
            "endedBy", row.getString("ended_by"), "was", json.readTree(row.getString("document")))).list();
  }

  boolean mayKeep(String territory) {
    return CurrentAccount.find().filter(caller -> caller.mayPropose(LAYER, territory, caller.municipality())).isPresent();
  }

  private List<Network> query(@Nullable Long id, @Nullable String territory, @Nullable String kind, @Nullable Long company, @Nullable String words) {
    Optional<CurrentAccount> desk = CurrentAccount.find().filter(caller -> caller.mayPropose(LAYER, caller.territory(), caller.municipality()));
    return db.sql(LIST).param("id", id).param("territory", territory).param("kind", kind).param("company", company).param("words", words)
        .param("desk", desk.isPresent()).param("desk_territory", desk.map(CurrentAccount::territory).orElse(null)).param("limit", MOST_LISTED).param("k", properties.k())
        .query(Network.class).list();
  }

  private boolean mayBeNamed(long company) {
    return db.sql("SELECT 'identity' = ANY (consented_groups) AS named, territory_code FROM company WHERE id = :id AND publication_status = 'published'").param("id", company)
        .query((row, number) -> row.getBoolean("named") || mayKeep(row.getString("territory_code"))).optional().orElse(false);
  }

  private Network kept(long id, CurrentAccount caller) {
    Network network = find(id);
    caller.checkPropose(LAYER, network.territory(), caller.municipality());
    return network;
  }

  /** Keeps how it is now, before something else than its keeper changes it. */
  void keepFormer(long id) {
    keepFormer(find(id), CurrentAccount.get());
  }

  private void keepFormer(Network network, CurrentAccount caller) {
    db.sql("INSERT INTO company_network_history (network_id, version, document, ended_by) VALUES (:id, :version, :document::jsonb, :author) ON CONFLICT DO NOTHING")
        .param("id", network.id()).param("version", network.version()).param("document", json.writeValueAsString(page(network.id()))).param("author", caller.username()).update();
  }

  private void writeMembers(long id, NewNetwork sent, String territory) {
    List<NewNetwork.Member> members = sent.members();
    Set<Long> firms = Set.copyOf(db.sql("SELECT id FROM company WHERE id IN (:ids) AND territory_code = :territory").param("territory", territory)
        .param("ids", members.isEmpty() ? List.of(0L) : members.stream().map(NewNetwork.Member::company).toList()).query(Long.class).list());
    members.stream().filter(member -> !firms.contains(member.company())).findFirst().ifPresent(member -> {
      throw new InvalidInputException("members", "there is no company " + member.company() + " in the territory of the network");
    });
    db.sql("DELETE FROM company_network_member WHERE network_id = :id").param("id", id).update();
    members.forEach(member -> db.sql("INSERT INTO company_network_member (network_id, company_id, role, joined_on, left_on) VALUES (:id, :company, :role, :joined, :left)")
        .param("id", id).param("company", member.company()).param("role", member.role()).param("joined", member.joined()).param("left", member.left()).update());
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec spec, NewNetwork sent, CurrentAccount caller) {
    return spec.param("name", sent.name()).param("kind", sent.kind()).param("productionChain", sent.productionChain()).param("registerNumber", sent.registerNumber())
        .param("registerDate", sent.registered()).param("purposeIt", sent.purposeIt()).param("purposeEn", sent.purposeEn()).param("brand", sent.brand())
        .param("website", sent.website()).param("source", sent.source()).param("public", Boolean.TRUE.equals(sent.isPublic())).param("author", caller.username());
  }

  private static <T> T unique(java.util.function.Supplier<T> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new InvalidInputException("name", "the territory has a network of this name already");
    }
  }

  private RefusedException changedMeanwhile(long id) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "Somebody else has changed this network meanwhile; read it again and decide anew.",
        "If-Match", Map.of("current", find(id)));
  }
}
