package org.comparto.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, for admins. */
@RestController
class AccountController {

  /** All accounts, by name. */
  record AccountList(List<Account> accounts) {}

  /** @param password made by the application and shown this once */
  record WithPassword(Account account, String password) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final JsonMapper json;

  AccountController(Accounts accounts, Passwords passwords, Sessions sessions, Audit audit, JsonMapper json) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.json = json;
  }

  @GetMapping("/api/accounts")
  AccountList list() {
    return new AccountList(accounts.all());
  }

  @PostMapping("/api/accounts")
  @Transactional
  ResponseEntity<WithPassword> create(@RequestBody NewAccount wanted) {
    String password = passwords.generate();
    Account made = accounts.create(wanted, passwords.hash(password));
    note(AuditAction.ACCOUNT_CREATED, made, json.writeValueAsString(AccountChange.nothing(made).held()));
    return ResponseEntity.created(URI.create("/api/accounts/" + made.id())).body(new WithPassword(made, password));
  }

  /** A JSON merge patch (RFC 7396): what is left out stays, null empties. */
  @PatchMapping("/api/accounts/{id}")
  @Transactional
  Account change(@PathVariable long id, @RequestBody ObjectNode change) {
    AccountChange before = AccountChange.nothing(accounts.get(id));
    ObjectNode merged = json.valueToTree(before);
    merged.setAll(change);
    try {
      AccountChange wanted = json.treeToValue(merged, AccountChange.class);
      Account changed = accounts.change(id, wanted);
      if (!wanted.held().equals(before.held())) {
        note(AuditAction.RIGHTS_CHANGED, changed, json.writeValueAsString(Map.of("from", before.held(), "to", wanted.held())));
      } else if (!wanted.equals(before)) {
        note(AuditAction.ACCOUNT_CHANGED, changed, null);
      }
      return changed;
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  @PostMapping("/api/accounts/{id}/password-reset")
  WithPassword resetPassword(@PathVariable long id) {
    Account account = accounts.get(id);
    String password = passwords.generate();
    accounts.setPassword(id, passwords.hash(password), true);
    note(AuditAction.PASSWORD_RESET, account, "by an admin");
    sessions.endAllOf(account.username());
    return new WithPassword(accounts.get(id), password);
  }

  private void note(AuditAction action, Account account, @Nullable String detail) {
    audit.note(CurrentAccount.get().username(), action, "account:" + account.username(), detail);
  }
}
