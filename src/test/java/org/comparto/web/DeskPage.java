package org.comparto.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.comparto.testing.Browser;
import org.comparto.testing.People;

/** The pages of the desk as somebody who works there meets them, in Italian. */
final class DeskPage {

  private final Page page;

  private DeskPage(Page page) {
    this.page = page;
  }

  /** Opens a place, given as the part after the # sign, for nobody in particular. */
  static DeskPage open(Browser browser, String view, int width) {
    DeskPage desk = new DeskPage(browser.open("/#" + view, width));
    desk.page.waitForSelector("body.is-ready");
    desk.page.waitForSelector(".account-button");
    return desk;
  }

  /** Opens a place as the account test-ROLE, which is made if it is not there. */
  static DeskPage openAs(People people, String role, Browser browser, String view, int width) {
    people.signIn(role); // makes the account
    DeskPage desk = open(browser, view, width).signIn("test-" + role, People.PASSWORD);
    desk.page.waitForSelector("dialog", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    return desk;
  }

  /** Types a name and a password into the window and sends them. */
  DeskPage signIn(String username, String password) {
    if (page.locator("dialog").count() == 0) {
      page.locator("#account").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accedi").setExact(true)).click(); // once whoever was there has signed out
    }
    window().getByLabel("Nome utente").fill(username);
    window().getByLabel("Password").fill(password);
    page.keyboard().press("Enter");
    return this;
  }

  DeskPage place(String name) {
    page.locator(".places").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  DeskPage choose(String menuItem) {
    page.locator("#account .account-button").click();
    page.locator(".account-menu").getByText(menuItem, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  Page page() {
    return page;
  }

  Locator window() {
    return page.locator("dialog");
  }

  Locator content() {
    return page.locator("#desk");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The one button of this name in the open window. */
  Locator answer(String name) {
    return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
