package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.comparto.account.LoginThrottle.Outcome;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges what somebody proves an account by, no faster than the throttle lets them try. */
@Component
class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final LoginThrottle throttle;

  SignIn(Accounts accounts, Passwords passwords, SecondFactor factor, LoginThrottle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.factor = factor;
    this.throttle = throttle;
  }

  /**
   * The code is looked at only where the password is right, so that nobody learns who has a second factor.
   *
   * @param account null where there is none of this name: the same work is done
   * @throws RefusedException with the time to wait
   */
  Outcome judge(String username, @Nullable Account account, String password, @Nullable String code, HttpServletRequest request) {
    String hash = account == null ? null : accounts.passwordHash(account.id());
    return throttle.attempt(username, request.getRemoteAddr(), () -> {
      if (!passwords.matches(password, hash)) {
        return Outcome.WRONG;
      }
      if (!account.hasSecondFactor()) {
        return Outcome.RIGHT;
      }
      return code == null || code.isBlank() ? Outcome.CODE_MISSING : factor.uses(account.id(), code) ? Outcome.RIGHT : Outcome.CODE_WRONG;
    });
  }

  /** What is wrong counts as a failed attempt, so that codes can not be tried out. */
  boolean passes(String username, HttpServletRequest request, BooleanSupplier attempt) {
    return throttle.attempt(username, request.getRemoteAddr(), attempt);
  }
}
