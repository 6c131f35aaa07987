package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comparto.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writers may ask of who acts. */
class CurrentAccountTest {

  @ParameterizedTest(name = "{0} of {1} in {2}: {3}")
  @CsvSource({"VIEWER, , CR, false", "DESK, , CR, true", "DESK, CR, CR, true", "DESK, CR, MO, false", "ADMIN, , MO, true",
      "ADMIN, CR, MO, false", "PLANNER, , CR, false", "AUDITOR, , CR, false"})
  void writesAndLoadsWhereTheRoleAndTheTerritoryAllow(Role role, String territory, String where, boolean may) {
    CurrentAccount account = account(role, territory, null, null);

    assertThat(account.mayWrite("plot", where)).isEqualTo(may);
    holds(may, () -> account.checkWrite("plot", where), where);
    holds(may, () -> account.checkLoad(where), where);
  }

  @ParameterizedTest(name = "{0} of {1} and {2}, for a plot in {3} and {4}: proposes {5}, reviews {6}")
  @CsvSource({
      "MUNICIPAL_EDITOR, CR, 019036, CR, 019036, true,  false",
      "MUNICIPAL_EDITOR, CR, 019036, CR, 019035, false, false",
      "MUNICIPAL_EDITOR, CR, 019036, CR,       , false, false",
      "MUNICIPAL_EDITOR,   , 019036, CR, 019036, true,  false",
      "TOUR_ORGANISER,     ,       , CR, 019036, true,  false",
      "PLANNER,          CR,       , CR, 019036, true,  true",
      "PLANNER,          CR, 019036, CR, 019035, false, false",
      "PLANNER,          CR,       , MO, 036013, false, false",
      "PLANNER,          CR,       ,   ,       , false, false",
      "DESK,               ,       ,   ,       , true,  true",
      "VIEWER,             ,       , CR, 019036, false, false",
      "AUDITOR,            ,       , CR, 019036, false, false"})
  void proposesAndReviewsWhereTerritoryAndMunicipalityAllow(Role role, String territory, String municipality, String where, String town,
      boolean proposes, boolean reviews) {
    CurrentAccount account = account(role, territory, municipality, null);

    assertThat(account.mayPropose("plot", where, town)).isEqualTo(proposes);
    assertThat(account.mayReview("plot", where, town)).isEqualTo(reviews);
    holds(proposes, () -> account.checkPropose("plot", where, town), "may");
    holds(reviews, () -> account.checkReview("plot", where, town), "may");
  }

  @Test
  void actsOnItsLayersAndOnNoOther() {
    CurrentAccount account = account(Role.DESK, null, null, Set.of("plot"));

    assertThat(account.mayWrite("plot", "CR")).isTrue();
    assertThat(account.mayWrite("company", "CR")).isFalse();
    assertThat(account.mayPropose("company", "CR", null)).isFalse();
    assertThatThrownBy(() -> account.checkReview("company", "CR", null)).isInstanceOf(RefusedException.class).hasMessageContaining("layer company");
    assertThatThrownBy(() -> account.checkLoadLayer("company")).isInstanceOf(RefusedException.class);
    assertThatCode(() -> account.checkLoadLayer("plot")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"VIEWER, false", "TOUR_ORGANISER, false", "MUNICIPAL_EDITOR, false", "PLANNER, false", "AUDITOR, false", "DESK, true", "ADMIN, true"})
  void onlyTheDeskSeesItsOwnFields(Role role, boolean sees) {
    assertThat(account(role, null, null, null).seesDeskFields()).isEqualTo(sees);
  }

  @Test
  void aTokenWithoutWritingSeesNoDeskFields() {
    assertThat(new CurrentAccount(1L, "anna", "Anna", Role.DESK, null, null, null, Set.of(Scope.READ), false, false).seesDeskFields()).isFalse();
  }

  @Test
  void nobodyActsWhereNobodyIsSignedIn() {
    assertThat(CurrentAccount.find()).isEmpty();
    assertThatThrownBy(CurrentAccount::get).isInstanceOf(RefusedException.class);
  }

  private static void holds(boolean may, ThrowingCallable check, String named) {
    if (may) {
      assertThatCode(check).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(check).isInstanceOf(RefusedException.class).hasMessageMatching("(?s).*(" + named + "|may not|only).*");
    }
  }

  private static CurrentAccount account(Role role, String territory, String municipality, Set<String> layers) {
    return new CurrentAccount(1L, "anna", "Anna", role, territory, municipality, layers, role.scopes(), true, false);
  }
}
