package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.comparto.inquiry.FormStamps;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file is what its bytes are, not what it is called; what is served again of it is drawn anew. Archives are in intake/SafeReadingTest. */
@IntegrationTest
class UploadsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired FormStamps stamps;

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM source_attempt").update();
    new People(db, port).remove();
  }

  @Test
  void onlyPicturesAreTakenForPhotos() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
    files.put("HTML", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
    files.put("GIF with a script behind it", "GIF89a/*\u0001*/=1;alert(1)".getBytes(StandardCharsets.ISO_8859_1));
    files.put("PDF", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
    files.put("a beginning of a JPEG and HTML", concat(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
    files.put("half a PNG", java.util.Arrays.copyOf(png(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB)), 60));
    files.put("a PNG that says it has 2.5 thousand million pixels", bomb(50_000, 50_000));
    files.put("nothing", new byte[0]);
    files.forEach((name, file) -> {
      for (String path : List.of("/api/bottlenecks/reports", "/api/offers")) {
        Http.Answer answer = send(path, file);
        assertThat(answer.status()).as(name + " to " + path + ": " + answer.text()).isEqualTo(400);
        assertThat(answer.json().path("parameter").asString()).as(name).isEqualTo("photo");
      }
    });
    assertThat(send("/api/offers", new byte[6 * 1024 * 1024]).status()).isIn(400, 413);
    assertThat(send("/api/bottlenecks/reports", new byte[12 * 1024 * 1024]).status()).isEqualTo(413);
  }

  /** A picture that is also a page: what is kept of it is the picture. */
  @Test
  void whatIsBesideThePictureIsGone() throws IOException {
    byte[] both = concat(png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB)), "<script>alert(1)</script><?php".getBytes(StandardCharsets.UTF_8));
    Http.Answer sent = send("/api/bottlenecks/reports", both);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String ticket = sent.json().path("ticket").asString();
    try {
      String desk = new People(db, port).token("desk", "read", "write");
      long id = db.sql("SELECT id FROM bottleneck_report WHERE ticket = :ticket").param("ticket", ticket).query(Long.class).single();
      Http.Answer photo = Http.get(port, "/api/bottlenecks/reports/" + id + "/photo", "Authorization", "Bearer " + desk);
      assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(photo.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(photo.bytes()).startsWith(new byte[] {(byte) 0xff, (byte) 0xd8});
      assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("<script", "<?php");
    } finally {
      db.sql("DELETE FROM bottleneck_report WHERE ticket = :ticket").param("ticket", ticket).update();
      Committed.write(transactions, db.sql("DELETE FROM bottleneck WHERE code = '" + ticket + "'"));
    }
  }

  /** The name of a load is kept to be shown and is no path; its kind is asked of its bytes. */
  @Test
  void theNameOfAFileIsNoPath() {
    String loader = new People(db, port).token("desk", "read", "load");
    String sound = "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"code\": \"1\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [12, 44]}}]}";
    for (String name : List.of("../../../.." + System.getProperty("java.io.tmpdir") + "/comparto-escaped.geojson", "/etc/comparto-escaped.geojson", "..\\..\\comparto-escaped.geojson", "a/../../comparto-escaped.geojson",
        "\"><img src=x onerror=alert(1)>.geojson", "$(touch comparto-escaped).geojson", ";touch comparto-escaped;.geojson")) {
      Http.Answer answer = load(name, sound, loader);
      assertThat(answer.status()).as(name + answer.text()).isIn(201, 400, 422);
      if (answer.status() == 201) {
        JsonNode load = answer.json();
        assertThat(load.toString()).doesNotContain("../", "..\\\\");
        assertThat(Http.send(port, "DELETE", "/api/loads/" + load.path("id").asLong(), null, "Authorization", "Bearer " + loader).status()).isLessThan(300);
      }
    }
    assertThat(Files.exists(Path.of(System.getProperty("java.io.tmpdir"), "comparto-escaped.geojson"))).isFalse();
    assertThat(Files.exists(Path.of("comparto-escaped"))).isFalse();
    for (String name : List.of("", "..", "a\nb.geojson", "x".repeat(300) + ".geojson", "a\u0000.geojson")) {
      assertThat(load(name, sound, loader).status()).as("name " + name).isBetween(400, 499);
    }
    for (String content : List.of("<html><script>alert(1)</script></html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "#!/bin/sh\nrm -rf /", "\u007fELF", "MZ",
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")) {
      for (String name : List.of("a.geojson", "a.kml", "a.gpkg", "a.zip", "a.csv.html", "a.vrt")) {
        Http.Answer answer = load(name, content, loader);
        assertThat(answer.status()).as(name + " holding " + content + ": " + answer.text()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("root:", "/uploads/", "java.");
      }
    }
  }

  private Http.Answer load(String name, String content, String token) {
    return Http.sendAs(port, "POST", "/api/loads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), content, "application/octet-stream", "Authorization", "Bearer " + token);
  }

  private Http.Answer send(String path, byte[] photo) {
    double[] place = db.sql("SELECT ARRAY[ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))] FROM municipality ORDER BY id LIMIT 1")
        .query((row, n) -> java.util.Arrays.stream((Double[]) row.getArray(1).getArray()).mapToDouble(Double::doubleValue).toArray()).single();
    ObjectNode body = JsonMapper.shared().createObjectNode().put("language", "it").put("consent", "2026-11").put("form", stamps.issue(Instant.now().minusSeconds(60)))
        .put("photo", Base64.getEncoder().encodeToString(photo));
    ObjectNode contact = body.putObject("contact").put("name", "Anna").put("email", "anna@example.org");
    if (path.endsWith("offers")) {
      contact.put("offeredBy", "owner");
      body.putObject("plot").put("area_m2", 100);
      body.putObject("geometry").put("type", "Polygon");
    } else {
      body.put("type", "bridge").put("longitude", place[0]).put("latitude", place[1]).put("description", "x");
    }
    return Http.send(port, "POST", path, body.toString());
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  /** Some hundred bytes of PNG that would be unpacked to gigabytes. */
  private static byte[] bomb(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(head);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", head.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(new byte[1_000_000]);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
    DataOutputStream chunk = new DataOutputStream(out);
    chunk.writeInt(content.length);
    byte[] typed = concat(type.getBytes(StandardCharsets.US_ASCII), content);
    chunk.write(typed);
    CRC32 sum = new CRC32();
    sum.update(typed);
    chunk.writeInt((int) sum.getValue());
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
