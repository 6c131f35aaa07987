package org.comparto.command;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./comparto rollback LOAD}: takes a whole load back. Exits with 0 if it is, with 2 if that is refused. */
class RollbackCommand {

  private final Options options;

  RollbackCommand(String[] arguments) {
    this.options = Options.parse("rollback", "load number", arguments, Set.of("--data", "--url"), Set.of("--force", "--json"));
  }

  int run() {
    if (!options.subject().matches("\\d{1,18}")) {
      throw new Refused("rollback needs the number of a load, not " + options.subject());
    }
    long id = Long.parseLong(options.subject());
    Application application = Application.find(options);
    application.send("POST", "/api/loads/" + id + "/rollback", JsonMapper.shared().createObjectNode().put("force", options.has("--force")));
    JsonNode load = Follow.load(application, id);
    boolean done = load.path("state").asString().equals("rolled_back");
    if (options.has("--json")) {
      System.out.println(JsonMapper.shared().createObjectNode().put("loadId", id).put("layer", load.path("layer").asString(null))
          .put("state", load.path("state").asString()));
    } else if (done) {
      System.out.println("Load " + id + " is taken back; " + load.path("layer").asString()
          + (load.path("madeLayer").asBoolean() ? " is removed" : " is as it was before"));
    }
    if (!done) {
      System.err.println("comparto: " + load.path("message").asString("the load could not be taken back"));
    }
    return done ? 0 : 2;
  }
}
