package org.comparto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.database.PostgresCluster;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A partner sends many inquiries at once and the application is killed in the middle of them: what was acknowledged is there,
 * once. -Dcomparto.inquiries=10000 for the full number.
 */
class KilledInquiriesTest {

  private static final int INQUIRIES = Integer.getInteger("comparto.inquiries", 120);
  private static final int CLIENTS = 8;
  /** Mail is slower than its acceptance: of a large run the first receipts are waited for. */
  private static final int RECEIPTS = Math.min(INQUIRIES, 1000) - 20;

  @TempDir
  Path data;
  GreenMail mailServer;

  @BeforeEach
  void letTheDatabaseUserReachTheFolder() throws IOException {
    assumeTrue(PostgresCluster.isPossible(), "this machine tests on a database elsewhere");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mailServer.start();
  }

  @AfterEach
  void endWhatAFailedTestLeftRunning() throws InterruptedException {
    RunningApplication.stopAll();
    mailServer.stop();
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAfterAKill() throws Exception {
    RunningApplication application = start();
    Map<String, String> tickets = new HashMap<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < INQUIRIES; i++) {
      all.add(i);
    }
    send(application, all.subList(0, INQUIRIES / 2), tickets);
    assertThat(tickets).as("nobody is asked to wait").hasSize(INQUIRIES / 2);

    RunningApplication victim = application;
    Thread killer = new Thread(() -> {
      try {
        while (acknowledged(tickets) < INQUIRIES * 5 / 8) {
          Thread.sleep(5);
        }
        victim.process().destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    killer.start();
    send(application, all.subList(INQUIRIES / 2, INQUIRIES), tickets);
    killer.join();
    int acknowledged = tickets.size();

    application = start();
    assertThat(ticketsByName(application)).as("%s acknowledged before the kill", acknowledged).containsAllEntriesOf(tickets);
    send(application, all, tickets); // who got no answer asks again with the same key
    assertThat(tickets).hasSize(INQUIRIES);
    assertThat(ticketsByName(application)).as("each once").isEqualTo(tickets);
    awaitReceipts();
  }

  private RunningApplication start() throws Exception {
    return RunningApplication.startWithoutRoads(data, "--comparto.inquiry.allowed-sources=127.0.0.0/8,::1", "--spring.mail.host=127.0.0.1",
        "--spring.mail.port=" + mailServer.getSmtp().getPort(), "--comparto.inquiry.mail-from=desk@example.org");
  }

  private static int acknowledged(Map<String, String> tickets) {
    synchronized (tickets) {
      return tickets.size();
    }
  }

  /** Sends inquiries under their own keys, several at once, and adds the tickets of those that were acknowledged. */
  private static void send(RunningApplication application, List<Integer> numbers, Map<String, String> tickets) throws InterruptedException {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(numbers);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(() -> {
        for (Integer number = left.poll(); number != null; number = left.poll()) {
          String name = "Impresa " + number;
          try {
            var inquiry = InquiryClient.inquiry();
            ((tools.jackson.databind.node.ObjectNode) inquiry.get("contact")).put("organisation", name).put("email", "i" + number + "@example.org");
            Http.Answer answer = new InquiryClient(application.port()).send(inquiry, "Idempotency-Key", "partner-inquiry-" + number);
            if (answer.status() == 201) {
              synchronized (tickets) {
                tickets.put(name, answer.json().path("ticket").asString());
              }
            }
          } catch (UncheckedIOException e) {
            // killed: this one was not acknowledged
          }
        }
      });
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
  }

  /** All that the desk sees, by who asked; an inquiry that is there twice would be missed by the map and is looked for. */
  private Map<String, String> ticketsByName(RunningApplication application) throws Exception {
    Map<String, String> found = new HashMap<>();
    AtomicInteger seen = new AtomicInteger();
    for (String next = ""; next != null; ) {
      JsonNode page = desk(application, "/api/inquiries?limit=200" + next);
      page.path("items").forEach(item -> {
        found.put(item.path("contact").path("organisation").asString(), item.path("ticket").asString());
        seen.incrementAndGet();
      });
      next = page.path("next").isNumber() ? "&before=" + page.path("next").asLong() : null;
    }
    assertThat(found).hasSize(seen.get());
    return found;
  }

  private JsonNode desk(RunningApplication application, String path) throws Exception {
    for (int i = 0; i < 100; i++) { // a killed process has left its own token, which the next one replaces
      Http.Answer answer = Http.get(application.port(), path, "Authorization", "Bearer " + Files.readString(data.resolve("operator-token")).strip());
      if (answer.status() == 200) {
        return answer.json();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the operator's token is not accepted");
  }

  /** Everybody gets a receipt; who was being written to in the moment of the kill gets it after the lease. */
  private void awaitReceipts() throws Exception {
    Instant end = Instant.now().plusSeconds(120);
    Set<String> receivers = new HashSet<>();
    while (receivers.size() < RECEIPTS && Instant.now().isBefore(end)) {
      Thread.sleep(500);
      for (var mail : mailServer.getReceivedMessages()) {
        receivers.add(mail.getAllRecipients()[0].toString());
      }
    }
    assertThat(receivers).hasSizeGreaterThanOrEqualTo(RECEIPTS);
  }
}
