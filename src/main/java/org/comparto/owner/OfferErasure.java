package org.comparto.owner;

import java.util.List;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who offered: on request, and by itself when their time is over. What nobody confirmed goes as a whole. */
@Component
@DependsOnDatabaseInitialization
class OfferErasure {

  private static final Logger log = LoggerFactory.getLogger(OfferErasure.class);
  private static final String ERASE = Sql.load("owner/offer-erase.sql").text();

  private final JdbcClient db;
  private final Audit audit;
  private final OwnerProperties properties;

  OfferErasure(JdbcClient db, Audit audit, OwnerProperties properties) {
    this.db = db;
    this.audit = audit;
    this.properties = properties;
  }

  /** Does nothing if it was done before. */
  @Transactional
  public void erase(long id, String by) {
    if (db.sql(ERASE).param("id", id).update() == 1) {
      audit.note(by, AuditAction.PERSONAL_DATA_ERASED, "offer:" + id, null);
    }
    db.sql("DELETE FROM owner_mail WHERE offer_id = :id").param("id", id).update();
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
  @Transactional
  public void eraseWhatIsTooOld() {
    db.sql("DELETE FROM plot_offer WHERE state IN ('unconfirmed', 'spam') AND proposal_id IS NULL AND received_at < now() - make_interval(days => :days)")
        .param("days", properties.unconfirmedDays()).update();
    List<Long> old = db.sql("SELECT id FROM plot_offer WHERE erased_at IS NULL AND received_at < now() - make_interval(months => :months)")
        .param("months", properties.retentionMonths()).query(Long.class).list();
    old.forEach(id -> erase(id, "system"));
    if (!old.isEmpty()) {
      log.info("{} offers of plots are older than {} months: who offered is erased", old.size(), properties.retentionMonths());
    }
  }
}
