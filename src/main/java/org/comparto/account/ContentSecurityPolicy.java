package org.comparto.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the page may load: its own files, and of inline script the one import map, named by its hash. */
@Component
class ContentSecurityPolicy {

  private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private final String directives;

  /** @param basemap the address of an online background map, empty if none is configured */
  ContentSecurityPolicy(@Value("${comparto.page.basemap.url:}") String basemap) throws IOException {
    String pictures = basemap.isBlank() ? "" : " " + basemap.replaceAll("^(https?://[^/]+).*", "$1");
    this.directives = "default-src 'self'; script-src 'self' " + importMapHash() + "; style-src 'self'; img-src 'self' data:" + pictures
        + "; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
  }

  String directives() {
    return directives;
  }

  private static String importMapHash() throws IOException {
    try (InputStream in = new ClassPathResource("static/index.html").getInputStream()) {
      Matcher map = IMPORT_MAP.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (!map.find()) {
        throw new IllegalStateException("web/index.html has no import map");
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
