package org.comparto.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.comparto.account.SecondFactor.Enrolment;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor, and that of others for admins. An open browser is not enough: the password is asked again, and counted. */
@RestController
class SecondFactorController {

  /** @param code where a second factor is on already: one of its codes */
  record Proof(@Nullable String password, @Nullable String code) {

    @Override
    public String toString() {
      return "Proof";
    }
  }

  /** The first code of the new secret. */
  record FirstCode(@Nullable String code) {}

  /** @param recoveryCodes each opens once, when the telephone is lost; answered this once */
  record OnPaper(List<String> recoveryCodes) {}

  private final Accounts accounts;
  private final SecondFactor factor;
  private final RecoveryCodes codes;
  private final AccountProperties settings;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Audit audit;

  SecondFactorController(Accounts accounts, SecondFactor factor, RecoveryCodes codes, AccountProperties settings, SignIn signIn,
      Sessions sessions, Audit audit) {
    this.accounts = accounts;
    this.factor = factor;
    this.codes = codes;
    this.settings = settings;
    this.signIn = signIn;
    this.sessions = sessions;
    this.audit = audit;
  }

  @PostMapping("/api/session/second-factor")
  Enrolment begin(@RequestBody Proof proof, @AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    return factor.begin(proven(proof, caller, request));
  }

  @PutMapping("/api/session/second-factor")
  OnPaper confirm(@RequestBody FirstCode first, @AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    String code = required("code", first.code());
    if (!signIn.passes(caller.username(), request, () -> factor.confirm(caller.id(), code))) {
      throw SecondFactor.wrongCode();
    }
    List<String> made = codes.renew(caller.id());
    audit.note(caller.username(), AuditAction.SECOND_FACTOR_ON, "account:" + caller.username(), null);
    sessions.endOthersOf(caller.username(), request);
    return new OnPaper(made);
  }

  @PostMapping("/api/session/second-factor/recovery-codes")
  OnPaper renew(@RequestBody Proof proof, @AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    Account account = proven(proof, caller, request);
    if (!account.hasSecondFactor()) {
      throw RefusedException.conflict("no-second-factor", "There is no second factor to recover.", null);
    }
    return new OnPaper(codes.renew(account.id()));
  }

  @PostMapping("/api/session/second-factor/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@RequestBody Proof proof, @AuthenticationPrincipal CurrentAccount caller, HttpServletRequest request) {
    Account account = proven(proof, caller, request);
    if (settings.demandsSecondFactor(account.role())) {
      throw RefusedException.conflict("second-factor-demanded", "Your role must have a second factor here; begin a new one instead.", null);
    }
    factor.remove(account.id());
    audit.note(caller.username(), AuditAction.SECOND_FACTOR_OFF, "account:" + caller.username(), null);
  }

  /** For who lost telephone and paper; the account signs in with its password alone, and enrols again where its role must. */
  @DeleteMapping("/api/accounts/{id}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void reset(@PathVariable long id, @AuthenticationPrincipal CurrentAccount admin) {
    Account account = accounts.get(id);
    factor.remove(id);
    audit.note(admin.username(), AuditAction.SECOND_FACTOR_OFF, "account:" + account.username(), "by an admin");
    sessions.endAllOf(account.username());
  }

  private Account proven(Proof proof, CurrentAccount caller, HttpServletRequest request) {
    String password = required("password", proof.password());
    Account account = accounts.get(caller.id());
    switch (signIn.judge(account.username(), account, password, proof.code(), request)) {
      case RIGHT -> { }
      case WRONG -> throw new RefusedException(HttpStatus.BAD_REQUEST, "wrong-password", "The password is wrong.", "password", null);
      case CODE_MISSING -> throw new InvalidInputException("code", "code is required");
      case CODE_WRONG -> throw SecondFactor.wrongCode();
    }
    return account;
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new InvalidInputException(name, name + " is required");
    }
    return value;
  }
}
