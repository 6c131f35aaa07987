package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class SignInTest {

  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void knowPeople() {
    people = new People(db, port);
    people.remove();
  }

  @AfterEach
  void forgetPeople() {
    people.remove();
  }

  @Test
  void aReaderSeesOneQuietButtonAndNothingOfTheDesk(Browser browser) {
    DeskPage desk = DeskPage.open(browser, "", Browser.DESKTOP);
    assertThat(desk.button("Accedi")).isVisible();
    assertThat(desk.page().locator("a[data-place=data]")).isHidden();
    List<?> loaded = (List<?>) desk.page().evaluate("() => performance.getEntriesByType('resource').map(r => r.name).filter(n => /\\/desk/.test(n))");
    assertEquals(List.of(), loaded);
    assertEquals(List.of(), desk.page().context().cookies());
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void anEditorSignsInAndOutAgain(int width, Browser browser) {
    people.signIn("desk");
    DeskPage desk = DeskPage.open(browser, "", width).signIn("test-desk", "wrong horse");
    assertThat(desk.window()).containsText("Il nome utente o la password non è giusto.");
    assertThat(desk.window().getByLabel("Password")).isFocused();
    desk.signIn("test-desk", People.PASSWORD);
    assertThat(desk.window()).hasCount(0);
    assertThat(desk.page().locator("a[data-place=data]")).isVisible();
    desk.place("Dati").page().reload();
    assertThat(desk.content()).containsText("Carica un file");
    desk.choose("Esci");
    assertThat(desk.button("Accedi")).isVisible();
    assertThat(desk.content()).isHidden();
    assertThat(desk.page().locator("a[data-place=data]")).isHidden();
  }

  @Test
  void aViewerIsToldThatTheDataAreNotForThem(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "viewer", browser, "place=data", Browser.DESKTOP);
    assertThat(desk.content()).containsText("Con il ruolo «Lettore» questa pagina non è accessibile");
    assertThat(desk.page().locator("a[data-place=data]")).isHidden();
    desk.page().locator("#account .account-button").click();
    assertThat(desk.page().locator(".account-menu")).not().containsText("Account");
  }

  @Test
  void aPasswordGivenByOthersHasToBeChangedFirst(Browser browser) {
    people.make("test-fresh", "desk", null);
    db.sql("UPDATE account SET must_change_password = true WHERE username = 'test-fresh'").update();
    DeskPage desk = DeskPage.open(browser, "place=data", Browser.DESKTOP).signIn("test-fresh", People.PASSWORD);
    assertThat(desk.window()).containsText("Scelga una nuova password");
    desk.page().keyboard().press("Escape");
    assertThat(desk.window()).isVisible();
    desk.window().getByLabel("Nuova password").first().fill("una frase che so solo io");
    desk.window().getByLabel("Nuova password, di nuovo").fill("un'altra frase");
    desk.answer("Salva la password").click();
    assertThat(desk.window()).containsText("Le due password nuove non sono uguali.");
    desk.window().getByLabel("Nuova password, di nuovo").fill("una frase che so solo io");
    desk.answer("Salva la password").click();
    assertThat(desk.window()).hasCount(0);
    assertThat(desk.content()).containsText("Carica un file");
  }

  @Test
  void tooManyFailuresHaveToWait(Browser browser) {
    people.make("test-slow", "viewer", null);
    for (int failures = 0; failures < 5; failures++) {
      db.sql("INSERT INTO login_attempt (username, address, succeeded) VALUES ('test-slow', '192.0.2.1', false)").update();
    }
    DeskPage desk = DeskPage.open(browser, "", Browser.DESKTOP).signIn("test-slow", People.PASSWORD);
    assertThat(desk.window()).containsText("Potrà riprovare tra");
    assertThat(desk.answer("Accedi")).isDisabled();
  }

  @Test
  void anAdminMakesAnAccountAndSeesItsPasswordOnce(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "admin", browser, "", Browser.DESKTOP).choose("Account");
    desk.button("Nuovo account").click();
    desk.window().getByLabel("Nome utente").fill("test-anna");
    desk.window().getByLabel("Nome", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).fill("Anna Neri");
    desk.answer("Crea l'account").click();
    String password = desk.page().locator("output.secret").textContent();
    assertTrue(password.length() >= 12, password);
    desk.answer("L'ho copiato").click();
    assertThat(desk.page().locator("tr[data-account=test-anna]")).containsText("Anna Neri");
    DeskPage anna = DeskPage.open(browser, "", Browser.PHONE).signIn("test-anna", password);
    assertThat(anna.window()).containsText("Scelga una nuova password");
    desk.button("Modifica Anna Neri").click();
    desk.window().getByLabel("Può accedere").uncheck();
    desk.answer("Salva").click();
    assertThat(desk.page().locator("tr[data-account=test-anna]")).containsText("disattivato");
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
  void aSecondFactorIsSetUpWithPictureAndCodesAndAskedForAtTheNextSignIn(int width, Browser browser) throws Exception {
    DeskPage desk = DeskPage.openAs(people, "desk", browser, "place=account", width);
    desk.button("Attiva il secondo fattore").click();
    desk.window().getByLabel("Password").fill(People.PASSWORD);
    desk.answer("Continua").click();
    assertThat(desk.window().locator("img.square-code")).isVisible();
    desk.window().getByText("Senza fotocamera").click();
    byte[] secret = secret(desk.window().locator("output.secret").textContent());
    desk.window().getByLabel("Le sei cifre").fill(code(secret, 0));
    desk.answer("Attiva").click();
    String onPaper = desk.window().locator("output.recovery-codes").textContent();
    assertEquals(10, onPaper.split("\n").length);
    desk.answer("Li ho conservati").click();
    assertThat(desk.content()).containsText("Restano 10 codici di recupero");

    desk.choose("Esci");
    desk.signIn("test-desk", People.PASSWORD);
    desk.window().getByLabel("Codice del secondo fattore").fill("000 000");
    desk.page().keyboard().press("Enter");
    assertThat(desk.window()).containsText("Il codice è sbagliato o già usato.");
    desk.window().getByLabel("Codice del secondo fattore").fill(code(secret, 1));
    desk.page().keyboard().press("Enter");
    assertThat(desk.window()).hasCount(0);
    assertThat(desk.page().locator("a[data-place=data]")).isVisible();
  }

  /** As an authenticator app computes it, written here anew (RFC 6238). The present code and the next are taken half a minute from now as well. */
  private static String code(byte[] secret, int stepsFromNow) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret, "HmacSHA1"));
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000 + stepsFromNow).array());
    return String.format(Locale.ROOT, "%06d", (ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & Integer.MAX_VALUE) % 1_000_000);
  }

  private static byte[] secret(String base32) {
    BigInteger number = BigInteger.ONE; // so that leading zeros stay
    for (char letter : base32.replace(" ", "").toCharArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    return Arrays.copyOfRange(number.toByteArray(), 1, 21);
  }

  @Test
  void aMunicipalEditorIsGivenAMunicipalityAndLayers(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "admin", browser, "place=accounts", Browser.DESKTOP);
    desk.button("Nuovo account").click();
    desk.window().getByLabel("Nome utente").fill("test-comune");
    desk.window().getByLabel("Nome", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).fill("Comune di prova");
    desk.window().getByLabel("Ruolo", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).selectOption("municipal_editor");
    desk.answer("Crea l'account").click();
    assertThat(desk.window()).containsText("Da completare o correggere: Comune");
    desk.window().getByLabel("Comune", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).selectOption(
        new com.microsoft.playwright.options.SelectOption().setIndex(1));
    desk.window().getByLabel("Strati", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).selectOption("own");
    desk.window().getByLabel("Lotti").check();
    desk.answer("Crea l'account").click();
    assertThat(desk.window()).containsText("Password di test-comune");
    desk.answer("L'ho copiato").click();
    assertThat(desk.page().locator("tr[data-account=test-comune]")).containsText("1 strato");
    var row = db.sql("SELECT role, municipality_code, layers::text AS layers FROM account WHERE username = 'test-comune'").query().singleRow();
    assertEquals("municipal_editor", row.get("role"));
    assertTrue(row.get("municipality_code").toString().matches("\\d{6}"));
    assertEquals("{plot}", row.get("layers"));
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked(Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "desk", browser, "place=account", Browser.DESKTOP);
    assertThat(desk.content()).containsText("Non ha ancora nessun token.");
    desk.button("Nuovo token").click();
    desk.window().getByLabel("Nome").fill("QGIS");
    desk.window().getByLabel("caricare file").check();
    desk.answer("Crea il token").click();
    assertThat(desk.page().locator("output.secret")).not().isEmpty();
    desk.answer("L'ho copiato").click();
    desk.button("Revoca QGIS").click();
    desk.answer("Revoca").click();
    assertThat(desk.content()).containsText("revocato");
  }
}
