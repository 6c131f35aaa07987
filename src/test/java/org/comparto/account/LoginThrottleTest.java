package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing passwords becomes slow, for a name and for an address, on all instances together. */
@IntegrationTest
class LoginThrottleTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  People people;

  @BeforeEach
  void somePeople() {
    people = new People(db, port);
    people.make("test-anna", "viewer", null);
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordHasToWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("test-anna", "wrong").status()).isEqualTo(401);
    }

    Http.Answer answer = signIn("TEST-Anna", People.PASSWORD);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("too-many-attempts");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(20, 30);
    pass("31 seconds");
    assertThat(signIn("test-anna", "wrong").status()).isEqualTo(401);
    assertThat(Integer.parseInt(signIn("test-anna", "wrong").header("Retry-After"))).as("it grows").isBetween(50, 60);
    pass("61 seconds");
    assertThat(signIn("test-anna", People.PASSWORD).status()).isEqualTo(200);
    assertThat(signIn("test-anna", "wrong").status()).as("success clears the count").isEqualTo(401);
  }

  @Test
  void namesThatDoNotExistWaitAlike() {
    for (int i = 0; i < 5; i++) {
      signIn("test-nobody", "wrong");
    }
    assertThat(signIn("test-nobody", "wrong").status()).isEqualTo(429);
    assertThat(signIn("test-anna", People.PASSWORD).status()).as("others of the same address do not").isEqualTo(200);
  }

  @Test
  void anAddressThatTriesManyNamesHasToWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(signIn("test-nobody" + i, "wrong").status()).isEqualTo(401);
    }
    assertThat(signIn("test-anna", People.PASSWORD).status()).isEqualTo(429);
    pass("16 minutes");
    assertThat(signIn("test-anna", People.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aBurstIsNotQuickerThanTheCount() {
    var threads = Executors.newFixedThreadPool(12);
    List<CompletableFuture<Integer>> burst = IntStream.range(0, 12)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> signIn("test-anna", "wrong" + i).status(), threads)).toList();
    List<Integer> statuses = burst.stream().map(CompletableFuture::join).toList();
    threads.shutdown();

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
  }

  @Test
  void theOldPasswordIsNotForGuessingEither() {
    Visitor visitor = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    String body = "{\"old\": \"wrong\", \"new\": \"a new long password\"}";
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.send("PUT", "/api/session/password", body).problem()).isEqualTo("wrong-password");
    }
    assertThat(visitor.send("PUT", "/api/session/password", body).status()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "5, 30", "6, 60", "7, 120", "8, 240", "9, 480", "10, 900", "1000, 900"})
  void waitingGrowsToAQuarterOfAnHour(int failures, long seconds) {
    assertThat(LoginThrottle.waitAfter(failures, 5)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64", "::ffff:192.0.2.7, 192.0.2.7",
      "a.proxy.example, a.proxy.example"})
  void anIpv6NetworkCountsAsOne(String address, String counted) {
    assertThat(ClientNetwork.of(address)).isEqualTo(counted);
  }

  private Http.Answer signIn(String username, String password) {
    return Visitor.anonymous(port).signIn(username, password);
  }

  private void pass(String time) {
    db.sql("UPDATE login_attempt SET at = at - cast(:time AS interval)").param("time", time).update();
  }
}
