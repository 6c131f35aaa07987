package org.comparto.inquiry;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets people: on request, and by itself when the retention time is over. What is counted stays, and that it was done. */
@Component
@DependsOnDatabaseInitialization
class Erasure {

  private static final Logger log = LoggerFactory.getLogger(Erasure.class);
  private static final String ERASE = Sql.load("inquiry/erase.sql").text();
  private static final String ERASE_NOTES = Sql.load("inquiry/erase-notes.sql").text();
  private static final String DROP_MAILS = Sql.load("inquiry/drop-mails.sql").text();
  private static final String TOO_OLD = Sql.load("inquiry/too-old.sql").text();

  private final JdbcClient db;
  private final Handling handling;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final InquiryProperties properties;

  Erasure(JdbcClient db, Handling handling, Audit audit, TransactionTemplate transactions, InquiryProperties properties) {
    this.db = db;
    this.handling = handling;
    this.audit = audit;
    this.transactions = transactions;
    this.properties = properties;
  }

  /** Does nothing if it was done before. */
  void erase(long inquiry, String author) {
    transactions.executeWithoutResult(status -> {
      if (db.sql(ERASE).param("id", inquiry).update() == 1) {
        db.sql(ERASE_NOTES).param("id", inquiry).update();
        db.sql(DROP_MAILS).param("id", inquiry).update();
        handling.note(inquiry, author, "erasure", null, null, null);
        audit.note(author, AuditAction.PERSONAL_DATA_ERASED, "inquiry:" + inquiry, null);
      }
    });
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT3M")
  void eraseWhatIsTooOld() {
    int erased = 0;
    for (List<Long> old = tooOld(); !old.isEmpty(); old = tooOld()) {
      old.forEach(id -> erase(id, "system"));
      erased += old.size();
    }
    if (erased > 0) {
      log.info("{} inquiries are older than {} months: their personal data are erased", erased, properties.retentionMonths());
    }
  }

  private List<Long> tooOld() {
    return db.sql(TOO_OLD).param("months", properties.retentionMonths()).query(Long.class).list();
  }
}
