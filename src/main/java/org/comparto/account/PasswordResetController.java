package org.comparto.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For who forgot their password. */
@RestController
class PasswordResetController {

  /** @param account a username or an e-mail address */
  record Forgotten(String account) {

    Forgotten(@Nullable String account) {
      this.account = Field.required("account", account, 254).strip();
    }
  }

  /**
   * @param token from the link
   * @param fresh the new password
   */
  record Chosen(String token, @JsonProperty("new") @Nullable String fresh) {

    Chosen(@Nullable String token, @Nullable String fresh) {
      if (token == null || token.isBlank() || token.length() > 100) {
        throw new InvalidInputException("token", "token is required: the part of the link behind reset=");
      }
      this.token = token;
      this.fresh = fresh;
    }

    @Override
    public String toString() {
      return "Chosen";
    }
  }

  private final PasswordReset reset;

  PasswordResetController(PasswordReset reset) {
    this.reset = reset;
  }

  /** Answered the same for whoever there is and is not. */
  @PostMapping("/api/session/password-reset")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void ask(@RequestBody Forgotten forgotten, HttpServletRequest request) {
    reset.ask(forgotten.account(), request.getRemoteAddr());
  }

  @PutMapping("/api/session/password-reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@RequestBody Chosen chosen) {
    reset.redeem(chosen.token(), chosen.fresh());
  }
}
