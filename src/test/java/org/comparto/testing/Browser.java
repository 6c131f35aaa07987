package org.comparto.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Chromium looking at the running application. One browser serves the whole test run, every test gets contexts of its
 * own; what the pages complained about and whom they called is kept for the test to look at.
 */
public final class Browser {

  public static final int DESKTOP = 1440;
  public static final int PHONE = 360;

  /** Machines are busy at times: what a page does is waited for much longer than the usual five seconds. */
  private static final double PATIENCE_MS = 60_000;
  /** How long a page asks for nothing before it counts as settled. */
  private static final long QUIET_MS = 400;
  /** How long complaints are waited for where a page never settles, as one does that looks again and again. */
  private static final long LAST_LOOK_MS = 5000;

  private static com.microsoft.playwright.Browser chromium;

  private final String origin;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> foreignRequests = new ArrayList<>();
  private final List<Response> refusals = new ArrayList<>();
  private final Set<Request> unanswered = new HashSet<>();
  private long lastTraffic;

  private Browser(String origin) {
    this.origin = origin;
  }

  /**
   * Opens a path of the application in a window of the given width in CSS pixels (phones also touch), in Italian unless the path says otherwise.
   * Nothing glides and fades there: painting that is an eighth of Chromium's work or more.
   */
  public Page open(String path, int width) {
    return open(path, width, new com.microsoft.playwright.Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  /** As {@link #open(String, int)}, with all that moves. */
  public Page openMoving(String path, int width) {
    return open(path, width, new com.microsoft.playwright.Browser.NewContextOptions());
  }

  public Page open(String path, int width, com.microsoft.playwright.Browser.NewContextOptions options) {
    boolean phone = width < 600;
    BrowserContext context = chromium().newContext(options.setViewportSize(width, phone ? 740 : 900)
        .setHasTouch(phone).setIsMobile(phone).setDeviceScaleFactor(phone ? 2 : 1).setLocale("it-IT").setTimezoneId("Europe/Rome"));
    contexts.add(context);
    context.onRequest(request -> {
      if (request.isNavigationRequest()) {
        unanswered.clear(); // what the former page still waited for is never told
      }
      unanswered.add(request);
      lastTraffic = System.nanoTime();
      if (request.url().startsWith("http") && !request.url().startsWith(origin)) {
        foreignRequests.add(request.url());
      }
    });
    context.onResponse(response -> {
      if (response.status() >= 400) {
        refusals.add(response);
      }
    });
    context.onRequestFinished(this::answered);
    context.onRequestFailed(this::answered);
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " " + message.location());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(URI.create(origin).resolve(path).toString());
    return page;
  }

  private void answered(Request request) {
    unanswered.remove(request);
    lastTraffic = System.nanoTime();
  }

  /** Waits until all answers have come and no page has asked for more for a while: what they show by themselves is there then. */
  public void settle(Page page) {
    settle(page, (long) PATIENCE_MS);
  }

  private void settle(Page page, long patienceMs) {
    lastTraffic = System.nanoTime();
    long end = lastTraffic + patienceMs * 1_000_000;
    while ((!unanswered.isEmpty() || System.nanoTime() - lastTraffic < QUIET_MS * 1_000_000) && System.nanoTime() < end) {
      page.waitForTimeout(50); // which takes in what browsers tell
    }
  }

  public String origin() {
    return origin;
  }

  /** Errors of scripts, of the console and of the content security policy, of all pages so far; what is under way is waited for. */
  public List<String> complaints() {
    contexts.stream().flatMap(context -> context.pages().stream()).findFirst().ifPresent(page -> settle(page, LAST_LOOK_MS));
    if (!complaints.isEmpty()) {
      refusals.forEach(refusal -> complaints.add(told(refusal)));
      refusals.clear();
    }
    return complaints;
  }

  /** What was asked and what came back, so that who reads of a failed test knows why. */
  private static String told(Response refusal) {
    String answer;
    try {
      answer = refusal.text();
    } catch (PlaywrightException e) {
      answer = "an answer that is gone";
    }
    Request request = refusal.request();
    return request.method() + " " + request.url() + " " + request.postData() + " was answered " + refusal.status() + " " + answer;
  }

  /** Addresses outside the application that pages tried to reach. */
  public List<String> foreignRequests() {
    return foreignRequests;
  }

  private static synchronized com.microsoft.playwright.Browser chromium() {
    if (chromium == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
          .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
              "--disable-component-update", "--disable-sync")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return chromium;
  }

  /** The build without windows first: it opens a page with half the work. */
  public static Path executable() {
    return Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of).filter(Files::isExecutable).findFirst()
        .orElseThrow(() -> new IllegalStateException("Chromium is not installed; ./comparto test installs it"));
  }

  /** Hands a browser to the tests that take one, and closes its pages behind them. */
  static class Extension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Browser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
      String port = SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
      Browser browser = new Browser("http://localhost:" + port + "/");
      context.getStore(NAMESPACE).put("browser", browser);
      return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      Browser browser = context.getStore(NAMESPACE).get("browser", Browser.class);
      if (browser != null) {
        browser.contexts.forEach(BrowserContext::close);
      }
    }
  }
}
