package org.comparto.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application, as whoever holds the token. */
class Application {

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final JsonMapper json = JsonMapper.shared();
  private final String address;
  private final String token;

  private Application(String address, String token) {
    this.address = address;
    this.token = token;
  }

  /** By --url and --data, else by COMPARTO_URL and COMPARTO_TOKEN, else on this machine with the operator's token. */
  static Application find(Options options) {
    String url = first(options.value("--url"), System.getenv("COMPARTO_URL"), "http://127.0.0.1:8080");
    return new Application(url.replaceAll("/+$", ""), token(options));
  }

  private static String token(Options options) {
    String given = System.getenv("COMPARTO_TOKEN");
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    Path data = options.has("--data") ? Path.of(options.value("--data")) : Path.of(System.getProperty("comparto.home", "")).resolve("var");
    Path file = data.resolve("operator-token");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Refused("There is no readable " + file + ". Start the application (./comparto run), name its data folder with --data, "
          + "or give a token in COMPARTO_TOKEN.");
    }
  }

  private static String first(@Nullable String wanted, @Nullable String environment, String otherwise) {
    return wanted != null ? wanted : environment != null && !environment.isBlank() ? environment : otherwise;
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody(), null);
  }

  JsonNode send(String method, String path, JsonNode body) {
    return send(method, path, BodyPublishers.ofString(body.toString()), "application/json");
  }

  /** The file goes as it is read; it is never in memory as a whole. */
  JsonNode upload(String path, Path file) throws IOException {
    return send("POST", path, BodyPublishers.ofFile(file), "application/octet-stream");
  }

  JsonNode send(String method, String path, BodyPublisher body, @Nullable String type) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body)
        .header("Authorization", "Bearer " + token).header("Accept", "application/json");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Refused(explain(answer));
      }
      return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
    } catch (ConnectException e) {
      throw new Refused("Comparto is not running at " + address + ". Start it with ./comparto run, or name its address with --url.");
    } catch (IOException e) {
      throw new Refused("The connection to " + address + " broke: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new Refused("interrupted");
    }
  }

  private String explain(HttpResponse<String> answer) {
    try {
      JsonNode problem = json.readTree(answer.body());
      String code = problem.path("type").asString("").replace("urn:comparto:problem:", "");
      return (code.isEmpty() ? "" : code + ": ") + problem.path("detail").asString(answer.body());
    } catch (JacksonException e) {
      return address + " answers " + answer.statusCode() + ", which is not Comparto";
    }
  }
}
