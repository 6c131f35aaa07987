package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files as they were sent, under {comparto.data}/uploads; never in memory, and gone when a load is applied, discarded or a day old. */
@Component
class Uploads {

  /** @param name below the folder */
  record Upload(String name, long bytes, String sha256) {}

  private static final Logger log = LoggerFactory.getLogger(Uploads.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;
  private final Loads loads;
  private final JdbcClient db;

  Uploads(@Value("${comparto.data}") Path data, Loads loads, JdbcClient db) {
    this.folder = data.toAbsolutePath().resolve("uploads");
    this.loads = loads;
    this.db = db;
  }

  /** @throws SourceRefusedException too-large, as soon as that is known */
  Upload receive(InputStream body, long mostBytes) throws IOException {
    Files.createDirectories(folder);
    String name = UUID.randomUUID().toString();
    Path file = folder.resolve(name);
    MessageDigest digest = sha256();
    long bytes = 0;
    boolean whole = false;
    try (DigestInputStream in = new DigestInputStream(body, digest); OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > mostBytes) {
          throw new SourceRefusedException("too-large", "The file is larger than " + (mostBytes >> 20)
              + " MB; the command line on the server has no such limit.");
        }
        out.write(buffer, 0, read);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return new Upload(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** @throws SourceRefusedException if it is not kept any more, or by another instance */
  Path file(Load load) {
    if (load.file() == null || !Files.exists(path(load.file()))) {
      throw new SourceRefusedException("file-gone", "The file is not kept any more; send it again.");
    }
    return path(load.file());
  }

  void remove(Load load) {
    if (load.file() != null) {
      remove(load.file());
      loads.forgetFile(load.id());
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that a load keeps beside its row: file, staging, target and match. */
  void removeAll(Load load) {
    remove(load);
    for (String table : List.of(load.staging(), load.repaired(), load.staging() + "_strict", load.target(), load.match())) {
      db.sql("DROP TABLE IF EXISTS " + table + " CASCADE").update(); // the target may be a view of the first
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void removeOld() throws IOException {
    List<Long> old = db.sql("""
        SELECT id FROM load WHERE created_at < now() - interval '1 day' AND state NOT IN ('checking', 'applying', 'rolling_back')
          AND (file IS NOT NULL OR to_regclass('staging.load_' || id || '_target') IS NOT NULL OR to_regclass('staging.load_' || id) IS NOT NULL)""")
        .query(Long.class).list();
    for (long id : old) {
      Load load = loads.find(id).orElseThrow();
      removeAll(load);
      if (load.state().isPlannable()) {
        loads.move(load, LoadState.DISCARDED);
      }
      log.info("Load {} is a day old; what was kept of its file is removed.", id);
    }
    removeNobodys();
  }

  /** What a killed process left half received. */
  private void removeNobodys() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(KEPT))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
