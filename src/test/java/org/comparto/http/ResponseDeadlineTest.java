package org.comparto.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.comparto.problem.SlowReceiverException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a Tomcat of its own: a receiver that takes too long loses the answer, and the writer is set free. */
class ResponseDeadlineTest {

  private final Tomcat tomcat = new Tomcat();
  /** How writing ended. */
  private final CompletableFuture<Throwable> end = new CompletableFuture<>();

  @BeforeEach
  void start() throws Exception {
    tomcat.setPort(0);
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "endless", new Endless());
    context.addServletMappingDecoded("/ogc/*", "endless");
    FilterDef filter = new FilterDef();
    filter.setFilterName("deadline");
    filter.setFilter(new ResponseDeadline(Duration.ofMillis(300), Duration.ofHours(1)));
    context.addFilterDef(filter);
    FilterMap everything = new FilterMap();
    everything.setFilterName("deadline");
    everything.addURLPattern("/*");
    context.addFilterMap(everything);
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void anAnswerThatIsNotReceivedInTimeIsBrokenOffAndNotEndedAsIfItWereWhole() throws Exception {
    URL items = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/ogc/items").toURL();
    assertThatThrownBy(() -> {
      try (InputStream answer = items.openStream()) { // which fails too where the time is over before anybody reads
        byte[] some = new byte[4096];
        while (answer.read(some) >= 0) {
          Thread.sleep(5);
        }
      }
    }).isInstanceOf(IOException.class);
    assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(SlowReceiverException.class);
  }

  /** Writes until it can not. */
  private final class Endless extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      try {
        while (true) {
          response.getOutputStream().write(new byte[8192]);
        }
      } catch (IOException e) {
        end.complete(e);
        throw e;
      }
    }
  }
}
