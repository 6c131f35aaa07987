package org.comparto.account;

import java.net.URI;
import java.util.List;
import org.comparto.problem.UnreadableJson;
import org.springframework.http.ResponseEntity;
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
  private final JsonMapper json;

  AccountController(Accounts accounts, Passwords passwords, Sessions sessions, JsonMapper json) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.json = json;
  }

  @GetMapping("/api/accounts")
  AccountList list() {
    return new AccountList(accounts.all());
  }

  @PostMapping("/api/accounts")
  ResponseEntity<WithPassword> create(@RequestBody NewAccount wanted) {
    String password = passwords.generate();
    Account made = accounts.create(wanted, passwords.hash(password));
    return ResponseEntity.created(URI.create("/api/accounts/" + made.id())).body(new WithPassword(made, password));
  }

  /** A JSON merge patch (RFC 7396): what is left out stays, null empties. */
  @PatchMapping("/api/accounts/{id}")
  Account change(@PathVariable long id, @RequestBody ObjectNode change) {
    ObjectNode merged = json.valueToTree(AccountChange.nothing(accounts.get(id)));
    merged.setAll(change);
    try {
      return accounts.change(id, json.treeToValue(merged, AccountChange.class));
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  @PostMapping("/api/accounts/{id}/password-reset")
  WithPassword resetPassword(@PathVariable long id) {
    Account account = accounts.get(id);
    String password = passwords.generate();
    accounts.setPassword(id, passwords.hash(password), true);
    sessions.endAllOf(account.username());
    return new WithPassword(accounts.get(id), password);
  }
}
