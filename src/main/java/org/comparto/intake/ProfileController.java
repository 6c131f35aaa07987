package org.comparto.intake;

import java.util.List;
import org.comparto.account.CurrentAccount;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stored plans over HTTP; all who load share them. */
@RestController
class ProfileController {

  /** By name. */
  record ProfileList(List<Profiles.Profile> profiles) {}

  private final Profiles profiles;

  ProfileController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping("/api/load-profiles")
  ProfileList list() {
    return new ProfileList(profiles.all());
  }

  @GetMapping("/api/load-profiles/{name}")
  Profiles.Profile get(@PathVariable String name) {
    return profiles.get(name);
  }

  @PutMapping("/api/load-profiles/{name}")
  Profiles.Profile save(@AuthenticationPrincipal CurrentAccount caller, @PathVariable String name, @RequestBody LoadPlan plan) {
    return profiles.save(name, plan, caller.username());
  }

  @DeleteMapping("/api/load-profiles/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    profiles.delete(name);
  }
}
