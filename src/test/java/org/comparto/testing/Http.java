package org.comparto.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running application as any client would, without a library in between that would smooth things over. */
public final class Http {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  /** @param headers name, value, name, value … */
  public static Answer get(int port, String path, String... headers) {
    return send(port, "GET", path, null, headers);
  }

  /**
   * @param json the body, sent as application/json; null for none
   * @param headers name, value, name, value …; there is no cookie but what they say
   */
  public static Answer send(int port, String method, String path, @Nullable String json, String... headers) {
    return sendAs(port, method, path, json, json == null ? null : "application/json", headers);
  }

  /** @param type the Content-Type of the body; null says none */
  public static Answer sendAs(int port, String method, String path, @Nullable String body, @Nullable String type, String... headers) {
    return sendBytes(port, method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), type, headers);
  }

  /** As {@link #sendAs}, for a body that is no text. */
  public static Answer sendBytes(int port, String method, String path, byte @Nullable [] body, @Nullable String type, String... headers) {
    URI uri = URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The value of a cookie that this answer sets, empty if it sets none of this name. */
    public String cookie(String name) {
      return response.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "="))
          .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0]).findFirst().orElse("");
    }

    /** The last part of a problem's type, for instance {@code invalid-parameter}; empty if this is no problem. */
    public String problem() {
      return header("Content-Type").startsWith("application/problem+json")
          ? json().path("type").asString().replace("urn:comparto:problem:", "") : "";
    }

    /** The body, decompressed where it was sent compressed. */
    public byte[] bytes() {
      if (!header("Content-Encoding").equals("gzip")) {
        return response.body();
      }
      try {
        return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(text());
    }
  }
}
