package org.comparto.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./comparto load ateco --file F --source WORDS}: sends a table of correspondence between ATECO 2007 and 2025 to the running application.
 * Exits with 0 then, with 2 if it is refused and the former table stays.
 */
class AtecoCommand {

  private static final String SUBJECT = "ateco";
  private static final Set<String> NAMED = Set.of("--file", "--source", "--data", "--url");
  private static final Set<String> FLAGS = Set.of("--json");

  private final Options options;

  AtecoCommand(String[] arguments) {
    this.options = Options.parse("load ateco", "word", arguments, NAMED, FLAGS);
  }

  static boolean isMeant(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(SUBJECT);
  }

  int run() throws IOException {
    if (!options.has("--file") || !options.has("--source")) {
      throw new Refused("load ateco needs --file with the table of correspondence (.csv or .xlsx) and --source with the words that say where it was published");
    }
    Path file = Path.of(options.value("--file"));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refused("There is no readable file " + file);
    }
    JsonNode loaded = Application.find(options).upload("/api/ateco/tables?name=" + encoded(file.getFileName().toString()) + "&source="
        + encoded(options.value("--source")), file);
    System.out.println(options.has("--json") ? loaded : "In use: " + loaded.path("table").path("codes").asLong() + " codes and "
        + loaded.path("table").path("pairs").asLong() + " correspondences of " + file.getFileName() + "; " + loaded.path("refused").asLong() + " lines without codes");
    return 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
