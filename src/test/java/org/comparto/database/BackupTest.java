package org.comparto.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one consistent file, and restoring it brings everything back. */
class BackupTest {

  private static final DatabaseProperties EMBEDDED = new DatabaseProperties(null, null, null);

  @TempDir
  Path data;

  @BeforeEach
  void letTheDatabaseUserReachTheFolder() throws IOException {
    assumeTrue(PostgresCluster.isPossible(), "this machine tests on a database elsewhere");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void endWhatAFailedTestLeftRunning() throws InterruptedException {
    RunningApplication.stopAll();
  }

  @Test
  void whatWasChangedSinceTheBackupIsBackAsItWas() throws Exception {
    Path dump = data.resolve("one.dump");
    RunningApplication application = RunningApplication.startWithoutRoads(data);
    createAccount(application, "anna");
    List<String> before = accounts(application);

    assertThat(BackupCommand.run("backup", dump.toString(), data, EMBEDDED)).contains("Backed up");
    createAccount(application, "berta");
    assertThat(accounts(application)).isNotEqualTo(before);
    assertThatThrownBy(() -> BackupCommand.run("restore", dump.toString(), data, EMBEDDED)).hasMessageContaining("stop it, then restore");
    application.stop();

    assertThat(BackupCommand.run("restore", dump.toString(), data, EMBEDDED)).contains("Restored");

    RunningApplication again = RunningApplication.startWithoutRoads(data);
    assertThat(accounts(again)).isEqualTo(before);
    assertThat(again.output()).as("nothing is made anew").doesNotContain("password").doesNotContain("loading demonstration");
    again.stop();
  }

  @Test
  void aFileThatIsNoBackupChangesNothing() throws Exception {
    Path nonsense = Files.writeString(data.resolve("nonsense.dump"), "this is no backup");
    BackupCommand.run("backup", data.resolve("empty.dump").toString(), data, EMBEDDED);

    assertThatThrownBy(() -> BackupCommand.run("restore", nonsense.toString(), data, EMBEDDED)).isInstanceOf(DatabaseSetupException.class);

    assertThat(BackupCommand.run("backup", data.resolve("still.dump").toString(), data, EMBEDDED)).contains("Backed up");
    assertThat(data.resolve("still.dump")).isNotEmptyFile();
  }

  private void createAccount(RunningApplication application, String name) throws IOException {
    Http.Answer answer = Http.send(application.port(), "POST", "/api/accounts",
        "{\"username\":\"" + name + "\",\"role\":\"desk\"}", "Authorization", bearer());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private List<String> accounts(RunningApplication application) throws IOException {
    return Http.get(application.port(), "/api/accounts", "Authorization", bearer()).json().findValuesAsString("username");
  }

  private String bearer() throws IOException {
    return "Bearer " + Files.readString(data.resolve("operator-token")).trim();
  }
}
