package org.comparto.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ./comparto load roads --file FILE}: sends an OpenStreetMap extract to the running application and waits until its roads are in
 * use. Exits with 0 then, with 2 if it is refused and the former roads stay.
 */
class RoadsCommand {

  private static final String SUBJECT = "roads";
  private static final Set<String> NAMED = Set.of("--file", "--data", "--url");
  private static final Set<String> FLAGS = Set.of("--json");

  private final Options options;
  private final JsonMapper json = JsonMapper.shared();

  RoadsCommand(String[] arguments) {
    this.options = Options.parse("load roads", "word", arguments, NAMED, FLAGS);
  }

  static boolean isMeant(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(SUBJECT);
  }

  int run() throws IOException {
    try {
      return load();
    } catch (Refused e) {
      if (!options.has("--json")) {
        throw e;
      }
      System.out.println(json.createObjectNode().put("message", e.getMessage()));
      return 2;
    }
  }

  private int load() throws IOException {
    if (!options.has("--file")) {
      throw new Refused("load roads needs --file with an OpenStreetMap extract (.osm.pbf, .osm or .osm.gz)");
    }
    Path file = Path.of(options.value("--file"));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refused("There is no readable file " + file);
    }
    Application application = Application.find(options);
    String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
    long job = application.upload("/api/roads/graphs?name=" + name, file).path("job").asLong();
    JsonNode ended = Follow.job(application, job);
    if (!ended.path("state").asString().equals("DONE")) {
      throw new Refused(ended.path("message").asString("the import was cancelled; the roads in use are unchanged"));
    }
    ObjectNode result = (ObjectNode) ended.path("result");
    System.out.println(options.has("--json") ? result : "In use: " + result.path("roads").asLong() + " roads and " + result.path("junctions").asLong()
        + " junctions of " + file.getFileName() + ", data of " + result.path("date").asString() + ", version " + result.path("version").asString());
    return 0;
  }
}
