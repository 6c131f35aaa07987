package org.comparto.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.testing.Browser;
import org.comparto.testing.BrowserTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs web/test/*.test.js in Chromium: every exported function is a test, and its name is the sentence it proves. */
@BrowserTest
class WebModulesTest {

  private static final Path TESTS = Path.of("web/test");

  @TestFactory
  Stream<DynamicTest> modules(Browser browser) throws IOException {
    Page page = browser.open("/privacy.html", Browser.DESKTOP);
    String blank = "<!doctype html><title>tests</title>" + importMap();
    page.route("**/test/**", route -> {
      String file = route.request().url().replaceAll(".*/test/", "");
      route.fulfill(file.isEmpty() ? new Route.FulfillOptions().setContentType("text/html").setBody(blank)
          : new Route.FulfillOptions().setContentType("text/javascript").setPath(TESTS.resolve(file)));
    });
    page.navigate(browser.origin() + "test/");
    try (Stream<Path> files = Files.list(TESTS)) {
      List<DynamicTest> tests = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".test.js")).sorted()
          .flatMap(name -> functions(page, name).stream().map(function -> DynamicTest.dynamicTest(name.replace(".test.js", ": ") + function,
              () -> page.evaluate("async ([file, name]) => { await (await import('/test/' + file))[name]() }", List.of(name, function)))))
          .toList();
      return tests.stream();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> functions(Page page, String file) {
    return (List<String>) page.evaluate(
        "async file => Object.entries(await import('/test/' + file)).filter(([, it]) => typeof it === 'function').map(([name]) => name)", file);
  }

  private static String importMap() throws IOException {
    Matcher map = Pattern.compile("<script type=\"importmap\">.*?</script>", Pattern.DOTALL).matcher(Files.readString(Path.of("web/index.html")));
    if (!map.find()) {
      throw new IllegalStateException("web/index.html has no import map");
    }
    return map.group();
  }
}
