package org.comparto.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class DeskAccessibilityTest {

  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private People people;

  @BeforeEach
  void knowPeople() {
    people = new People(db, port);
  }

  @AfterEach
  void forgetPeople() {
    people.remove();
  }

  @ParameterizedTest
  @CsvSource({"place=inbox, 1440", "place=inbox, 360", "place=data, 1440", "place=data, 360", "place=data&load=new, 1440", "place=data&load=new, 360", "place=account, 1440",
      "place=account, 360", "place=owners, 1440", "place=owners, 360", "place=accounts, 1440", "place=accounts, 360"})
  void axeFindsNothingSeriousOnThePagesOfTheDesk(String view, int width, Browser browser) {
    DeskPage desk = DeskPage.openAs(people, "admin", browser, view + "&lang=it", width);
    desk.page().waitForSelector("#desk .desk-head, #desk .inbox-filter, #desk .owners-filter, #desk .desk-empty, #desk .drop-zone");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    assertEquals(0, desk.page().evaluate("() => document.documentElement.scrollWidth - screen.width"), "the page scrolls sideways");
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @CsvSource({"1440", "360"})
  void axeFindsNothingSeriousInTheWindows(int width, Browser browser) {
    DeskPage desk = DeskPage.open(browser, "lang=it", width);
    desk.page().locator("#account .account-button").click();
    desk.page().waitForSelector("dialog");
    assertEquals(List.of(), AccessibilityTest.grave(desk.page()));
    DeskPage admin = DeskPage.openAs(people, "admin", browser, "place=accounts&lang=it", width);
    admin.button("Nuovo account").click();
    assertEquals(List.of(), AccessibilityTest.grave(admin.page()));
  }
}
