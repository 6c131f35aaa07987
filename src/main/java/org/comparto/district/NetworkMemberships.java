package org.comparto.district;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to memberships in networks when two records turn out to be of one company. */
@Component
public class NetworkMemberships {

  private final JdbcClient db;

  NetworkMemberships(JdbcClient db) {
    this.db = db;
  }

  /**
   * Hands the memberships of one company over to another, in the caller's transaction; where both belong to a network, the longer time counts.
   *
   * @return how many there were
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long merge(long merged, long kept) {
    return db.sql("SELECT merge_company_memberships(:merged, :kept)").param("merged", merged).param("kept", kept).query(Long.class).single();
  }
}
