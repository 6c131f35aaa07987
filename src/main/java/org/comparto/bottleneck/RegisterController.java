package org.comparto.bottleneck;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of bottlenecks, for anybody. */
@RestController
class RegisterController {

  private final Register register;

  RegisterController(Register register) {
    this.register = register;
  }

  @GetMapping("/api/bottlenecks")
  ResponseEntity<Register.Answer> list(@RequestParam @Nullable String filter, @RequestParam @Nullable String type, @RequestParam @Nullable String severity,
      @RequestParam @Nullable String status, @RequestParam @Nullable String project, @RequestParam @Nullable String cost,
      @RequestParam @Nullable String funding, @RequestParam @Nullable String territory, @RequestParam @Nullable String sort,
      @RequestParam @Nullable String limit, @RequestParam @Nullable String offset, @RequestParam @Nullable String lang) {
    RegisterQuestion.Simple simple = new RegisterQuestion.Simple(type, severity, status, project, cost, funding, territory);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache())
        .body(register.answer(RegisterQuestion.of(register.layer(), filter, simple, sort, limit, offset, lang)));
  }
}
