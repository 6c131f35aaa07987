package org.comparto.owner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plots whose owners can be asked whether they are still so. */
@Component
class Candidates {

  private static final String CANDIDATES = Sql.load("owner/candidates.sql").text();

  /**
   * Which plots are meant.
   *
   * @param before their last sign of life is older than this day: verified, else surveyed, else changed
   * @param within the only territory that the desk's account acts in; null for all
   * @param plots null for all of them
   */
  record Choice(LocalDate before, @Nullable String territory, @Nullable String municipality, @Nullable String within, @Nullable List<Long> plots) {}

  /**
   * A plot and what is known of asking its owner.
   *
   * @param knownOn its last sign of life
   * @param email among the words of the owner's contact
   * @param hurdle why the owner can not be asked: no-address, reserved-address, unwanted, or asked-already; null if nothing is in the way
   * @param asked what became of the last question: a state, or expired; null if none was asked
   */
  record Candidate(long id, String code, @Nullable String name, @Nullable String territory, @Nullable String municipality,
      @Nullable LocalDate verifiedOn, LocalDate knownOn, @Nullable String email, @Nullable String hurdle, @Nullable Instant askedAt,
      @Nullable String asked) {}

  private record Row(long id, String code, @Nullable String name, @Nullable String territoryCode, @Nullable String municipality,
      @Nullable LocalDate verifiedOn, String ownerContact, LocalDate knownOn, @Nullable Instant askedAt, @Nullable String asked) {}

  private final JdbcClient db;
  private final OwnerTokens tokens;

  Candidates(JdbcClient db, OwnerTokens tokens) {
    this.db = db;
    this.tokens = tokens;
  }

  /** The oldest first. */
  List<Candidate> find(Choice choice, int limit) {
    return db.sql(CANDIDATES).param("before", choice.before()).param("territory", choice.territory()).param("within", choice.within())
        .param("municipality", choice.municipality()).param("plots", choice.plots() == null ? null : choice.plots().toArray(Long[]::new))
        .param("limit", limit).query(Row.class).list().stream().map(this::candidate).toList();
  }

  boolean isSilenced(OwnerAddress address) {
    return db.sql("SELECT EXISTS (SELECT FROM owner_silence WHERE address = :address)").param("address", tokens.ofAddress(address))
        .query(Boolean.class).single();
  }

  private Candidate candidate(Row row) {
    Optional<OwnerAddress> address = OwnerAddress.in(row.ownerContact());
    return new Candidate(row.id(), row.code(), row.name(), row.territoryCode(), row.municipality(), row.verifiedOn(), row.knownOn(),
        address.map(OwnerAddress::email).orElse(null), hurdle(address, row.asked()), row.askedAt(), row.asked());
  }

  private @Nullable String hurdle(Optional<OwnerAddress> address, @Nullable String asked) {
    if (address.isEmpty()) {
      return "no-address";
    }
    return address.get().isReserved() ? "reserved-address" : isSilenced(address.get()) ? "unwanted" : "open".equals(asked) ? "asked-already" : null;
  }
}
