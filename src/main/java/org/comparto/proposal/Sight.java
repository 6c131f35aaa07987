package org.comparto.proposal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which attributes of a feature somebody sees: the desk all of them, others what is public, of companies only with their consent. */
@Component
class Sight {

  static final Predicate<String> EVERYTHING = name -> true;
  private static final Sql CONSENTS = Sql.load("proposal/consents.sql");

  private final JdbcClient db;

  Sight(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param feature null for what does not exist yet
   * @param territory where it lies; null for nowhere yet
   */
  Predicate<String> of(Layer layer, @Nullable Long feature, @Nullable String territory, CurrentAccount account) {
    if (seesAll(layer, territory, account)) {
      return EVERYTHING;
    }
    Set<String> groups = groups(layer, feature);
    Set<String> seen = layer.attributes().stream().filter(one -> one.isPublic() && (one.consent() == null || groups.contains(one.consent())))
        .map(Attribute::name).collect(Collectors.toSet());
    return seen::contains;
  }

  /** Whether the feature may be shown to this account at all, being published. */
  boolean includes(Layer layer, long feature, @Nullable String territory, CurrentAccount account) {
    return layer.consent() == null || seesAll(layer, territory, account) || groups(layer, feature).contains(layer.consent().required());
  }

  private static boolean seesAll(Layer layer, @Nullable String territory, CurrentAccount account) {
    return account.seesDeskFields() && account.mayWrite(layer.id(), territory == null ? account.territory() : territory);
  }

  private Set<String> groups(Layer layer, @Nullable Long feature) {
    if (layer.consent() == null || feature == null) {
      return Set.of();
    }
    List<String> groups = db.sql(CONSENTS.with(Map.of("relation", Sql.quote(layer.relation()), "consents", Sql.quote(layer.consent().column()))))
        .param("id", feature).query(String.class).list();
    return Set.copyOf(groups);
  }
}
