package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.comparto.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writers may ask of who acts. */
class CurrentAccountTest {

  @ParameterizedTest(name = "{0} of {1} in {2}: {3}")
  @CsvSource({"VIEWER, , CR, false", "EDITOR, , CR, true", "EDITOR, CR, CR, true", "EDITOR, CR, MO, false", "ADMIN, , MO, true",
      "ADMIN, CR, MO, false"})
  void writesWhereTheRoleAndTheTerritoryAllow(Role role, String territory, String where, boolean may) {
    CurrentAccount account = account(role, territory);

    assertThat(account.mayWrite(where)).isEqualTo(may);
    assertThat(account.mayLoad(where)).isEqualTo(may);
    if (may) {
      assertThatCode(() -> account.checkWrite(where)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> account.checkWrite(where)).isInstanceOf(RefusedException.class).hasMessageContaining(where);
    }
  }

  @Test
  void nobodyActsWhereNobodyIsSignedIn() {
    assertThat(CurrentAccount.find()).isEmpty();
    assertThatThrownBy(CurrentAccount::get).isInstanceOf(RefusedException.class);
  }

  private static CurrentAccount account(Role role, String territory) {
    return new CurrentAccount(1L, "anna", "Anna", role, territory, role.scopes(), true, false);
  }
}
