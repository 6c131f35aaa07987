package org.comparto.account;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the account {@code admin} where there is none at all, and shows its password on the console, never in a log. */
@Component
class FirstAdministrator implements ApplicationRunner {

  private final Accounts accounts;
  private final Passwords passwords;

  FirstAdministrator(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Prints before the commit: a crash in between leaves no account that nobody can enter, and the next start prints again. */
  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!accounts.all().isEmpty()) {
      return; // hashing takes a quarter of a second that later starts need not wait
    }
    String password = passwords.generate();
    if (accounts.createFirstAdministrator(passwords.hash(password))) {
      System.out.printf("%n  ------------------------------------------------------------%n"
          + "  The first account was made. This is shown only once:%n%n"
          + "      username   admin%n"
          + "      password   %s%n%n"
          + "  It must be changed before anything else can be written.%n"
          + "  ------------------------------------------------------------%n", password);
    }
  }
}
