package org.comparto.account;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Map;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.mail.Letter;
import org.comparto.mail.Mail;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.mail.Words;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new password for who forgot theirs, by a link in a mail. Whether there is such an account is not to be learnt by asking:
 * what is answered, and how soon, is settled before anybody looks.
 */
@Component
class PasswordReset {

  private static final Logger log = LoggerFactory.getLogger(PasswordReset.class);
  private static final int MINUTES = 60;
  private static final int ASKED_PER_HOUR = 10;
  private static final int MAILS_PER_HOUR = 3;
  private static final String ACCOUNTS = Sql.load("account/accounts-to-reset.sql").text();
  private static final String PUT = Sql.load("account/put-password-reset.sql").text();
  private static final String TAKE = Sql.load("account/take-password-reset.sql").text();

  private record Meant(long id, String username, String displayName, String email, String language) {}

  private final JdbcClient db;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SourceThrottle throttle;
  private final Audit audit;
  private final MailServer server;
  private final MailProperties mail;
  private final TaskExecutor executor;
  private final TransactionTemplate transaction;

  PasswordReset(JdbcClient db, Accounts accounts, Passwords passwords, Sessions sessions, SourceThrottle throttle, Audit audit, MailServer server,
      MailProperties mail, @Qualifier("applicationTaskExecutor") TaskExecutor executor, TransactionTemplate transaction) {
    this.db = db;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.audit = audit;
    this.server = server;
    this.mail = mail;
    this.executor = executor;
    this.transaction = transaction;
  }

  /** Only where mails can be sent, and the installation knows its own address: nobody's request may choose where the link leads. */
  boolean isPossible() {
    return server.isThere() && mail.from() != null && mail.publicAddress() != null;
  }

  /** @throws RefusedException if the address has asked often enough */
  void ask(String name, String address) {
    transaction.executeWithoutResult(begun -> count("password-resets", address, ASKED_PER_HOUR));
    if (isPossible()) {
      executor.execute(() -> db.sql(ACCOUNTS).param("name", name).query(Meant.class).list().forEach(this::write));
    }
  }

  /** @throws RefusedException if the link is unknown, used or older than an hour */
  @Transactional
  void redeem(String token, @Nullable String fresh) {
    long id = db.sql(TAKE).param("token_hash", new Secret(token).hash()).query(Long.class).optional().orElseThrow(() ->
        new RefusedException(HttpStatus.NOT_FOUND, "reset-link", "This link is used up or older than an hour; ask for another.", "token", null));
    Account account = accounts.get(id);
    passwords.check(fresh, account.username()); // refused, the link goes on: all of this is one transaction
    accounts.setPassword(id, passwords.hash(fresh), false);
    audit.note(account.username(), AuditAction.PASSWORD_RESET, "account:" + account.username(), "by a link sent by mail");
    sessions.endAllOf(account.username());
  }

  private void write(Meant account) {
    Secret secret = Secret.random();
    try {
      transaction.executeWithoutResult(begun -> {
        count("password-reset-mails", "account:" + account.id(), MAILS_PER_HOUR);
        db.sql(PUT).param("account_id", account.id()).param("token_hash", secret.hash()).param("minutes", MINUTES).update();
        audit.note(Audit.ANONYMOUS, AuditAction.PASSWORD_RESET_ASKED, "account:" + account.username(), null);
      });
      send(account, secret);
    } catch (RefusedException e) {
      log.info("No further mail for a new password of account {} in this hour.", account.id());
    } catch (MailException | MessagingException e) {
      log.warn("The mail for a new password of account {} could not be sent: {}", account.id(), e.getClass().getSimpleName());
    }
  }

  private void count(String kind, String source, int perHour) {
    throttle.takeTurn(kind, source); // or ten at once would all be judged before the first is counted
    throttle.count(kind, source, perHour);
  }

  private void send(Meant account, Secret secret) throws MessagingException {
    Words words = Words.in("account", account.language());
    Letter letter = new Letter(account.language())
        .paragraph(words.say("reset.greeting", account.displayName()))
        .paragraph(words.say("reset.asked", account.username()))
        .paragraph(words.say("reset.link", mail.publicAddress() + "/#place=account&lang=" + account.language().toLowerCase(Locale.ROOT) + "&reset=" + secret.text()))
        .paragraph(words.say("reset.notYou", MINUTES));
    server.send(new Mail(mail.from(), account.email(), null, words.say("reset.subject"), letter, Map.of()));
  }
}
