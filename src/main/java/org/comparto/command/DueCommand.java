package org.comparto.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.comparto.source.Source;
import tools.jackson.databind.JsonNode;

/** {@code ./comparto load --due}: loads every source that is due and has an address, one after the other. Exits with 2 if any is refused. */
class DueCommand {

  static final String FLAG = "--due";

  private final String[] further;

  DueCommand(String[] arguments) {
    further = Arrays.stream(arguments).filter(word -> !word.equals(FLAG)).toArray(String[]::new);
  }

  int run() throws IOException {
    Application application = Application.find(Options.parse("load --due", "source", with("every"), LoadCommand.FOR_ANY_SOURCE, LoadCommand.FLAGS));
    int exit = 0;
    for (JsonNode state : application.get("/api/sources").path("sources")) {
      Source source = Source.find(state.path("id").asString()).orElse(null);
      if (source == null || !state.path("due").asBoolean()) {
        continue;
      }
      String address = SourceFile.address(source);
      if (address == null || address.contains("{west}")) {
        System.err.println("comparto: " + source.id() + " is due, but "
            + (address == null ? source.setting() + " names no address" : "is fetched by --area") + "; load it by its name");
        continue;
      }
      System.err.println("comparto: loading " + source.id());
      try {
        exit = Math.max(exit, new LoadCommand(with(source.id())).run());
      } catch (Refused e) {
        System.err.println("comparto: " + source.id() + ": " + e.getMessage());
        exit = 2;
      }
    }
    return exit;
  }

  private String[] with(String subject) {
    return Stream.concat(Stream.of(subject), Arrays.stream(further)).toArray(String[]::new);
  }
}
