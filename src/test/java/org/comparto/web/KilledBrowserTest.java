package org.comparto.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed is kept on the disk of whoever typed it, also when their browser ends without a word. */
@BrowserTest
class KilledBrowserTest {

  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void knowPeople() {
    people = new People(db, port);
    people.remove();
    people.make("test-anna", "planner", null);
  }

  @AfterEach
  void forgetPeople() {
    people.remove();
  }

  @Test
  void whatWasTypedIsOfferedAgainAfterTheBrowserWasKilled(@TempDir Path profile, Browser browser) {
    String address = browser.origin() + "#place=edit&layer=energy_area&at=44.9,9.9,14&lang=it";
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      EditPage anna = open(playwright, profile, address);
      anna.page().locator("#edit-name").fill("test-pages quello che scrivevo");
      assertThat(anna.status()).containsText("conservate in questo browser");
      kill(profile);
    }
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      EditPage anna = open(playwright, profile, address);
      assertThat(anna.page().locator(".edit-told")).containsText("Ci sono modifiche non salvate");
      anna.button("Riprendi").click();
      assertThat(anna.page().locator("#edit-name")).hasValue("test-pages quello che scrivevo");
      assertEquals(0, anna.ask("/api/proposals?task=mine").path("proposals").size());
      anna.page().context().close();
    }
  }

  private static EditPage open(Playwright playwright, Path profile, String address) {
    BrowserContext context = playwright.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions().setExecutablePath(Browser.executable())
        .setViewportSize(Browser.DESKTOP, 900).setLocale("it-IT").setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")));
    Page page = context.pages().get(0);
    page.navigate(address);
    page.waitForSelector("body.is-ready");
    page.locator("#edit").getByText("Accedi").or(page.locator("#edit .edit-form")).first().waitFor();
    if (page.locator("#edit .edit-form").count() == 0) {
      page.locator("#account .account-button").click();
      page.locator("dialog").getByLabel("Nome utente").fill("test-anna");
      page.locator("dialog").getByLabel("Password").fill(People.PASSWORD);
      page.keyboard().press("Enter");
    }
    EditPage edit = new EditPage(page, false);
    edit.form();
    return edit;
  }

  /** All processes of the browser that this test has started, which are known by the folder that it gave them. */
  private static void kill(Path profile) {
    List<ProcessHandle> own = ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(profile.toString())).toList();
    assertFalse(own.isEmpty());
    own.forEach(ProcessHandle::destroyForcibly);
    own.forEach(process -> process.onExit().join());
  }
}
